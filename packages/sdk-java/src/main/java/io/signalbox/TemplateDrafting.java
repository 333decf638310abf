// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * TemplateDrafting. A field is null where the api gave none.
 *
 * @param version The version that was made of the drafts; null when none was.
 * @param faults What could not be drafted, and why.
 * @param message Why nothing was drafted at all.
 */
public record TemplateDrafting(
        String state,
        TemplateActor asked,
        List<String> locales,
        Long version,
        List<TemplateDraftingFaults> faults,
        String message
) {
    static TemplateDrafting fromJson(Map<String, Object> json) {
        return new TemplateDrafting(
            Json.text(json.get("state")),
            Json.object(json.get("asked"), TemplateActor::fromJson),
            Json.list(json.get("locales"), item -> Json.text(item)),
            Json.whole(json.get("version")),
            Json.list(json.get("faults"), item -> Json.object(item, TemplateDraftingFaults::fromJson)),
            Json.text(json.get("message")));
    }
}
