// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * DltEntryView. A field is null where the api gave none.
 */
public record DltEntryView(
        String kind,
        String id,
        Boolean usable,
        Long version,
        String updatedAt,
        String entityId,
        String name,
        String status,
        String expiresOn,
        DltMatching matching,
        String header,
        String templateId,
        String templateKind,
        List<String> headers,
        String text,
        List<String> tags,
        String consentTemplateId,
        String type,
        String value,
        String providerId,
        List<String> telemarketerIds,
        String hash,
        List<String> issues
) {
    static DltEntryView fromJson(Map<String, Object> json) {
        return new DltEntryView(
            Json.text(json.get("kind")),
            Json.text(json.get("id")),
            Json.flag(json.get("usable")),
            Json.whole(json.get("version")),
            Json.text(json.get("updated_at")),
            Json.text(json.get("entity_id")),
            Json.text(json.get("name")),
            Json.text(json.get("status")),
            Json.text(json.get("expires_on")),
            Json.object(json.get("matching"), DltMatching::fromJson),
            Json.text(json.get("header")),
            Json.text(json.get("template_id")),
            Json.text(json.get("template_kind")),
            Json.list(json.get("headers"), item -> Json.text(item)),
            Json.text(json.get("text")),
            Json.list(json.get("tags"), item -> Json.text(item)),
            Json.text(json.get("consent_template_id")),
            Json.text(json.get("type")),
            Json.text(json.get("value")),
            Json.text(json.get("provider_id")),
            Json.list(json.get("telemarketer_ids"), item -> Json.text(item)),
            Json.text(json.get("hash")),
            Json.list(json.get("issues"), item -> Json.text(item)));
    }
}
