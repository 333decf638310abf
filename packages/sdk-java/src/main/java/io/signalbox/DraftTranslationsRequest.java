// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * DraftTranslationsRequest. Made by its builder; what is null is not sent.
 *
 * @param locales The languages to draft; in each, what every channel says in the default language and not yet there, or there in a text that is `stale`.
 */
public record DraftTranslationsRequest(
        List<String> locales
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (locales != null) json.put("locales", locales);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a DraftTranslationsRequest. */
    public static final class Builder {
        private List<String> locales;

        private Builder() {}

        /** The languages to draft; in each, what every channel says in the default language and not yet there, or there in a text that is `stale`. */
        public Builder locales(List<String> value) {
            this.locales = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public DraftTranslationsRequest build() {
            Json.need("DraftTranslationsRequest", "locales", locales);
            return new DraftTranslationsRequest(locales);
        }
    }
}
