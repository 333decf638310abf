// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * SetGlossaryTermRequest. Made by its builder; what is null is not sent.
 *
 * @param locale The language it is for, with those that begin with it; null is every language without an entry of its own.
 * @param translation What it is called there; null says that it is never translated.
 */
public record SetGlossaryTermRequest(
        String locale,
        String translation
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (locale != null) json.put("locale", locale);
        if (translation != null) json.put("translation", translation);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a SetGlossaryTermRequest. */
    public static final class Builder {
        private String locale;
        private String translation;

        private Builder() {}

        /** The language it is for, with those that begin with it; null is every language without an entry of its own. */
        public Builder locale(String value) {
            this.locale = value;
            return this;
        }

        /** What it is called there; null says that it is never translated. */
        public Builder translation(String value) {
            this.translation = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public SetGlossaryTermRequest build() {
            return new SetGlossaryTermRequest(locale, translation);
        }
    }
}
