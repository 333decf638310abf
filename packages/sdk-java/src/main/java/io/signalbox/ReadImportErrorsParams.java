// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * ReadImportErrorsParams. Made by its builder; what is null is not sent.
 */
public record ReadImportErrorsParams(
        String cursor
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (cursor != null) json.put("cursor", cursor);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a ReadImportErrorsParams. */
    public static final class Builder {
        private String cursor;

        private Builder() {}

        public Builder cursor(String value) {
            this.cursor = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public ReadImportErrorsParams build() {
            return new ReadImportErrorsParams(cursor);
        }
    }
}
