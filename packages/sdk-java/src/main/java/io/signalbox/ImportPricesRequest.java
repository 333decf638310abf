// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * ImportPricesRequest. Made by its builder; what is null is not sent.
 *
 * @param csv The text of the file, with its line of column names.
 * @param fileName What the file is called; stands in the history.
 * @param routeId The route of rows that name none; needed when the file has no column for route or provider.
 * @param currency The currency of rows that name none; needed when the file has no such column.
 * @param wholeList The file is the whole list of the routes it names: prices of theirs that it leaves out end.
 * @param dryRun Read and compare only, change nothing.
 * @param skipFaulty Apply the rows that are right although others are not; else a file with a faulty row changes nothing.
 */
public record ImportPricesRequest(
        String csv,
        String fileName,
        String routeId,
        String currency,
        Boolean wholeList,
        Boolean dryRun,
        Boolean skipFaulty
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (csv != null) json.put("csv", csv);
        if (fileName != null) json.put("file_name", fileName);
        if (routeId != null) json.put("route_id", routeId);
        if (currency != null) json.put("currency", currency);
        if (wholeList != null) json.put("whole_list", wholeList);
        if (dryRun != null) json.put("dry_run", dryRun);
        if (skipFaulty != null) json.put("skip_faulty", skipFaulty);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a ImportPricesRequest. */
    public static final class Builder {
        private String csv;
        private String fileName;
        private String routeId;
        private String currency;
        private Boolean wholeList;
        private Boolean dryRun;
        private Boolean skipFaulty;

        private Builder() {}

        /** The text of the file, with its line of column names. */
        public Builder csv(String value) {
            this.csv = value;
            return this;
        }

        /** What the file is called; stands in the history. */
        public Builder fileName(String value) {
            this.fileName = value;
            return this;
        }

        /** The route of rows that name none; needed when the file has no column for route or provider. */
        public Builder routeId(String value) {
            this.routeId = value;
            return this;
        }

        /** The currency of rows that name none; needed when the file has no such column. */
        public Builder currency(String value) {
            this.currency = value;
            return this;
        }

        /** The file is the whole list of the routes it names: prices of theirs that it leaves out end. */
        public Builder wholeList(boolean value) {
            this.wholeList = value;
            return this;
        }

        /** Read and compare only, change nothing. */
        public Builder dryRun(boolean value) {
            this.dryRun = value;
            return this;
        }

        /** Apply the rows that are right although others are not; else a file with a faulty row changes nothing. */
        public Builder skipFaulty(boolean value) {
            this.skipFaulty = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public ImportPricesRequest build() {
            Json.need("ImportPricesRequest", "csv", csv);
            return new ImportPricesRequest(csv, fileName, routeId, currency, wholeList, dryRun, skipFaulty);
        }
    }
}
