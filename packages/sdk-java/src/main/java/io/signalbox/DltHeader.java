// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * DltHeader. Made by its builder; what is null is not sent.
 *
 * @param entityId Id of the principal entity on the ledgers.
 * @param header The bare header: the operator puts its letters before it and -P, -S, -T or -G behind. Case counts.
 * @param status How it stands at the operator.
 * @param expiresOn The last day on which it counts, by the calendar of India.
 */
public record DltHeader(
        String entityId,
        String header,
        String status,
        String expiresOn
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (entityId != null) json.put("entity_id", entityId);
        if (header != null) json.put("header", header);
        if (status != null) json.put("status", status);
        if (expiresOn != null) json.put("expires_on", expiresOn);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a DltHeader. */
    public static final class Builder {
        private String entityId;
        private String header;
        private String status;
        private String expiresOn;

        private Builder() {}

        /** Id of the principal entity on the ledgers. */
        public Builder entityId(String value) {
            this.entityId = value;
            return this;
        }

        /** The bare header: the operator puts its letters before it and -P, -S, -T or -G behind. Case counts. */
        public Builder header(String value) {
            this.header = value;
            return this;
        }

        /** How it stands at the operator. */
        public Builder status(String value) {
            this.status = value;
            return this;
        }

        /** The last day on which it counts, by the calendar of India. */
        public Builder expiresOn(String value) {
            this.expiresOn = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public DltHeader build() {
            Json.need("DltHeader", "entity_id", entityId);
            Json.need("DltHeader", "header", header);
            return new DltHeader(entityId, header, status, expiresOn);
        }
    }
}
