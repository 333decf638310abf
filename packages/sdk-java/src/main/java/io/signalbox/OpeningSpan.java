// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * OpeningSpan. Made by its builder; what is null is not sent.
 *
 * @param channels The channels it holds for; null is all of them. A channel that no span names or includes is open at any time.
 */
public record OpeningSpan(
        List<String> channels,
        List<Long> days,
        String from,
        String to
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (channels != null) json.put("channels", channels);
        if (days != null) json.put("days", days);
        if (from != null) json.put("from", from);
        if (to != null) json.put("to", to);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a OpeningSpan. */
    public static final class Builder {
        private List<String> channels;
        private List<Long> days;
        private String from;
        private String to;

        private Builder() {}

        /** The channels it holds for; null is all of them. A channel that no span names or includes is open at any time. */
        public Builder channels(List<String> value) {
            this.channels = value;
            return this;
        }

        public Builder days(List<Long> value) {
            this.days = value;
            return this;
        }

        public Builder from(String value) {
            this.from = value;
            return this;
        }

        public Builder to(String value) {
            this.to = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public OpeningSpan build() {
            Json.need("OpeningSpan", "days", days);
            Json.need("OpeningSpan", "from", from);
            Json.need("OpeningSpan", "to", to);
            return new OpeningSpan(channels, days, from, to);
        }
    }
}
