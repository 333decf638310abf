// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * VerifyCertificateRequest. Made by its builder; what is null is not sent.
 *
 * @param address A phone number or a mail address, in any spelling.
 * @param certificate The certificate as it was given out.
 */
public record VerifyCertificateRequest(
        String address,
        Map<String, Object> certificate
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (address != null) json.put("address", address);
        if (certificate != null) json.put("certificate", certificate);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a VerifyCertificateRequest. */
    public static final class Builder {
        private String address;
        private Map<String, Object> certificate;

        private Builder() {}

        /** A phone number or a mail address, in any spelling. */
        public Builder address(String value) {
            this.address = value;
            return this;
        }

        /** The certificate as it was given out. */
        public Builder certificate(Map<String, Object> value) {
            this.certificate = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public VerifyCertificateRequest build() {
            Json.need("VerifyCertificateRequest", "address", address);
            Json.need("VerifyCertificateRequest", "certificate", certificate);
            return new VerifyCertificateRequest(address, certificate);
        }
    }
}
