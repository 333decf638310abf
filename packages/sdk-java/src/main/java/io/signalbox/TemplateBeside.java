// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * TemplateBeside. A field is null where the api gave none.
 */
public record TemplateBeside(
        List<String> missing,
        List<String> added,
        Long longerPercent,
        List<TemplateBesideTerms> terms,
        Long moreParts
) {
    static TemplateBeside fromJson(Map<String, Object> json) {
        return new TemplateBeside(
            Json.list(json.get("missing"), item -> Json.text(item)),
            Json.list(json.get("added"), item -> Json.text(item)),
            Json.whole(json.get("longer_percent")),
            Json.list(json.get("terms"), item -> Json.object(item, TemplateBesideTerms::fromJson)),
            Json.whole(json.get("more_parts")));
    }
}
