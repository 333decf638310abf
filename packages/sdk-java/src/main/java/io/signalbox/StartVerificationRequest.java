// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * StartVerificationRequest. Made by its builder; what is null is not sent.
 *
 * @param to A phone number, or a mail address when the only channel is email.
 * @param channels In order: `sms` or `voice`, a call that reads the code aloud, or one after the other; `email` last, or alone. Without it, `sms` or `email` as `to` is.
 * @param email Where the code goes when the channel email follows sms or voice.
 * @param appName The name the person knows you by; it stands in the message.
 * @param purpose What the code is for. A code of one purpose is not good for another.
 * @param channelTimeoutSeconds Without a receipt within this time the next channel goes.
 * @param domain Host of the page that asks for the code: the text ends with the line browsers fill the code in from.
 * @param from Sender of the first channel: of the text, the number a call shows, or of the mail when email is the only channel.
 * @param boundTo What the code confirms besides the address, such as a session, or an order and its amount: a check must bring the same. It is kept as a hash.
 * @param ip Address of the person who asks, when you know it: guesses and sends are limited for it too.
 */
public record StartVerificationRequest(
        String to,
        List<String> channels,
        String email,
        String appName,
        String purpose,
        String locale,
        Long codeLength,
        Long validForSeconds,
        Long channelTimeoutSeconds,
        String domain,
        String from,
        String boundTo,
        String ip
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (to != null) json.put("to", to);
        if (channels != null) json.put("channels", channels);
        if (email != null) json.put("email", email);
        if (appName != null) json.put("app_name", appName);
        if (purpose != null) json.put("purpose", purpose);
        if (locale != null) json.put("locale", locale);
        if (codeLength != null) json.put("code_length", codeLength);
        if (validForSeconds != null) json.put("valid_for_seconds", validForSeconds);
        if (channelTimeoutSeconds != null) json.put("channel_timeout_seconds", channelTimeoutSeconds);
        if (domain != null) json.put("domain", domain);
        if (from != null) json.put("from", from);
        if (boundTo != null) json.put("bound_to", boundTo);
        if (ip != null) json.put("ip", ip);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a StartVerificationRequest. */
    public static final class Builder {
        private String to;
        private List<String> channels;
        private String email;
        private String appName;
        private String purpose;
        private String locale;
        private Long codeLength;
        private Long validForSeconds;
        private Long channelTimeoutSeconds;
        private String domain;
        private String from;
        private String boundTo;
        private String ip;

        private Builder() {}

        /** A phone number, or a mail address when the only channel is email. */
        public Builder to(String value) {
            this.to = value;
            return this;
        }

        /** In order: `sms` or `voice`, a call that reads the code aloud, or one after the other; `email` last, or alone. Without it, `sms` or `email` as `to` is. */
        public Builder channels(List<String> value) {
            this.channels = value;
            return this;
        }

        /** Where the code goes when the channel email follows sms or voice. */
        public Builder email(String value) {
            this.email = value;
            return this;
        }

        /** The name the person knows you by; it stands in the message. */
        public Builder appName(String value) {
            this.appName = value;
            return this;
        }

        /** What the code is for. A code of one purpose is not good for another. */
        public Builder purpose(String value) {
            this.purpose = value;
            return this;
        }

        public Builder locale(String value) {
            this.locale = value;
            return this;
        }

        public Builder codeLength(long value) {
            this.codeLength = value;
            return this;
        }

        public Builder validForSeconds(long value) {
            this.validForSeconds = value;
            return this;
        }

        /** Without a receipt within this time the next channel goes. */
        public Builder channelTimeoutSeconds(long value) {
            this.channelTimeoutSeconds = value;
            return this;
        }

        /** Host of the page that asks for the code: the text ends with the line browsers fill the code in from. */
        public Builder domain(String value) {
            this.domain = value;
            return this;
        }

        /** Sender of the first channel: of the text, the number a call shows, or of the mail when email is the only channel. */
        public Builder from(String value) {
            this.from = value;
            return this;
        }

        /** What the code confirms besides the address, such as a session, or an order and its amount: a check must bring the same. It is kept as a hash. */
        public Builder boundTo(String value) {
            this.boundTo = value;
            return this;
        }

        /** Address of the person who asks, when you know it: guesses and sends are limited for it too. */
        public Builder ip(String value) {
            this.ip = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public StartVerificationRequest build() {
            Json.need("StartVerificationRequest", "to", to);
            Json.need("StartVerificationRequest", "app_name", appName);
            return new StartVerificationRequest(to, channels, email, appName, purpose, locale, codeLength, validForSeconds, channelTimeoutSeconds, domain, from, boundTo, ip);
        }
    }
}
