// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * DltTemplateEntry. Made by its builder; what is null is not sent.
 *
 * @param entityId Id of the principal entity on the ledgers.
 * @param templateId Id of the content template on the ledgers.
 * @param headers The headers it is linked to.
 * @param text The text as registered, placeholders such as {#numeric#} included.
 * @param tags Tags of the placeholders in order, for portals that hold them beside the text; null when they stand in it.
 * @param consentTemplateId The consent template of promotional and service explicit ones.
 * @param status How it stands at the operator.
 * @param expiresOn The last day on which it counts, by the calendar of India.
 */
public record DltTemplateEntry(
        String entityId,
        String templateId,
        String name,
        String kind,
        List<String> headers,
        String text,
        List<String> tags,
        String consentTemplateId,
        String status,
        String expiresOn
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (entityId != null) json.put("entity_id", entityId);
        if (templateId != null) json.put("template_id", templateId);
        if (name != null) json.put("name", name);
        if (kind != null) json.put("kind", kind);
        if (headers != null) json.put("headers", headers);
        if (text != null) json.put("text", text);
        if (tags != null) json.put("tags", tags);
        if (consentTemplateId != null) json.put("consent_template_id", consentTemplateId);
        if (status != null) json.put("status", status);
        if (expiresOn != null) json.put("expires_on", expiresOn);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a DltTemplateEntry. */
    public static final class Builder {
        private String entityId;
        private String templateId;
        private String name;
        private String kind;
        private List<String> headers;
        private String text;
        private List<String> tags;
        private String consentTemplateId;
        private String status;
        private String expiresOn;

        private Builder() {}

        /** Id of the principal entity on the ledgers. */
        public Builder entityId(String value) {
            this.entityId = value;
            return this;
        }

        /** Id of the content template on the ledgers. */
        public Builder templateId(String value) {
            this.templateId = value;
            return this;
        }

        public Builder name(String value) {
            this.name = value;
            return this;
        }

        public Builder kind(String value) {
            this.kind = value;
            return this;
        }

        /** The headers it is linked to. */
        public Builder headers(List<String> value) {
            this.headers = value;
            return this;
        }

        /** The text as registered, placeholders such as {#numeric#} included. */
        public Builder text(String value) {
            this.text = value;
            return this;
        }

        /** Tags of the placeholders in order, for portals that hold them beside the text; null when they stand in it. */
        public Builder tags(List<String> value) {
            this.tags = value;
            return this;
        }

        /** The consent template of promotional and service explicit ones. */
        public Builder consentTemplateId(String value) {
            this.consentTemplateId = value;
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
        public DltTemplateEntry build() {
            Json.need("DltTemplateEntry", "entity_id", entityId);
            Json.need("DltTemplateEntry", "template_id", templateId);
            Json.need("DltTemplateEntry", "name", name);
            Json.need("DltTemplateEntry", "kind", kind);
            Json.need("DltTemplateEntry", "headers", headers);
            Json.need("DltTemplateEntry", "text", text);
            return new DltTemplateEntry(entityId, templateId, name, kind, headers, text, tags, consentTemplateId, status, expiresOn);
        }
    }
}
