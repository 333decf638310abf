// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * DltImportRequest. Made by its builder; what is null is not sent.
 *
 * @param entityId The entity whose file it is; it must be on file.
 * @param csv The text of the file, with its line of column names.
 * @param dryRun Read and judge only, store nothing.
 * @param skipFaulty Store the rows that are right although others are not; else a file with a faulty row stores nothing.
 */
public record DltImportRequest(
        String kind,
        String entityId,
        String csv,
        Boolean dryRun,
        Boolean skipFaulty
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (kind != null) json.put("kind", kind);
        if (entityId != null) json.put("entity_id", entityId);
        if (csv != null) json.put("csv", csv);
        if (dryRun != null) json.put("dry_run", dryRun);
        if (skipFaulty != null) json.put("skip_faulty", skipFaulty);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a DltImportRequest. */
    public static final class Builder {
        private String kind;
        private String entityId;
        private String csv;
        private Boolean dryRun;
        private Boolean skipFaulty;

        private Builder() {}

        public Builder kind(String value) {
            this.kind = value;
            return this;
        }

        /** The entity whose file it is; it must be on file. */
        public Builder entityId(String value) {
            this.entityId = value;
            return this;
        }

        /** The text of the file, with its line of column names. */
        public Builder csv(String value) {
            this.csv = value;
            return this;
        }

        /** Read and judge only, store nothing. */
        public Builder dryRun(boolean value) {
            this.dryRun = value;
            return this;
        }

        /** Store the rows that are right although others are not; else a file with a faulty row stores nothing. */
        public Builder skipFaulty(boolean value) {
            this.skipFaulty = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public DltImportRequest build() {
            Json.need("DltImportRequest", "kind", kind);
            Json.need("DltImportRequest", "entity_id", entityId);
            Json.need("DltImportRequest", "csv", csv);
            return new DltImportRequest(kind, entityId, csv, dryRun, skipFaulty);
        }
    }
}
