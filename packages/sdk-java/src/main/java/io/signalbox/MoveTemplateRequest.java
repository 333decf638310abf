// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * MoveTemplateRequest. Made by its builder; what is null is not sent.
 */
public record MoveTemplateRequest(
        String comment
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (comment != null) json.put("comment", comment);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a MoveTemplateRequest. */
    public static final class Builder {
        private String comment;

        private Builder() {}

        public Builder comment(String value) {
            this.comment = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public MoveTemplateRequest build() {
            return new MoveTemplateRequest(comment);
        }
    }
}
