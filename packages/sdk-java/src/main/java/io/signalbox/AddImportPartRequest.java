// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * AddImportPartRequest. Made by its builder; what is null is not sent.
 *
 * @param at Where the part begins in the file, in bytes: what was sent before it.
 * @param data At most 2 MiB of the file as base64. A part sent again changes nothing.
 */
public record AddImportPartRequest(
        Long at,
        String data
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (at != null) json.put("at", at);
        if (data != null) json.put("data", data);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a AddImportPartRequest. */
    public static final class Builder {
        private Long at;
        private String data;

        private Builder() {}

        /** Where the part begins in the file, in bytes: what was sent before it. */
        public Builder at(long value) {
            this.at = value;
            return this;
        }

        /** At most 2 MiB of the file as base64. A part sent again changes nothing. */
        public Builder data(String value) {
            this.data = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public AddImportPartRequest build() {
            Json.need("AddImportPartRequest", "at", at);
            Json.need("AddImportPartRequest", "data", data);
            return new AddImportPartRequest(at, data);
        }
    }
}
