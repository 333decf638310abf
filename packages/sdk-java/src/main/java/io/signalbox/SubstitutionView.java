// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * SubstitutionView. A field is null where the api gave none.
 *
 * @param version Give it with a change, and one that somebody else made meanwhile is not lost.
 * @param rules The first that fits decides.
 * @param currency The currency of the workspace, in which `above` is said.
 * @param since When the month of `savings` began.
 * @param savings Rules that moved something this month, those removed since too.
 */
public record SubstitutionView(
        Long version,
        List<SubstitutionRule> rules,
        String currency,
        String since,
        List<SubstitutionSaving> savings
) {
    static SubstitutionView fromJson(Map<String, Object> json) {
        return new SubstitutionView(
            Json.whole(json.get("version")),
            Json.list(json.get("rules"), item -> Json.object(item, SubstitutionRule::fromJson)),
            Json.text(json.get("currency")),
            Json.text(json.get("since")),
            Json.list(json.get("savings"), item -> Json.object(item, SubstitutionSaving::fromJson)));
    }
}
