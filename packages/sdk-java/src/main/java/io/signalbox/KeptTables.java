// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * KeptTables. A field is null where the api gave none.
 */
public record KeptTables(
        String madeAt,
        String environment,
        String organisation,
        String workspace,
        String homeRegion,
        List<String> purposes,
        List<DataRecipient> recipients,
        List<KeptTable> data
) {
    static KeptTables fromJson(Map<String, Object> json) {
        return new KeptTables(
            Json.text(json.get("made_at")),
            Json.text(json.get("environment")),
            Json.text(json.get("organisation")),
            Json.text(json.get("workspace")),
            Json.text(json.get("home_region")),
            Json.list(json.get("purposes"), item -> Json.text(item)),
            Json.list(json.get("recipients"), item -> Json.object(item, DataRecipient::fromJson)),
            Json.list(json.get("data"), item -> Json.object(item, KeptTable::fromJson)));
    }
}
