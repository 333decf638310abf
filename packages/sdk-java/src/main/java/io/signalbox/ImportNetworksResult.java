// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * ImportNetworksResult. A field is null where the api gave none.
 */
public record ImportNetworksResult(
        Long rows,
        Long right,
        List<ImportNetworksResultColumns> columns,
        Long added,
        Long changed,
        Long unchanged,
        Long removed,
        List<ImportNetworksResultFaults> faults,
        Long faultCount,
        String errorCsv,
        Boolean stored
) {
    static ImportNetworksResult fromJson(Map<String, Object> json) {
        return new ImportNetworksResult(
            Json.whole(json.get("rows")),
            Json.whole(json.get("right")),
            Json.list(json.get("columns"), item -> Json.object(item, ImportNetworksResultColumns::fromJson)),
            Json.whole(json.get("added")),
            Json.whole(json.get("changed")),
            Json.whole(json.get("unchanged")),
            Json.whole(json.get("removed")),
            Json.list(json.get("faults"), item -> Json.object(item, ImportNetworksResultFaults::fromJson)),
            Json.whole(json.get("fault_count")),
            Json.text(json.get("error_csv")),
            Json.flag(json.get("stored")));
    }
}
