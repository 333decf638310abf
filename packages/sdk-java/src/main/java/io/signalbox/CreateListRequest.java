// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * CreateListRequest. Made by its builder; what is null is not sent.
 *
 * @param channel sms or email: who is asked to confirm gets a link, and a call carries none.
 * @param topic What within the purpose the list is about; people can leave it and keep the others. Left out, whoever leaves the list leaves all of the purpose.
 * @param optIn With double a person is on the list once the link that was sent has been confirmed.
 * @param from Who asks for the confirmation; left out, the sender of the provider.
 * @param wordings What people are shown when they opt in, by language.
 * @param signUp A page of ours where people ask to be on the list. It needs double opt-in, since anybody can type the address of anybody.
 */
public record CreateListRequest(
        String name,
        String channel,
        String purpose,
        String topic,
        String optIn,
        Long confirmWithinHours,
        String from,
        Map<String, Wording> wordings,
        SignUpPage signUp
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (name != null) json.put("name", name);
        if (channel != null) json.put("channel", channel);
        if (purpose != null) json.put("purpose", purpose);
        if (topic != null) json.put("topic", topic);
        if (optIn != null) json.put("opt_in", optIn);
        if (confirmWithinHours != null) json.put("confirm_within_hours", confirmWithinHours);
        if (from != null) json.put("from", from);
        if (wordings != null) json.put("wordings", wordings);
        if (signUp != null) json.put("sign_up", signUp);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a CreateListRequest. */
    public static final class Builder {
        private String name;
        private String channel;
        private String purpose;
        private String topic;
        private String optIn;
        private Long confirmWithinHours;
        private String from;
        private Map<String, Wording> wordings;
        private SignUpPage signUp;

        private Builder() {}

        public Builder name(String value) {
            this.name = value;
            return this;
        }

        /** sms or email: who is asked to confirm gets a link, and a call carries none. */
        public Builder channel(String value) {
            this.channel = value;
            return this;
        }

        public Builder purpose(String value) {
            this.purpose = value;
            return this;
        }

        /** What within the purpose the list is about; people can leave it and keep the others. Left out, whoever leaves the list leaves all of the purpose. */
        public Builder topic(String value) {
            this.topic = value;
            return this;
        }

        /** With double a person is on the list once the link that was sent has been confirmed. */
        public Builder optIn(String value) {
            this.optIn = value;
            return this;
        }

        public Builder confirmWithinHours(long value) {
            this.confirmWithinHours = value;
            return this;
        }

        /** Who asks for the confirmation; left out, the sender of the provider. */
        public Builder from(String value) {
            this.from = value;
            return this;
        }

        /** What people are shown when they opt in, by language. */
        public Builder wordings(Map<String, Wording> value) {
            this.wordings = value;
            return this;
        }

        /** A page of ours where people ask to be on the list. It needs double opt-in, since anybody can type the address of anybody. */
        public Builder signUp(SignUpPage value) {
            this.signUp = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public CreateListRequest build() {
            Json.need("CreateListRequest", "name", name);
            Json.need("CreateListRequest", "channel", channel);
            Json.need("CreateListRequest", "wordings", wordings);
            return new CreateListRequest(name, channel, purpose, topic, optIn, confirmWithinHours, from, wordings, signUp);
        }
    }
}
