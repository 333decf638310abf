// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * RemoveGlossaryTermParams. Made by its builder; what is null is not sent.
 *
 * @param locale The language of the entry; left out it is the one for every language.
 */
public record RemoveGlossaryTermParams(
        String locale
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (locale != null) json.put("locale", locale);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a RemoveGlossaryTermParams. */
    public static final class Builder {
        private String locale;

        private Builder() {}

        /** The language of the entry; left out it is the one for every language. */
        public Builder locale(String value) {
            this.locale = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public RemoveGlossaryTermParams build() {
            return new RemoveGlossaryTermParams(locale);
        }
    }
}
