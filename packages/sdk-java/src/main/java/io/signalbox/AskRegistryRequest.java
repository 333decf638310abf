// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * AskRegistryRequest. Made by its builder; what is null is not sent.
 *
 * @param address A number with its country code, or a mail address.
 * @param dryRun Only tell what is known and what asking would cost.
 */
public record AskRegistryRequest(
        String address,
        Boolean dryRun
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (address != null) json.put("address", address);
        if (dryRun != null) json.put("dry_run", dryRun);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a AskRegistryRequest. */
    public static final class Builder {
        private String address;
        private Boolean dryRun;

        private Builder() {}

        /** A number with its country code, or a mail address. */
        public Builder address(String value) {
            this.address = value;
            return this;
        }

        /** Only tell what is known and what asking would cost. */
        public Builder dryRun(boolean value) {
            this.dryRun = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public AskRegistryRequest build() {
            Json.need("AskRegistryRequest", "address", address);
            return new AskRegistryRequest(address, dryRun);
        }
    }
}
