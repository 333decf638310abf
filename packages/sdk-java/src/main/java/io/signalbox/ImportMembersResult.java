// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * ImportMembersResult. A field is null where the api gave none.
 */
public record ImportMembersResult(
        Long rows,
        Long right,
        Long repeated,
        ImportMembersResultStored stored,
        List<ImportMembersResultColumns> columns,
        List<ImportMembersResultFaults> faults,
        Long faultCount,
        String errorCsv,
        List<Map<String, Object>> sample
) {
    static ImportMembersResult fromJson(Map<String, Object> json) {
        return new ImportMembersResult(
            Json.whole(json.get("rows")),
            Json.whole(json.get("right")),
            Json.whole(json.get("repeated")),
            Json.object(json.get("stored"), ImportMembersResultStored::fromJson),
            Json.list(json.get("columns"), item -> Json.object(item, ImportMembersResultColumns::fromJson)),
            Json.list(json.get("faults"), item -> Json.object(item, ImportMembersResultFaults::fromJson)),
            Json.whole(json.get("fault_count")),
            Json.text(json.get("error_csv")),
            Json.list(json.get("sample"), item -> Json.map(item, subitem -> subitem)));
    }
}
