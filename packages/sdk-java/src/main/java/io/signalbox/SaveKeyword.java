// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * SaveKeyword. Made by its builder; what is null is not sent.
 *
 * @param number Only where people write to this number; null is every number.
 * @param listId The list that `join` puts people on.
 */
public record SaveKeyword(
        String word,
        String number,
        String kind,
        String listId
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (word != null) json.put("word", word);
        if (number != null) json.put("number", number);
        if (kind != null) json.put("kind", kind);
        if (listId != null) json.put("list_id", listId);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a SaveKeyword. */
    public static final class Builder {
        private String word;
        private String number;
        private String kind;
        private String listId;

        private Builder() {}

        public Builder word(String value) {
            this.word = value;
            return this;
        }

        /** Only where people write to this number; null is every number. */
        public Builder number(String value) {
            this.number = value;
            return this;
        }

        public Builder kind(String value) {
            this.kind = value;
            return this;
        }

        /** The list that `join` puts people on. */
        public Builder listId(String value) {
            this.listId = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public SaveKeyword build() {
            Json.need("SaveKeyword", "word", word);
            Json.need("SaveKeyword", "kind", kind);
            return new SaveKeyword(word, number, kind, listId);
        }
    }
}
