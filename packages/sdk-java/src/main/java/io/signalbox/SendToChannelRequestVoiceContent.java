// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * SendToChannelRequestVoiceContent. Made by its builder; what is null is not sent.
 *
 * @param locale The language it is read aloud in (BCP 47), such as es or pt-BR.
 */
public record SendToChannelRequestVoiceContent(
        String text,
        String locale
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (text != null) json.put("text", text);
        if (locale != null) json.put("locale", locale);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a SendToChannelRequestVoiceContent. */
    public static final class Builder {
        private String text;
        private String locale;

        private Builder() {}

        public Builder text(String value) {
            this.text = value;
            return this;
        }

        /** The language it is read aloud in (BCP 47), such as es or pt-BR. */
        public Builder locale(String value) {
            this.locale = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public SendToChannelRequestVoiceContent build() {
            Json.need("SendToChannelRequestVoiceContent", "text", text);
            Json.need("SendToChannelRequestVoiceContent", "locale", locale);
            return new SendToChannelRequestVoiceContent(text, locale);
        }
    }
}
