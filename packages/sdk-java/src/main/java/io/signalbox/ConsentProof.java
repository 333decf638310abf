// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * ConsentProof. Made by its builder; what is null is not sent.
 *
 * @param ip The network address the person used.
 * @param form The form, page or keyword.
 * @param reference What you find it by in your own files: a recording, a paper, a row.
 */
public record ConsentProof(
        String ip,
        String userAgent,
        String form,
        String reference
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (ip != null) json.put("ip", ip);
        if (userAgent != null) json.put("user_agent", userAgent);
        if (form != null) json.put("form", form);
        if (reference != null) json.put("reference", reference);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a ConsentProof. */
    public static final class Builder {
        private String ip;
        private String userAgent;
        private String form;
        private String reference;

        private Builder() {}

        /** The network address the person used. */
        public Builder ip(String value) {
            this.ip = value;
            return this;
        }

        public Builder userAgent(String value) {
            this.userAgent = value;
            return this;
        }

        /** The form, page or keyword. */
        public Builder form(String value) {
            this.form = value;
            return this;
        }

        /** What you find it by in your own files: a recording, a paper, a row. */
        public Builder reference(String value) {
            this.reference = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public ConsentProof build() {
            return new ConsentProof(ip, userAgent, form, reference);
        }
    }
}
