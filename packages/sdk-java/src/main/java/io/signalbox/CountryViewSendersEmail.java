// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * CountryViewSendersEmail. A field is null where the api gave none.
 */
public record CountryViewSendersEmail(
        String default_,
        List<String> allowed
) {
    static CountryViewSendersEmail fromJson(Map<String, Object> json) {
        return new CountryViewSendersEmail(
            Json.text(json.get("default")),
            Json.list(json.get("allowed"), item -> Json.text(item)));
    }
}
