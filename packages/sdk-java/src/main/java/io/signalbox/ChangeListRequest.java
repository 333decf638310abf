// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * ChangeListRequest. Made by its builder; what is null is not sent.
 */
public record ChangeListRequest(
        String name,
        String optIn,
        Long confirmWithinHours,
        Map<String, Wording> wordings,
        ChangeListRequestSignUp signUp
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (name != null) json.put("name", name);
        if (optIn != null) json.put("opt_in", optIn);
        if (confirmWithinHours != null) json.put("confirm_within_hours", confirmWithinHours);
        if (wordings != null) json.put("wordings", wordings);
        if (signUp != null) json.put("sign_up", signUp);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a ChangeListRequest. */
    public static final class Builder {
        private String name;
        private String optIn;
        private Long confirmWithinHours;
        private Map<String, Wording> wordings;
        private ChangeListRequestSignUp signUp;

        private Builder() {}

        public Builder name(String value) {
            this.name = value;
            return this;
        }

        public Builder optIn(String value) {
            this.optIn = value;
            return this;
        }

        public Builder confirmWithinHours(long value) {
            this.confirmWithinHours = value;
            return this;
        }

        public Builder wordings(Map<String, Wording> value) {
            this.wordings = value;
            return this;
        }

        public Builder signUp(ChangeListRequestSignUp value) {
            this.signUp = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public ChangeListRequest build() {
            return new ChangeListRequest(name, optIn, confirmWithinHours, wordings, signUp);
        }
    }
}
