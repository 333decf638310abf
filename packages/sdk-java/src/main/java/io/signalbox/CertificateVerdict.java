// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * CertificateVerdict. A field is null where the api gave none.
 */
public record CertificateVerdict(
        Boolean genuine,
        Boolean aboutThisAddress,
        Boolean recorded
) {
    static CertificateVerdict fromJson(Map<String, Object> json) {
        return new CertificateVerdict(
            Json.flag(json.get("genuine")),
            Json.flag(json.get("about_this_address")),
            Json.flag(json.get("recorded")));
    }
}
