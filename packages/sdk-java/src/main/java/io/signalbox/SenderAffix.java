// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * SenderAffix. Made by its builder; what is null is not sent.
 */
public record SenderAffix(
        String at,
        String text
) implements JsonObject {
    static SenderAffix fromJson(Map<String, Object> json) {
        return new SenderAffix(
            Json.text(json.get("at")),
            Json.text(json.get("text")));
    }

    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (at != null) json.put("at", at);
        if (text != null) json.put("text", text);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a SenderAffix. */
    public static final class Builder {
        private String at;
        private String text;

        private Builder() {}

        public Builder at(String value) {
            this.at = value;
            return this;
        }

        public Builder text(String value) {
            this.text = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public SenderAffix build() {
            Json.need("SenderAffix", "at", at);
            Json.need("SenderAffix", "text", text);
            return new SenderAffix(at, text);
        }
    }
}
