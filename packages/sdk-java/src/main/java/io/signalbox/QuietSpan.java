// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * QuietSpan. Made by its builder; what is null is not sent.
 *
 * @param days The days it begins on: ISO 8601, Monday is 1.
 * @param to When it ends; a time that is not after `from` is that of the next day.
 */
public record QuietSpan(
        List<Long> days,
        String from,
        String to
) implements JsonObject {
    static QuietSpan fromJson(Map<String, Object> json) {
        return new QuietSpan(
            Json.list(json.get("days"), item -> Json.whole(item)),
            Json.text(json.get("from")),
            Json.text(json.get("to")));
    }

    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (days != null) json.put("days", days);
        if (from != null) json.put("from", from);
        if (to != null) json.put("to", to);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a QuietSpan. */
    public static final class Builder {
        private List<Long> days;
        private String from;
        private String to;

        private Builder() {}

        /** The days it begins on: ISO 8601, Monday is 1. */
        public Builder days(List<Long> value) {
            this.days = value;
            return this;
        }

        public Builder from(String value) {
            this.from = value;
            return this;
        }

        /** When it ends; a time that is not after `from` is that of the next day. */
        public Builder to(String value) {
            this.to = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public QuietSpan build() {
            Json.need("QuietSpan", "days", days);
            Json.need("QuietSpan", "from", from);
            Json.need("QuietSpan", "to", to);
            return new QuietSpan(days, from, to);
        }
    }
}
