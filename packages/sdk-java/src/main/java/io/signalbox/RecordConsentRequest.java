// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * RecordConsentRequest. Made by its builder; what is null is not sent.
 *
 * @param at When the person said so; now when left out. The same event of the same instant, sent twice, is one entry.
 * @param purpose Messages of the class marketing need a consent for `marketing`.
 * @param topic What within the purpose; left out it is all of it.
 * @param jurisdiction The country whose law it was given under.
 */
public record RecordConsentRequest(
        String address,
        String channel,
        String state,
        String source,
        String at,
        String purpose,
        String topic,
        String locale,
        Wording wording,
        String jurisdiction,
        ConsentProof proof
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (address != null) json.put("address", address);
        if (channel != null) json.put("channel", channel);
        if (state != null) json.put("state", state);
        if (source != null) json.put("source", source);
        if (at != null) json.put("at", at);
        if (purpose != null) json.put("purpose", purpose);
        if (topic != null) json.put("topic", topic);
        if (locale != null) json.put("locale", locale);
        if (wording != null) json.put("wording", wording);
        if (jurisdiction != null) json.put("jurisdiction", jurisdiction);
        if (proof != null) json.put("proof", proof);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a RecordConsentRequest. */
    public static final class Builder {
        private String address;
        private String channel;
        private String state;
        private String source;
        private String at;
        private String purpose;
        private String topic;
        private String locale;
        private Wording wording;
        private String jurisdiction;
        private ConsentProof proof;

        private Builder() {}

        public Builder address(String value) {
            this.address = value;
            return this;
        }

        public Builder channel(String value) {
            this.channel = value;
            return this;
        }

        public Builder state(String value) {
            this.state = value;
            return this;
        }

        public Builder source(String value) {
            this.source = value;
            return this;
        }

        /** When the person said so; now when left out. The same event of the same instant, sent twice, is one entry. */
        public Builder at(String value) {
            this.at = value;
            return this;
        }

        /** Messages of the class marketing need a consent for `marketing`. */
        public Builder purpose(String value) {
            this.purpose = value;
            return this;
        }

        /** What within the purpose; left out it is all of it. */
        public Builder topic(String value) {
            this.topic = value;
            return this;
        }

        public Builder locale(String value) {
            this.locale = value;
            return this;
        }

        public Builder wording(Wording value) {
            this.wording = value;
            return this;
        }

        /** The country whose law it was given under. */
        public Builder jurisdiction(String value) {
            this.jurisdiction = value;
            return this;
        }

        public Builder proof(ConsentProof value) {
            this.proof = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public RecordConsentRequest build() {
            Json.need("RecordConsentRequest", "address", address);
            Json.need("RecordConsentRequest", "channel", channel);
            Json.need("RecordConsentRequest", "state", state);
            Json.need("RecordConsentRequest", "source", source);
            return new RecordConsentRequest(address, channel, state, source, at, purpose, topic, locale, wording, jurisdiction, proof);
        }
    }
}
