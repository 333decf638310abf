// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * ImportPreview. A field is null where the api gave none.
 */
public record ImportPreview(
        String encoding,
        String delimiter,
        List<ImportPreviewColumns> columns,
        Boolean remembered,
        List<List<String>> rows
) {
    static ImportPreview fromJson(Map<String, Object> json) {
        return new ImportPreview(
            Json.text(json.get("encoding")),
            Json.text(json.get("delimiter")),
            Json.list(json.get("columns"), item -> Json.object(item, ImportPreviewColumns::fromJson)),
            Json.flag(json.get("remembered")),
            Json.list(json.get("rows"), item -> Json.list(item, subitem -> Json.text(subitem))));
    }
}
