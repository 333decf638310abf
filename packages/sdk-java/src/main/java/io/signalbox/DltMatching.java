// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * DltMatching. Made by its builder; what is null is not sent.
 */
public record DltMatching(
        Long variableLimit,
        Long variableWarnOver,
        Boolean ignoreCase,
        Boolean ignoreSpaces,
        Boolean ignorePunctuation,
        Boolean alphanumericSpaces
) implements JsonObject {
    static DltMatching fromJson(Map<String, Object> json) {
        return new DltMatching(
            Json.whole(json.get("variable_limit")),
            Json.whole(json.get("variable_warn_over")),
            Json.flag(json.get("ignore_case")),
            Json.flag(json.get("ignore_spaces")),
            Json.flag(json.get("ignore_punctuation")),
            Json.flag(json.get("alphanumeric_spaces")));
    }

    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (variableLimit != null) json.put("variable_limit", variableLimit);
        if (variableWarnOver != null) json.put("variable_warn_over", variableWarnOver);
        if (ignoreCase != null) json.put("ignore_case", ignoreCase);
        if (ignoreSpaces != null) json.put("ignore_spaces", ignoreSpaces);
        if (ignorePunctuation != null) json.put("ignore_punctuation", ignorePunctuation);
        if (alphanumericSpaces != null) json.put("alphanumeric_spaces", alphanumericSpaces);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a DltMatching. */
    public static final class Builder {
        private Long variableLimit;
        private Long variableWarnOver;
        private Boolean ignoreCase;
        private Boolean ignoreSpaces;
        private Boolean ignorePunctuation;
        private Boolean alphanumericSpaces;

        private Builder() {}

        public Builder variableLimit(long value) {
            this.variableLimit = value;
            return this;
        }

        public Builder variableWarnOver(long value) {
            this.variableWarnOver = value;
            return this;
        }

        public Builder ignoreCase(boolean value) {
            this.ignoreCase = value;
            return this;
        }

        public Builder ignoreSpaces(boolean value) {
            this.ignoreSpaces = value;
            return this;
        }

        public Builder ignorePunctuation(boolean value) {
            this.ignorePunctuation = value;
            return this;
        }

        public Builder alphanumericSpaces(boolean value) {
            this.alphanumericSpaces = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public DltMatching build() {
            return new DltMatching(variableLimit, variableWarnOver, ignoreCase, ignoreSpaces, ignorePunctuation, alphanumericSpaces);
        }
    }
}
