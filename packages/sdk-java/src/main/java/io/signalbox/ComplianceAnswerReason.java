// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * ComplianceAnswerReason. A field is null where the api gave none.
 */
public record ComplianceAnswerReason(
        String code,
        String text
) {
    static ComplianceAnswerReason fromJson(Map<String, Object> json) {
        return new ComplianceAnswerReason(
            Json.text(json.get("code")),
            Json.text(json.get("text")));
    }
}
