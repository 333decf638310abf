// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * LookUpNumbersResult. A field is null where the api gave none.
 */
public record LookUpNumbersResult(
        List<LookedUpNumber> data,
        Long asked,
        Long costMicros,
        String currency,
        Boolean dryRun
) {
    static LookUpNumbersResult fromJson(Map<String, Object> json) {
        return new LookUpNumbersResult(
            Json.list(json.get("data"), item -> Json.object(item, LookedUpNumber::fromJson)),
            Json.whole(json.get("asked")),
            Json.whole(json.get("cost_micros")),
            Json.text(json.get("currency")),
            Json.flag(json.get("dry_run")));
    }
}
