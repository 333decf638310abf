// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * AddMemberRequest. Made by its builder; what is null is not sent.
 *
 * @param locale The language of the wording the person was shown; left out, the first of the list.
 */
public record AddMemberRequest(
        String address,
        String source,
        String locale,
        ConsentProof proof
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (address != null) json.put("address", address);
        if (source != null) json.put("source", source);
        if (locale != null) json.put("locale", locale);
        if (proof != null) json.put("proof", proof);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a AddMemberRequest. */
    public static final class Builder {
        private String address;
        private String source;
        private String locale;
        private ConsentProof proof;

        private Builder() {}

        public Builder address(String value) {
            this.address = value;
            return this;
        }

        public Builder source(String value) {
            this.source = value;
            return this;
        }

        /** The language of the wording the person was shown; left out, the first of the list. */
        public Builder locale(String value) {
            this.locale = value;
            return this;
        }

        public Builder proof(ConsentProof value) {
            this.proof = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public AddMemberRequest build() {
            Json.need("AddMemberRequest", "address", address);
            Json.need("AddMemberRequest", "source", source);
            return new AddMemberRequest(address, source, locale, proof);
        }
    }
}
