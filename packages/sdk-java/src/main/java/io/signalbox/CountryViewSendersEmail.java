// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * CountryViewSendersEmail. A field is null where the api gave none.
 */
public record CountryViewSendersEmail(
        String default_,
        Boolean registeredOnly
) {
    static CountryViewSendersEmail fromJson(Map<String, Object> json) {
        return new CountryViewSendersEmail(
            Json.text(json.get("default")),
            Json.flag(json.get("registered_only")));
    }
}
