// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * CreateImportRequest. Made by its builder; what is null is not sent.
 *
 * @param listId The list the people come onto: lst_ and 26 characters.
 * @param fileName What people know the file by.
 * @param size How large the file is, in bytes: then it cannot be started before all of it is here.
 */
public record CreateImportRequest(
        String listId,
        String fileName,
        Long size
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (listId != null) json.put("list_id", listId);
        if (fileName != null) json.put("file_name", fileName);
        if (size != null) json.put("size", size);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a CreateImportRequest. */
    public static final class Builder {
        private String listId;
        private String fileName;
        private Long size;

        private Builder() {}

        /** The list the people come onto: lst_ and 26 characters. */
        public Builder listId(String value) {
            this.listId = value;
            return this;
        }

        /** What people know the file by. */
        public Builder fileName(String value) {
            this.fileName = value;
            return this;
        }

        /** How large the file is, in bytes: then it cannot be started before all of it is here. */
        public Builder size(long value) {
            this.size = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public CreateImportRequest build() {
            Json.need("CreateImportRequest", "list_id", listId);
            return new CreateImportRequest(listId, fileName, size);
        }
    }
}
