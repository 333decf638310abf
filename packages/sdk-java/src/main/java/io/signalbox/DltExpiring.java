// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * DltExpiring. A field is null where the api gave none.
 */
public record DltExpiring(
        List<DltExpiringData> data
) {
    static DltExpiring fromJson(Map<String, Object> json) {
        return new DltExpiring(
            Json.list(json.get("data"), item -> Json.object(item, DltExpiringData::fromJson)));
    }
}
