// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * BlockThreshold. Made by its builder; what is null is not sent.
 *
 * @param percent Zero switches the rule off.
 */
public record BlockThreshold(
        Long sent,
        Long percent
) implements JsonObject {
    static BlockThreshold fromJson(Map<String, Object> json) {
        return new BlockThreshold(
            Json.whole(json.get("sent")),
            Json.whole(json.get("percent")));
    }

    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (sent != null) json.put("sent", sent);
        if (percent != null) json.put("percent", percent);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a BlockThreshold. */
    public static final class Builder {
        private Long sent;
        private Long percent;

        private Builder() {}

        public Builder sent(long value) {
            this.sent = value;
            return this;
        }

        /** Zero switches the rule off. */
        public Builder percent(long value) {
            this.percent = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public BlockThreshold build() {
            Json.need("BlockThreshold", "sent", sent);
            Json.need("BlockThreshold", "percent", percent);
            return new BlockThreshold(sent, percent);
        }
    }
}
