// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * MessageView. A field is null where the api gave none.
 */
public record MessageView(
        String id,
        String state,
        MessageViewReason reason,
        MessageHold hold,
        String to,
        String from,
        String channel,
        String class_,
        String environment,
        String country,
        String topic,
        MessageViewContent content,
        WrittenByView template,
        Long parts,
        Long attempts,
        MessageViewRoute route,
        MessageViewProvider provider,
        Money price,
        Boolean simulated,
        String clientRef,
        Map<String, String> metadata,
        MessageGroup group,
        String acceptedAt,
        String sendAt,
        String expiresAt,
        String updatedAt
) {
    static MessageView fromJson(Map<String, Object> json) {
        return new MessageView(
            Json.text(json.get("id")),
            Json.text(json.get("state")),
            Json.object(json.get("reason"), MessageViewReason::fromJson),
            Json.object(json.get("hold"), MessageHold::fromJson),
            Json.text(json.get("to")),
            Json.text(json.get("from")),
            Json.text(json.get("channel")),
            Json.text(json.get("class")),
            Json.text(json.get("environment")),
            Json.text(json.get("country")),
            Json.text(json.get("topic")),
            Json.object(json.get("content"), MessageViewContent::fromJson),
            Json.object(json.get("template"), WrittenByView::fromJson),
            Json.whole(json.get("parts")),
            Json.whole(json.get("attempts")),
            Json.object(json.get("route"), MessageViewRoute::fromJson),
            Json.object(json.get("provider"), MessageViewProvider::fromJson),
            Json.object(json.get("price"), Money::fromJson),
            Json.flag(json.get("simulated")),
            Json.text(json.get("client_ref")),
            Json.map(json.get("metadata"), item -> Json.text(item)),
            Json.object(json.get("group"), MessageGroup::fromJson),
            Json.text(json.get("accepted_at")),
            Json.text(json.get("send_at")),
            Json.text(json.get("expires_at")),
            Json.text(json.get("updated_at")));
    }
}
