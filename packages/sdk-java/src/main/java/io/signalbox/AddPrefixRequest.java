// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * AddPrefixRequest. Made by its builder; what is null is not sent.
 *
 * @param prefix The first digits of numbers with their country code, or one whole number.
 * @param action `block` sends no code there; `allow` sends them whatever the rules find.
 * @param reason Why, for whoever reads the list.
 * @param expiresInHours When it ends by itself; null is never.
 */
public record AddPrefixRequest(
        String prefix,
        String action,
        String reason,
        Long expiresInHours
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (prefix != null) json.put("prefix", prefix);
        if (action != null) json.put("action", action);
        if (reason != null) json.put("reason", reason);
        if (expiresInHours != null) json.put("expires_in_hours", expiresInHours);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a AddPrefixRequest. */
    public static final class Builder {
        private String prefix;
        private String action;
        private String reason;
        private Long expiresInHours;

        private Builder() {}

        /** The first digits of numbers with their country code, or one whole number. */
        public Builder prefix(String value) {
            this.prefix = value;
            return this;
        }

        /** `block` sends no code there; `allow` sends them whatever the rules find. */
        public Builder action(String value) {
            this.action = value;
            return this;
        }

        /** Why, for whoever reads the list. */
        public Builder reason(String value) {
            this.reason = value;
            return this;
        }

        /** When it ends by itself; null is never. */
        public Builder expiresInHours(long value) {
            this.expiresInHours = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public AddPrefixRequest build() {
            Json.need("AddPrefixRequest", "prefix", prefix);
            Json.need("AddPrefixRequest", "action", action);
            Json.need("AddPrefixRequest", "reason", reason);
            return new AddPrefixRequest(prefix, action, reason, expiresInHours);
        }
    }
}
