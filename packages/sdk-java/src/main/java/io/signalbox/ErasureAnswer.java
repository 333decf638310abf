// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * ErasureAnswer. A field is null where the api gave none.
 */
public record ErasureAnswer(
        PersonRequestView request,
        ErasureCertificate certificate
) {
    static ErasureAnswer fromJson(Map<String, Object> json) {
        return new ErasureAnswer(
            Json.object(json.get("request"), PersonRequestView::fromJson),
            Json.object(json.get("certificate"), ErasureCertificate::fromJson));
    }
}
