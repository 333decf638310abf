// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * ListView. A field is null where the api gave none.
 */
public record ListView(
        String id,
        String name,
        String channel,
        String environment,
        String purpose,
        String topic,
        String optIn,
        Long confirmWithinHours,
        String from,
        Map<String, Wording> wordings,
        ListViewSignUp signUp,
        ListViewMembers members,
        String createdAt
) {
    static ListView fromJson(Map<String, Object> json) {
        return new ListView(
            Json.text(json.get("id")),
            Json.text(json.get("name")),
            Json.text(json.get("channel")),
            Json.text(json.get("environment")),
            Json.text(json.get("purpose")),
            Json.text(json.get("topic")),
            Json.text(json.get("opt_in")),
            Json.whole(json.get("confirm_within_hours")),
            Json.text(json.get("from")),
            Json.map(json.get("wordings"), item -> Json.object(item, Wording::fromJson)),
            Json.object(json.get("sign_up"), ListViewSignUp::fromJson),
            Json.object(json.get("members"), ListViewMembers::fromJson),
            Json.text(json.get("created_at")));
    }
}
