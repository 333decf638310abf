// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * SetFraudRulesRequest. Made by its builder; what is null is not sent.
 *
 * @param allCodes What holds for all codes of the workspace together.
 * @param eachCountry What holds in each country that has no rules of its own.
 * @param countries Countries with rules of their own.
 * @param version Version that was read: the change is refused when somebody else made one since.
 */
public record SetFraudRulesRequest(
        SetFraudRulesRequestAllCodes allCodes,
        SetFraudRulesRequestEachCountry eachCountry,
        List<OwnCountryRules> countries,
        Long version
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (allCodes != null) json.put("all_codes", allCodes);
        if (eachCountry != null) json.put("each_country", eachCountry);
        if (countries != null) json.put("countries", countries);
        if (version != null) json.put("version", version);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a SetFraudRulesRequest. */
    public static final class Builder {
        private SetFraudRulesRequestAllCodes allCodes;
        private SetFraudRulesRequestEachCountry eachCountry;
        private List<OwnCountryRules> countries;
        private Long version;

        private Builder() {}

        /** What holds for all codes of the workspace together. */
        public Builder allCodes(SetFraudRulesRequestAllCodes value) {
            this.allCodes = value;
            return this;
        }

        /** What holds in each country that has no rules of its own. */
        public Builder eachCountry(SetFraudRulesRequestEachCountry value) {
            this.eachCountry = value;
            return this;
        }

        /** Countries with rules of their own. */
        public Builder countries(List<OwnCountryRules> value) {
            this.countries = value;
            return this;
        }

        /** Version that was read: the change is refused when somebody else made one since. */
        public Builder version(long value) {
            this.version = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public SetFraudRulesRequest build() {
            return new SetFraudRulesRequest(allCodes, eachCountry, countries, version);
        }
    }
}
