// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * DltConsentTemplate. Made by its builder; what is null is not sent.
 *
 * @param entityId Id of the principal entity on the ledgers.
 * @param status How it stands at the operator.
 * @param expiresOn The last day on which it counts, by the calendar of India.
 */
public record DltConsentTemplate(
        String entityId,
        String templateId,
        String name,
        String text,
        String status,
        String expiresOn
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (entityId != null) json.put("entity_id", entityId);
        if (templateId != null) json.put("template_id", templateId);
        if (name != null) json.put("name", name);
        if (text != null) json.put("text", text);
        if (status != null) json.put("status", status);
        if (expiresOn != null) json.put("expires_on", expiresOn);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a DltConsentTemplate. */
    public static final class Builder {
        private String entityId;
        private String templateId;
        private String name;
        private String text;
        private String status;
        private String expiresOn;

        private Builder() {}

        /** Id of the principal entity on the ledgers. */
        public Builder entityId(String value) {
            this.entityId = value;
            return this;
        }

        public Builder templateId(String value) {
            this.templateId = value;
            return this;
        }

        public Builder name(String value) {
            this.name = value;
            return this;
        }

        public Builder text(String value) {
            this.text = value;
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
        public DltConsentTemplate build() {
            Json.need("DltConsentTemplate", "entity_id", entityId);
            Json.need("DltConsentTemplate", "template_id", templateId);
            Json.need("DltConsentTemplate", "name", name);
            Json.need("DltConsentTemplate", "text", text);
            return new DltConsentTemplate(entityId, templateId, name, text, status, expiresOn);
        }
    }
}
