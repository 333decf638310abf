// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * LiftRestrictionRequest. Made by its builder; what is null is not sent.
 *
 * @param reason Why it is lifted; the person must have been told before (GDPR, article 18(3)).
 */
public record LiftRestrictionRequest(
        String reason
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (reason != null) json.put("reason", reason);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a LiftRestrictionRequest. */
    public static final class Builder {
        private String reason;

        private Builder() {}

        /** Why it is lifted; the person must have been told before (GDPR, article 18(3)). */
        public Builder reason(String value) {
            this.reason = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public LiftRestrictionRequest build() {
            Json.need("LiftRestrictionRequest", "reason", reason);
            return new LiftRestrictionRequest(reason);
        }
    }
}
