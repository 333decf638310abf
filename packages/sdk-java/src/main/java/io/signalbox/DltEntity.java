// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * DltEntity. Made by its builder; what is null is not sent.
 *
 * @param entityId Id of the principal entity on the ledgers.
 * @param status How it stands at the operator.
 * @param expiresOn The last day on which it counts, by the calendar of India.
 * @param matching How operators compare its texts with its templates; strict unless said.
 */
public record DltEntity(
        String entityId,
        String name,
        String status,
        String expiresOn,
        DltMatching matching
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (entityId != null) json.put("entity_id", entityId);
        if (name != null) json.put("name", name);
        if (status != null) json.put("status", status);
        if (expiresOn != null) json.put("expires_on", expiresOn);
        if (matching != null) json.put("matching", matching);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a DltEntity. */
    public static final class Builder {
        private String entityId;
        private String name;
        private String status;
        private String expiresOn;
        private DltMatching matching;

        private Builder() {}

        /** Id of the principal entity on the ledgers. */
        public Builder entityId(String value) {
            this.entityId = value;
            return this;
        }

        public Builder name(String value) {
            this.name = value;
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

        /** How operators compare its texts with its templates; strict unless said. */
        public Builder matching(DltMatching value) {
            this.matching = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public DltEntity build() {
            Json.need("DltEntity", "entity_id", entityId);
            Json.need("DltEntity", "name", name);
            return new DltEntity(entityId, name, status, expiresOn, matching);
        }
    }
}
