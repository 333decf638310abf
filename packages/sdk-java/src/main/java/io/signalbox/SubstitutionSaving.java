// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * SubstitutionSaving. A field is null where the api gave none.
 *
 * @param saved By currency; what had no price is not in it.
 */
public record SubstitutionSaving(
        String key,
        Long moved,
        Long cameBack,
        List<SubstitutionSavingSaved> saved
) {
    static SubstitutionSaving fromJson(Map<String, Object> json) {
        return new SubstitutionSaving(
            Json.text(json.get("key")),
            Json.whole(json.get("moved")),
            Json.whole(json.get("came_back")),
            Json.list(json.get("saved"), item -> Json.object(item, SubstitutionSavingSaved::fromJson)));
    }
}
