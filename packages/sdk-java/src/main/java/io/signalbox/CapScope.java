// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * CapScope. Made by its builder; what is null is not sent.
 *
 * @param templates Keys of templates; empty is every one.
 * @param metadata An entry that the metadata of the message must have, such as a campaign.
 */
public record CapScope(
        List<String> templates,
        CapScopeMetadata metadata
) implements JsonObject {
    static CapScope fromJson(Map<String, Object> json) {
        return new CapScope(
            Json.list(json.get("templates"), item -> Json.text(item)),
            Json.object(json.get("metadata"), CapScopeMetadata::fromJson));
    }

    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (templates != null) json.put("templates", templates);
        if (metadata != null) json.put("metadata", metadata);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a CapScope. */
    public static final class Builder {
        private List<String> templates;
        private CapScopeMetadata metadata;

        private Builder() {}

        /** Keys of templates; empty is every one. */
        public Builder templates(List<String> value) {
            this.templates = value;
            return this;
        }

        /** An entry that the metadata of the message must have, such as a campaign. */
        public Builder metadata(CapScopeMetadata value) {
            this.metadata = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public CapScope build() {
            return new CapScope(templates, metadata);
        }
    }
}
