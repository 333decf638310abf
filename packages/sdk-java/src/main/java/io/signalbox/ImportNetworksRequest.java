// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * ImportNetworksRequest. Made by its builder; what is null is not sent.
 *
 * @param csv The text of the file, with its line of column names.
 * @param fileName What the file is called; stands in the audit log.
 * @param wholeTable The file is the whole table: prefixes it leaves out are removed, samples included.
 * @param dryRun Read and compare only, change nothing.
 * @param skipFaulty Store the rows that are right although others are not; else a file with a faulty row changes nothing.
 */
public record ImportNetworksRequest(
        String csv,
        String fileName,
        Boolean wholeTable,
        Boolean dryRun,
        Boolean skipFaulty
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (csv != null) json.put("csv", csv);
        if (fileName != null) json.put("file_name", fileName);
        if (wholeTable != null) json.put("whole_table", wholeTable);
        if (dryRun != null) json.put("dry_run", dryRun);
        if (skipFaulty != null) json.put("skip_faulty", skipFaulty);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a ImportNetworksRequest. */
    public static final class Builder {
        private String csv;
        private String fileName;
        private Boolean wholeTable;
        private Boolean dryRun;
        private Boolean skipFaulty;

        private Builder() {}

        /** The text of the file, with its line of column names. */
        public Builder csv(String value) {
            this.csv = value;
            return this;
        }

        /** What the file is called; stands in the audit log. */
        public Builder fileName(String value) {
            this.fileName = value;
            return this;
        }

        /** The file is the whole table: prefixes it leaves out are removed, samples included. */
        public Builder wholeTable(boolean value) {
            this.wholeTable = value;
            return this;
        }

        /** Read and compare only, change nothing. */
        public Builder dryRun(boolean value) {
            this.dryRun = value;
            return this;
        }

        /** Store the rows that are right although others are not; else a file with a faulty row changes nothing. */
        public Builder skipFaulty(boolean value) {
            this.skipFaulty = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public ImportNetworksRequest build() {
            Json.need("ImportNetworksRequest", "csv", csv);
            return new ImportNetworksRequest(csv, fileName, wholeTable, dryRun, skipFaulty);
        }
    }
}
