// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * DltCheckResult. A field is null where the api gave none.
 */
public record DltCheckResult(
        Boolean passes,
        String entityId,
        String header,
        String templateId,
        String shownAs,
        DltCheckResultProblem problem,
        List<DltCandidate> candidates
) {
    static DltCheckResult fromJson(Map<String, Object> json) {
        return new DltCheckResult(
            Json.flag(json.get("passes")),
            Json.text(json.get("entity_id")),
            Json.text(json.get("header")),
            Json.text(json.get("template_id")),
            Json.text(json.get("shown_as")),
            Json.object(json.get("problem"), DltCheckResultProblem::fromJson),
            Json.list(json.get("candidates"), item -> Json.object(item, DltCandidate::fromJson)));
    }
}
