// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * SenderList. A field is null where the api gave none.
 */
public record SenderList(
        List<SenderView> data,
        List<SenderDuty> duties
) {
    static SenderList fromJson(Map<String, Object> json) {
        return new SenderList(
            Json.list(json.get("data"), item -> Json.object(item, SenderView::fromJson)),
            Json.list(json.get("duties"), item -> Json.object(item, SenderDuty::fromJson)));
    }
}
