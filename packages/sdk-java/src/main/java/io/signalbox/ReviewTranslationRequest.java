// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * ReviewTranslationRequest. Made by its builder; what is null is not sent.
 *
 * @param version The newest version of the template, a draft.
 * @param body With `accept`: what it is to say instead, of the same channel and language. What a version says never changes, so it becomes the next version.
 */
public record ReviewTranslationRequest(
        Long version,
        String channel,
        String locale,
        String move,
        TemplateBody body,
        String comment
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (version != null) json.put("version", version);
        if (channel != null) json.put("channel", channel);
        if (locale != null) json.put("locale", locale);
        if (move != null) json.put("move", move);
        if (body != null) json.put("body", body);
        if (comment != null) json.put("comment", comment);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a ReviewTranslationRequest. */
    public static final class Builder {
        private Long version;
        private String channel;
        private String locale;
        private String move;
        private TemplateBody body;
        private String comment;

        private Builder() {}

        /** The newest version of the template, a draft. */
        public Builder version(long value) {
            this.version = value;
            return this;
        }

        public Builder channel(String value) {
            this.channel = value;
            return this;
        }

        public Builder locale(String value) {
            this.locale = value;
            return this;
        }

        public Builder move(String value) {
            this.move = value;
            return this;
        }

        /** With `accept`: what it is to say instead, of the same channel and language. What a version says never changes, so it becomes the next version. */
        public Builder body(TemplateBody value) {
            this.body = value;
            return this;
        }

        public Builder comment(String value) {
            this.comment = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public ReviewTranslationRequest build() {
            Json.need("ReviewTranslationRequest", "version", version);
            Json.need("ReviewTranslationRequest", "channel", channel);
            Json.need("ReviewTranslationRequest", "locale", locale);
            Json.need("ReviewTranslationRequest", "move", move);
            return new ReviewTranslationRequest(version, channel, locale, move, body, comment);
        }
    }
}
