// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * PriceChangeView. A field is null where the api gave none.
 */
public record PriceChangeView(
        String id,
        String at,
        PriceChangeViewActor actor,
        String fileName,
        PriceCounts counts,
        String undoes,
        String undoneBy
) {
    static PriceChangeView fromJson(Map<String, Object> json) {
        return new PriceChangeView(
            Json.text(json.get("id")),
            Json.text(json.get("at")),
            Json.object(json.get("actor"), PriceChangeViewActor::fromJson),
            Json.text(json.get("file_name")),
            Json.object(json.get("counts"), PriceCounts::fromJson),
            Json.text(json.get("undoes")),
            Json.text(json.get("undone_by")));
    }
}
