// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * DltImportResult. A field is null where the api gave none.
 */
public record DltImportResult(
        Long rows,
        Long right,
        List<DltImportResultColumns> columns,
        DltStored stored,
        List<DltImportFault> faults,
        Long faultCount,
        String errorCsv,
        List<Map<String, Object>> sample
) {
    static DltImportResult fromJson(Map<String, Object> json) {
        return new DltImportResult(
            Json.whole(json.get("rows")),
            Json.whole(json.get("right")),
            Json.list(json.get("columns"), item -> Json.object(item, DltImportResultColumns::fromJson)),
            Json.object(json.get("stored"), DltStored::fromJson),
            Json.list(json.get("faults"), item -> Json.object(item, DltImportFault::fromJson)),
            Json.whole(json.get("fault_count")),
            Json.text(json.get("error_csv")),
            Json.list(json.get("sample"), item -> Json.map(item, subitem -> subitem)));
    }
}
