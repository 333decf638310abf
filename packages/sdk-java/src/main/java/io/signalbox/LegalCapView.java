// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * LegalCapView. A field is null where the api gave none.
 *
 * @param identical Only messages of the same text count.
 */
public record LegalCapView(
        String rule,
        String country,
        List<String> channels,
        List<String> classes,
        Long limit,
        Long rollingSeconds,
        Boolean identical,
        String confidence,
        List<String> sources
) {
    static LegalCapView fromJson(Map<String, Object> json) {
        return new LegalCapView(
            Json.text(json.get("rule")),
            Json.text(json.get("country")),
            Json.list(json.get("channels"), item -> Json.text(item)),
            Json.list(json.get("classes"), item -> Json.text(item)),
            Json.whole(json.get("limit")),
            Json.whole(json.get("rolling_seconds")),
            Json.flag(json.get("identical")),
            Json.text(json.get("confidence")),
            Json.list(json.get("sources"), item -> Json.text(item)));
    }
}
