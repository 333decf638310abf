// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * SetSubstitutionsRequest. Made by its builder; what is null is not sent.
 *
 * @param version The version that was read; left out, whatever is there is replaced.
 */
public record SetSubstitutionsRequest(
        Long version,
        List<SubstitutionRule> rules
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (version != null) json.put("version", version);
        if (rules != null) json.put("rules", rules);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a SetSubstitutionsRequest. */
    public static final class Builder {
        private Long version;
        private List<SubstitutionRule> rules;

        private Builder() {}

        /** The version that was read; left out, whatever is there is replaced. */
        public Builder version(long value) {
            this.version = value;
            return this;
        }

        public Builder rules(List<SubstitutionRule> value) {
            this.rules = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public SetSubstitutionsRequest build() {
            Json.need("SetSubstitutionsRequest", "rules", rules);
            return new SetSubstitutionsRequest(version, rules);
        }
    }
}
