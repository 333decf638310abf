// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * SaveKeywordReply. Made by its builder; what is null is not sent.
 *
 * @param text Empty goes back to the text of the house. `{sender}` is the name of the workspace.
 */
public record SaveKeywordReply(
        String kind,
        String locale,
        String text
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (kind != null) json.put("kind", kind);
        if (locale != null) json.put("locale", locale);
        if (text != null) json.put("text", text);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a SaveKeywordReply. */
    public static final class Builder {
        private String kind;
        private String locale;
        private String text;

        private Builder() {}

        public Builder kind(String value) {
            this.kind = value;
            return this;
        }

        public Builder locale(String value) {
            this.locale = value;
            return this;
        }

        /** Empty goes back to the text of the house. `{sender}` is the name of the workspace. */
        public Builder text(String value) {
            this.text = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public SaveKeywordReply build() {
            Json.need("SaveKeywordReply", "kind", kind);
            Json.need("SaveKeywordReply", "locale", locale);
            Json.need("SaveKeywordReply", "text", text);
            return new SaveKeywordReply(kind, locale, text);
        }
    }
}
