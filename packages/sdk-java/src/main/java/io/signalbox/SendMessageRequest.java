// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * SendMessageRequest. Made by its builder; what is null is not sent.
 */
public record SendMessageRequest(
        String channel,
        JsonObject content,
        String to,
        String class_,
        String from,
        String clientRef,
        String sendAt,
        Long validForSeconds,
        Money maxPrice,
        Map<String, String> metadata
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (channel != null) json.put("channel", channel);
        if (content != null) json.put("content", content);
        if (to != null) json.put("to", to);
        if (class_ != null) json.put("class", class_);
        if (from != null) json.put("from", from);
        if (clientRef != null) json.put("client_ref", clientRef);
        if (sendAt != null) json.put("send_at", sendAt);
        if (validForSeconds != null) json.put("valid_for_seconds", validForSeconds);
        if (maxPrice != null) json.put("max_price", maxPrice);
        if (metadata != null) json.put("metadata", metadata);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a SendMessageRequest. */
    public static final class Builder {
        private String channel;
        private JsonObject content;
        private String to;
        private String class_;
        private String from;
        private String clientRef;
        private String sendAt;
        private Long validForSeconds;
        private Money maxPrice;
        private Map<String, String> metadata;

        private Builder() {}

        public Builder channel(String value) {
            this.channel = value;
            return this;
        }

        public Builder content(SmsContent value) {
            this.content = value;
            return this;
        }

        public Builder content(EmailContent value) {
            this.content = value;
            return this;
        }

        public Builder to(String value) {
            this.to = value;
            return this;
        }

        public Builder class_(String value) {
            this.class_ = value;
            return this;
        }

        public Builder from(String value) {
            this.from = value;
            return this;
        }

        public Builder clientRef(String value) {
            this.clientRef = value;
            return this;
        }

        public Builder sendAt(String value) {
            this.sendAt = value;
            return this;
        }

        public Builder validForSeconds(long value) {
            this.validForSeconds = value;
            return this;
        }

        public Builder maxPrice(Money value) {
            this.maxPrice = value;
            return this;
        }

        public Builder metadata(Map<String, String> value) {
            this.metadata = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public SendMessageRequest build() {
            Json.need("SendMessageRequest", "channel", channel);
            Json.need("SendMessageRequest", "content", content);
            Json.need("SendMessageRequest", "to", to);
            Json.need("SendMessageRequest", "class", class_);
            return new SendMessageRequest(channel, content, to, class_, from, clientRef, sendAt, validForSeconds, maxPrice, metadata);
        }
    }
}
