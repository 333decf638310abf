// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * PersonRequestView. A field is null where the api gave none.
 */
public record PersonRequestView(
        String id,
        String kind,
        String state,
        String environment,
        String channel,
        String address,
        String person,
        String reason,
        PersonActor askedBy,
        PersonActor decidedBy,
        String createdAt,
        String dueAt,
        String endedAt,
        List<PersonChange> changes
) {
    static PersonRequestView fromJson(Map<String, Object> json) {
        return new PersonRequestView(
            Json.text(json.get("id")),
            Json.text(json.get("kind")),
            Json.text(json.get("state")),
            Json.text(json.get("environment")),
            Json.text(json.get("channel")),
            Json.text(json.get("address")),
            Json.text(json.get("person")),
            Json.text(json.get("reason")),
            Json.object(json.get("asked_by"), PersonActor::fromJson),
            Json.object(json.get("decided_by"), PersonActor::fromJson),
            Json.text(json.get("created_at")),
            Json.text(json.get("due_at")),
            Json.text(json.get("ended_at")),
            Json.list(json.get("changes"), item -> Json.object(item, PersonChange::fromJson)));
    }
}
