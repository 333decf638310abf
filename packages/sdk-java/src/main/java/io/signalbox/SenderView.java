// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * SenderView. A field is null where the api gave none.
 */
public record SenderView(
        String id,
        String kept,
        String channel,
        String country,
        String network,
        String class_,
        String sender,
        String kind,
        String status,
        Boolean usable,
        String reference,
        String registeredOn,
        String expiresOn,
        SenderAffix affix,
        List<SenderDocument> documents,
        String notes,
        String lastUsedOn,
        String idleOn,
        ShownSender shown,
        List<SenderWarning> warnings,
        Long version,
        String updatedAt
) {
    static SenderView fromJson(Map<String, Object> json) {
        return new SenderView(
            Json.text(json.get("id")),
            Json.text(json.get("kept")),
            Json.text(json.get("channel")),
            Json.text(json.get("country")),
            Json.text(json.get("network")),
            Json.text(json.get("class")),
            Json.text(json.get("sender")),
            Json.text(json.get("kind")),
            Json.text(json.get("status")),
            Json.flag(json.get("usable")),
            Json.text(json.get("reference")),
            Json.text(json.get("registered_on")),
            Json.text(json.get("expires_on")),
            Json.object(json.get("affix"), SenderAffix::fromJson),
            Json.list(json.get("documents"), item -> Json.object(item, SenderDocument::fromJson)),
            Json.text(json.get("notes")),
            Json.text(json.get("last_used_on")),
            Json.text(json.get("idle_on")),
            Json.object(json.get("shown"), ShownSender::fromJson),
            Json.list(json.get("warnings"), item -> Json.object(item, SenderWarning::fromJson)),
            Json.whole(json.get("version")),
            Json.text(json.get("updated_at")));
    }
}
