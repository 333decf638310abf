// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * StartImportRequest. Made by its builder; what is null is not sent.
 *
 * @param source Where the consents come from; kept in the ledger with each of them.
 * @param reference The proof of the file as a whole: what you find it by in your own files.
 * @param givenAt When the consents were given, for rows that do not say so themselves.
 * @param country The country of numbers that are written without "+" and country code; left out, such numbers are refused.
 * @param duplicates Who is on the list already: `keep` leaves them as they are, `renew` adds the consent of the file and its language.
 * @param columns What each column holds, in their order; null is not read. Left out, columns are known by their names.
 * @param dryRun Read and judge the whole file, and store nobody.
 */
public record StartImportRequest(
        String source,
        String reference,
        String givenAt,
        String country,
        String duplicates,
        List<String> columns,
        Boolean dryRun
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (source != null) json.put("source", source);
        if (reference != null) json.put("reference", reference);
        if (givenAt != null) json.put("given_at", givenAt);
        if (country != null) json.put("country", country);
        if (duplicates != null) json.put("duplicates", duplicates);
        if (columns != null) json.put("columns", columns);
        if (dryRun != null) json.put("dry_run", dryRun);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a StartImportRequest. */
    public static final class Builder {
        private String source;
        private String reference;
        private String givenAt;
        private String country;
        private String duplicates;
        private List<String> columns;
        private Boolean dryRun;

        private Builder() {}

        /** Where the consents come from; kept in the ledger with each of them. */
        public Builder source(String value) {
            this.source = value;
            return this;
        }

        /** The proof of the file as a whole: what you find it by in your own files. */
        public Builder reference(String value) {
            this.reference = value;
            return this;
        }

        /** When the consents were given, for rows that do not say so themselves. */
        public Builder givenAt(String value) {
            this.givenAt = value;
            return this;
        }

        /** The country of numbers that are written without "+" and country code; left out, such numbers are refused. */
        public Builder country(String value) {
            this.country = value;
            return this;
        }

        /** Who is on the list already: `keep` leaves them as they are, `renew` adds the consent of the file and its language. */
        public Builder duplicates(String value) {
            this.duplicates = value;
            return this;
        }

        /** What each column holds, in their order; null is not read. Left out, columns are known by their names. */
        public Builder columns(List<String> value) {
            this.columns = value;
            return this;
        }

        /** Read and judge the whole file, and store nobody. */
        public Builder dryRun(boolean value) {
            this.dryRun = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public StartImportRequest build() {
            Json.need("StartImportRequest", "source", source);
            Json.need("StartImportRequest", "reference", reference);
            return new StartImportRequest(source, reference, givenAt, country, duplicates, columns, dryRun);
        }
    }
}
