// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * PreviewToChannelsRequestContent. Made by its builder; what is null is not sent.
 *
 * @param locale The language it is read aloud in (BCP 47), such as es or pt-BR.
 */
public record PreviewToChannelsRequestContent(
        String text,
        String subject,
        String html,
        String locale,
        SmsContent sms,
        EmailContent email,
        ContentByChannelVoice voice
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (text != null) json.put("text", text);
        if (subject != null) json.put("subject", subject);
        if (html != null) json.put("html", html);
        if (locale != null) json.put("locale", locale);
        if (sms != null) json.put("sms", sms);
        if (email != null) json.put("email", email);
        if (voice != null) json.put("voice", voice);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a PreviewToChannelsRequestContent. */
    public static final class Builder {
        private String text;
        private String subject;
        private String html;
        private String locale;
        private SmsContent sms;
        private EmailContent email;
        private ContentByChannelVoice voice;

        private Builder() {}

        public Builder text(String value) {
            this.text = value;
            return this;
        }

        public Builder subject(String value) {
            this.subject = value;
            return this;
        }

        public Builder html(String value) {
            this.html = value;
            return this;
        }

        /** The language it is read aloud in (BCP 47), such as es or pt-BR. */
        public Builder locale(String value) {
            this.locale = value;
            return this;
        }

        public Builder sms(SmsContent value) {
            this.sms = value;
            return this;
        }

        public Builder email(EmailContent value) {
            this.email = value;
            return this;
        }

        public Builder voice(ContentByChannelVoice value) {
            this.voice = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public PreviewToChannelsRequestContent build() {
            return new PreviewToChannelsRequestContent(text, subject, html, locale, sms, email, voice);
        }
    }
}
