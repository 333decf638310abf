// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * AnswerRuleRequest. Made by its builder; what is null is not sent.
 *
 * @param reading A reading of the rule, or `none`: it does not hold. Null leaves it to the pack.
 * @param exceptions Phrases that were found harmless, though a banned word stands in them; of a rule with lists of words.
 * @param note Why: who found it so, and on what ground. Kept in the audit log.
 * @param version Version of the answer that was read: the change is refused when somebody else made one since.
 */
public record AnswerRuleRequest(
        String reading,
        List<String> exceptions,
        String note,
        Long version
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (reading != null) json.put("reading", reading);
        if (exceptions != null) json.put("exceptions", exceptions);
        if (note != null) json.put("note", note);
        if (version != null) json.put("version", version);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a AnswerRuleRequest. */
    public static final class Builder {
        private String reading;
        private List<String> exceptions;
        private String note;
        private Long version;

        private Builder() {}

        /** A reading of the rule, or `none`: it does not hold. Null leaves it to the pack. */
        public Builder reading(String value) {
            this.reading = value;
            return this;
        }

        /** Phrases that were found harmless, though a banned word stands in them; of a rule with lists of words. */
        public Builder exceptions(List<String> value) {
            this.exceptions = value;
            return this;
        }

        /** Why: who found it so, and on what ground. Kept in the audit log. */
        public Builder note(String value) {
            this.note = value;
            return this;
        }

        /** Version of the answer that was read: the change is refused when somebody else made one since. */
        public Builder version(long value) {
            this.version = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public AnswerRuleRequest build() {
            Json.need("AnswerRuleRequest", "note", note);
            return new AnswerRuleRequest(reading, exceptions, note, version);
        }
    }
}
