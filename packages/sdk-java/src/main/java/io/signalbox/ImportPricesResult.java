// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * ImportPricesResult. A field is null where the api gave none.
 */
public record ImportPricesResult(
        Long rows,
        Long right,
        List<ImportPricesResultColumns> columns,
        PriceCounts counts,
        List<PriceLine> lines,
        Long lineCount,
        List<PriceFault> faults,
        Long faultCount,
        String errorCsv,
        String changeId
) {
    static ImportPricesResult fromJson(Map<String, Object> json) {
        return new ImportPricesResult(
            Json.whole(json.get("rows")),
            Json.whole(json.get("right")),
            Json.list(json.get("columns"), item -> Json.object(item, ImportPricesResultColumns::fromJson)),
            Json.object(json.get("counts"), PriceCounts::fromJson),
            Json.list(json.get("lines"), item -> Json.object(item, PriceLine::fromJson)),
            Json.whole(json.get("line_count")),
            Json.list(json.get("faults"), item -> Json.object(item, PriceFault::fromJson)),
            Json.whole(json.get("fault_count")),
            Json.text(json.get("error_csv")),
            Json.text(json.get("change_id")));
    }
}
