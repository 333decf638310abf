// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * ListMessagesParams. Made by its builder; what is null is not sent.
 */
public record ListMessagesParams(
        Long limit,
        String cursor,
        String state,
        String channel,
        String class_,
        String to,
        String country,
        String clientRef,
        String reason,
        String routeId,
        String acceptedAfter,
        String acceptedBefore
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (limit != null) json.put("limit", limit);
        if (cursor != null) json.put("cursor", cursor);
        if (state != null) json.put("state", state);
        if (channel != null) json.put("channel", channel);
        if (class_ != null) json.put("class", class_);
        if (to != null) json.put("to", to);
        if (country != null) json.put("country", country);
        if (clientRef != null) json.put("client_ref", clientRef);
        if (reason != null) json.put("reason", reason);
        if (routeId != null) json.put("route_id", routeId);
        if (acceptedAfter != null) json.put("accepted_after", acceptedAfter);
        if (acceptedBefore != null) json.put("accepted_before", acceptedBefore);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a ListMessagesParams. */
    public static final class Builder {
        private Long limit;
        private String cursor;
        private String state;
        private String channel;
        private String class_;
        private String to;
        private String country;
        private String clientRef;
        private String reason;
        private String routeId;
        private String acceptedAfter;
        private String acceptedBefore;

        private Builder() {}

        public Builder limit(long value) {
            this.limit = value;
            return this;
        }

        public Builder cursor(String value) {
            this.cursor = value;
            return this;
        }

        public Builder state(String value) {
            this.state = value;
            return this;
        }

        public Builder channel(String value) {
            this.channel = value;
            return this;
        }

        public Builder class_(String value) {
            this.class_ = value;
            return this;
        }

        public Builder to(String value) {
            this.to = value;
            return this;
        }

        public Builder country(String value) {
            this.country = value;
            return this;
        }

        public Builder clientRef(String value) {
            this.clientRef = value;
            return this;
        }

        public Builder reason(String value) {
            this.reason = value;
            return this;
        }

        public Builder routeId(String value) {
            this.routeId = value;
            return this;
        }

        public Builder acceptedAfter(String value) {
            this.acceptedAfter = value;
            return this;
        }

        public Builder acceptedBefore(String value) {
            this.acceptedBefore = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public ListMessagesParams build() {
            return new ListMessagesParams(limit, cursor, state, channel, class_, to, country, clientRef, reason, routeId, acceptedAfter, acceptedBefore);
        }
    }
}
