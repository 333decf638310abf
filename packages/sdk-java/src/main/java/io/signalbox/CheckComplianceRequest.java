// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * CheckComplianceRequest. Made by its builder; what is null is not sent.
 *
 * @param to Number or mail address of the recipient.
 * @param from Sender; left out, rules about senders are not asked.
 * @param content Left out, rules about the content are not asked.
 * @param sendAt When it would go; left out, now. At most 90 days ahead.
 */
public record CheckComplianceRequest(
        String to,
        String channel,
        String class_,
        String from,
        CheckComplianceRequestContent content,
        String sendAt
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (to != null) json.put("to", to);
        if (channel != null) json.put("channel", channel);
        if (class_ != null) json.put("class", class_);
        if (from != null) json.put("from", from);
        if (content != null) json.put("content", content);
        if (sendAt != null) json.put("send_at", sendAt);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a CheckComplianceRequest. */
    public static final class Builder {
        private String to;
        private String channel;
        private String class_;
        private String from;
        private CheckComplianceRequestContent content;
        private String sendAt;

        private Builder() {}

        /** Number or mail address of the recipient. */
        public Builder to(String value) {
            this.to = value;
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

        /** Sender; left out, rules about senders are not asked. */
        public Builder from(String value) {
            this.from = value;
            return this;
        }

        /** Left out, rules about the content are not asked. */
        public Builder content(CheckComplianceRequestContent value) {
            this.content = value;
            return this;
        }

        /** When it would go; left out, now. At most 90 days ahead. */
        public Builder sendAt(String value) {
            this.sendAt = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public CheckComplianceRequest build() {
            Json.need("CheckComplianceRequest", "to", to);
            Json.need("CheckComplianceRequest", "class", class_);
            return new CheckComplianceRequest(to, channel, class_, from, content, sendAt);
        }
    }
}
