// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * QuoteRequest. Made by its builder; what is null is not sent.
 *
 * @param text The text as it would be sent: how many parts it takes follows from it.
 * @param recipients Numbers or mail addresses; each is judged as a send would be, suppressions and consents included.
 * @param mix Instead of recipients: how many go to which country. Lists of people are not looked at then.
 */
public record QuoteRequest(
        String channel,
        String class_,
        String text,
        List<String> recipients,
        List<QuoteRequestMix> mix
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (channel != null) json.put("channel", channel);
        if (class_ != null) json.put("class", class_);
        if (text != null) json.put("text", text);
        if (recipients != null) json.put("recipients", recipients);
        if (mix != null) json.put("mix", mix);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a QuoteRequest. */
    public static final class Builder {
        private String channel;
        private String class_;
        private String text;
        private List<String> recipients;
        private List<QuoteRequestMix> mix;

        private Builder() {}

        public Builder channel(String value) {
            this.channel = value;
            return this;
        }

        public Builder class_(String value) {
            this.class_ = value;
            return this;
        }

        /** The text as it would be sent: how many parts it takes follows from it. */
        public Builder text(String value) {
            this.text = value;
            return this;
        }

        /** Numbers or mail addresses; each is judged as a send would be, suppressions and consents included. */
        public Builder recipients(List<String> value) {
            this.recipients = value;
            return this;
        }

        /** Instead of recipients: how many go to which country. Lists of people are not looked at then. */
        public Builder mix(List<QuoteRequestMix> value) {
            this.mix = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public QuoteRequest build() {
            Json.need("QuoteRequest", "class", class_);
            Json.need("QuoteRequest", "text", text);
            return new QuoteRequest(channel, class_, text, recipients, mix);
        }
    }
}
