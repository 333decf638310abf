// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * ListAuditParams. Made by its builder; what is null is not sent.
 *
 * @param actorId Id of a person or an API key.
 * @param objectId Id of the thing that was changed.
 */
public record ListAuditParams(
        Long limit,
        String cursor,
        String actorId,
        String action,
        String objectKind,
        String objectId,
        String since,
        String until
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (limit != null) json.put("limit", limit);
        if (cursor != null) json.put("cursor", cursor);
        if (actorId != null) json.put("actor_id", actorId);
        if (action != null) json.put("action", action);
        if (objectKind != null) json.put("object_kind", objectKind);
        if (objectId != null) json.put("object_id", objectId);
        if (since != null) json.put("since", since);
        if (until != null) json.put("until", until);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a ListAuditParams. */
    public static final class Builder {
        private Long limit;
        private String cursor;
        private String actorId;
        private String action;
        private String objectKind;
        private String objectId;
        private String since;
        private String until;

        private Builder() {}

        public Builder limit(long value) {
            this.limit = value;
            return this;
        }

        public Builder cursor(String value) {
            this.cursor = value;
            return this;
        }

        /** Id of a person or an API key. */
        public Builder actorId(String value) {
            this.actorId = value;
            return this;
        }

        public Builder action(String value) {
            this.action = value;
            return this;
        }

        public Builder objectKind(String value) {
            this.objectKind = value;
            return this;
        }

        /** Id of the thing that was changed. */
        public Builder objectId(String value) {
            this.objectId = value;
            return this;
        }

        public Builder since(String value) {
            this.since = value;
            return this;
        }

        public Builder until(String value) {
            this.until = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public ListAuditParams build() {
            return new ListAuditParams(limit, cursor, actorId, action, objectKind, objectId, since, until);
        }
    }
}
