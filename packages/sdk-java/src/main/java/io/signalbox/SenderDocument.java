// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * SenderDocument. Made by its builder; what is null is not sent.
 *
 * @param name What the file is called.
 * @param reference Where it lies, or the number it has there.
 */
public record SenderDocument(
        String name,
        String kind,
        String reference,
        String notes
) implements JsonObject {
    static SenderDocument fromJson(Map<String, Object> json) {
        return new SenderDocument(
            Json.text(json.get("name")),
            Json.text(json.get("kind")),
            Json.text(json.get("reference")),
            Json.text(json.get("notes")));
    }

    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (name != null) json.put("name", name);
        if (kind != null) json.put("kind", kind);
        if (reference != null) json.put("reference", reference);
        if (notes != null) json.put("notes", notes);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a SenderDocument. */
    public static final class Builder {
        private String name;
        private String kind;
        private String reference;
        private String notes;

        private Builder() {}

        /** What the file is called. */
        public Builder name(String value) {
            this.name = value;
            return this;
        }

        public Builder kind(String value) {
            this.kind = value;
            return this;
        }

        /** Where it lies, or the number it has there. */
        public Builder reference(String value) {
            this.reference = value;
            return this;
        }

        public Builder notes(String value) {
            this.notes = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public SenderDocument build() {
            Json.need("SenderDocument", "name", name);
            Json.need("SenderDocument", "kind", kind);
            return new SenderDocument(name, kind, reference, notes);
        }
    }
}
