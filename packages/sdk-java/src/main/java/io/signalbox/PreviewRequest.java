// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * PreviewRequest. Made by its builder; what is null is not sent.
 *
 * @param maxPrice The most this message may cost, all of its parts together; over several channels, the most of each. A route above it is not a candidate. Without a currency the default currency of the workspace is meant.
 * @param topic What marketing is about, one of `GET /v1/topics`: the consent to that topic is judged, and who refused it gets nothing of it. Left out, the topic of the template counts, and without one any consent to marketing.
 * @param explain With true the answer carries the routing decision the message meets now.
 * @param template In place of `content`: what the message says, by a template.
 * @param channels In the order they are used; each once.
 * @param mode `failover`: the next channel goes when the one before it ends without delivery, or has no receipt in time. A provider that sends no receipts, such as a mail server, ends it by taking the message: what follows a mail is a refusal, or a failure that is reported within that time, not the want of a receipt. `parallel`: all go at once.
 * @param channelTimeoutSeconds For failover: without a receipt within this time the next channel goes. Left out: 30 for otp, 300 for transactional, 3600 for marketing, and never more than the share of a channel in the validity.
 */
public record PreviewRequest(
        String channel,
        Object content,
        String class_,
        String clientRef,
        String sendAt,
        Long validForSeconds,
        MaxPrice maxPrice,
        Map<String, String> metadata,
        String topic,
        Object to,
        Object from,
        Boolean explain,
        TemplateRef template,
        List<String> channels,
        String mode,
        Long channelTimeoutSeconds
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (channel != null) json.put("channel", channel);
        if (content != null) json.put("content", content);
        if (class_ != null) json.put("class", class_);
        if (clientRef != null) json.put("client_ref", clientRef);
        if (sendAt != null) json.put("send_at", sendAt);
        if (validForSeconds != null) json.put("valid_for_seconds", validForSeconds);
        if (maxPrice != null) json.put("max_price", maxPrice);
        if (metadata != null) json.put("metadata", metadata);
        if (topic != null) json.put("topic", topic);
        if (to != null) json.put("to", to);
        if (from != null) json.put("from", from);
        if (explain != null) json.put("explain", explain);
        if (template != null) json.put("template", template);
        if (channels != null) json.put("channels", channels);
        if (mode != null) json.put("mode", mode);
        if (channelTimeoutSeconds != null) json.put("channel_timeout_seconds", channelTimeoutSeconds);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a PreviewRequest. */
    public static final class Builder {
        private String channel;
        private Object content;
        private String class_;
        private String clientRef;
        private String sendAt;
        private Long validForSeconds;
        private MaxPrice maxPrice;
        private Map<String, String> metadata;
        private String topic;
        private Object to;
        private Object from;
        private Boolean explain;
        private TemplateRef template;
        private List<String> channels;
        private String mode;
        private Long channelTimeoutSeconds;

        private Builder() {}

        public Builder channel(String value) {
            this.channel = value;
            return this;
        }

        public Builder content(JsonObject value) {
            this.content = value;
            return this;
        }

        public Builder content(PreviewToChannelsRequestContent value) {
            this.content = value;
            return this;
        }

        public Builder class_(String value) {
            this.class_ = value;
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

        /** The most this message may cost, all of its parts together; over several channels, the most of each. A route above it is not a candidate. Without a currency the default currency of the workspace is meant. */
        public Builder maxPrice(MaxPrice value) {
            this.maxPrice = value;
            return this;
        }

        public Builder metadata(Map<String, String> value) {
            this.metadata = value;
            return this;
        }

        /** What marketing is about, one of `GET /v1/topics`: the consent to that topic is judged, and who refused it gets nothing of it. Left out, the topic of the template counts, and without one any consent to marketing. */
        public Builder topic(String value) {
            this.topic = value;
            return this;
        }

        public Builder to(String value) {
            this.to = value;
            return this;
        }

        public Builder to(PreviewToChannelsRequestTo value) {
            this.to = value;
            return this;
        }

        public Builder from(String value) {
            this.from = value;
            return this;
        }

        public Builder from(PreviewToChannelsRequestFrom value) {
            this.from = value;
            return this;
        }

        /** With true the answer carries the routing decision the message meets now. */
        public Builder explain(boolean value) {
            this.explain = value;
            return this;
        }

        /** In place of `content`: what the message says, by a template. */
        public Builder template(TemplateRef value) {
            this.template = value;
            return this;
        }

        /** In the order they are used; each once. */
        public Builder channels(List<String> value) {
            this.channels = value;
            return this;
        }

        /** `failover`: the next channel goes when the one before it ends without delivery, or has no receipt in time. A provider that sends no receipts, such as a mail server, ends it by taking the message: what follows a mail is a refusal, or a failure that is reported within that time, not the want of a receipt. `parallel`: all go at once. */
        public Builder mode(String value) {
            this.mode = value;
            return this;
        }

        /** For failover: without a receipt within this time the next channel goes. Left out: 30 for otp, 300 for transactional, 3600 for marketing, and never more than the share of a channel in the validity. */
        public Builder channelTimeoutSeconds(long value) {
            this.channelTimeoutSeconds = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public PreviewRequest build() {
            Json.need("PreviewRequest", "class", class_);
            Json.need("PreviewRequest", "to", to);
            return new PreviewRequest(channel, content, class_, clientRef, sendAt, validForSeconds, maxPrice, metadata, topic, to, from, explain, template, channels, mode, channelTimeoutSeconds);
        }
    }
}
