// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * SubstitutionPreview. A field is null where the api gave none.
 *
 * @param sends Sends over several channels of these days that begin with `from` and name `to`.
 * @param moved Those of them the rule fits, by the prices of today.
 * @param unpriced Those it was not asked for, because `from` has no price there in the currency of the rule.
 * @param saving With its 90 % interval; null where too little is known, and `refused` says why.
 * @param refused Why no saving is told.
 * @param ended Messages by `to` of the last 30 days that ended, by which it is judged how many go by `from` after all.
 */
public record SubstitutionPreview(
        Long days,
        Long sends,
        Long moved,
        Long unpriced,
        SubstitutionPreviewSaving saving,
        String refused,
        Long ended
) {
    static SubstitutionPreview fromJson(Map<String, Object> json) {
        return new SubstitutionPreview(
            Json.whole(json.get("days")),
            Json.whole(json.get("sends")),
            Json.whole(json.get("moved")),
            Json.whole(json.get("unpriced")),
            Json.object(json.get("saving"), SubstitutionPreviewSaving::fromJson),
            Json.text(json.get("refused")),
            Json.whole(json.get("ended")));
    }
}
