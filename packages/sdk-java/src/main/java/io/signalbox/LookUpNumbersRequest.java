// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * LookUpNumbersRequest. Made by its builder; what is null is not sent.
 *
 * @param numbers Numbers with their country code.
 * @param dryRun Only tell what is known and what asking for the rest would cost.
 */
public record LookUpNumbersRequest(
        List<String> numbers,
        Boolean dryRun
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (numbers != null) json.put("numbers", numbers);
        if (dryRun != null) json.put("dry_run", dryRun);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a LookUpNumbersRequest. */
    public static final class Builder {
        private List<String> numbers;
        private Boolean dryRun;

        private Builder() {}

        /** Numbers with their country code. */
        public Builder numbers(List<String> value) {
            this.numbers = value;
            return this;
        }

        /** Only tell what is known and what asking for the rest would cost. */
        public Builder dryRun(boolean value) {
            this.dryRun = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public LookUpNumbersRequest build() {
            Json.need("LookUpNumbersRequest", "numbers", numbers);
            return new LookUpNumbersRequest(numbers, dryRun);
        }
    }
}
