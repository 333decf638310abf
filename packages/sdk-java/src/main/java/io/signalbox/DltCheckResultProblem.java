// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * DltCheckResultProblem. A field is null where the api gave none.
 */
public record DltCheckResultProblem(
        String code,
        String operatorCode,
        String reason,
        String cure,
        DltMark mark
) {
    static DltCheckResultProblem fromJson(Map<String, Object> json) {
        return new DltCheckResultProblem(
            Json.text(json.get("code")),
            Json.text(json.get("operator_code")),
            Json.text(json.get("reason")),
            Json.text(json.get("cure")),
            Json.object(json.get("mark"), DltMark::fromJson));
    }
}
