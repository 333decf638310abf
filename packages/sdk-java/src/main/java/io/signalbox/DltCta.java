// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * DltCta. Made by its builder; what is null is not sent.
 *
 * @param entityId Id of the principal entity on the ledgers.
 * @param value The link, number or address, as registered.
 * @param status How it stands at the operator.
 * @param expiresOn The last day on which it counts, by the calendar of India.
 */
public record DltCta(
        String entityId,
        String type,
        String value,
        String status,
        String expiresOn
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (entityId != null) json.put("entity_id", entityId);
        if (type != null) json.put("type", type);
        if (value != null) json.put("value", value);
        if (status != null) json.put("status", status);
        if (expiresOn != null) json.put("expires_on", expiresOn);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a DltCta. */
    public static final class Builder {
        private String entityId;
        private String type;
        private String value;
        private String status;
        private String expiresOn;

        private Builder() {}

        /** Id of the principal entity on the ledgers. */
        public Builder entityId(String value) {
            this.entityId = value;
            return this;
        }

        public Builder type(String value) {
            this.type = value;
            return this;
        }

        /** The link, number or address, as registered. */
        public Builder value(String value) {
            this.value = value;
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
        public DltCta build() {
            Json.need("DltCta", "entity_id", entityId);
            Json.need("DltCta", "type", type);
            Json.need("DltCta", "value", value);
            return new DltCta(entityId, type, value, status, expiresOn);
        }
    }
}
