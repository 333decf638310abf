// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * ExportAuditParams. Made by its builder; what is null is not sent.
 *
 * @param after Number of the last entry you have; 0 from the beginning.
 */
public record ExportAuditParams(
        Long after,
        Long limit
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (after != null) json.put("after", after);
        if (limit != null) json.put("limit", limit);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a ExportAuditParams. */
    public static final class Builder {
        private Long after;
        private Long limit;

        private Builder() {}

        /** Number of the last entry you have; 0 from the beginning. */
        public Builder after(long value) {
            this.after = value;
            return this;
        }

        public Builder limit(long value) {
            this.limit = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public ExportAuditParams build() {
            return new ExportAuditParams(after, limit);
        }
    }
}
