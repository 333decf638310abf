// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * ImportMembersRequest. Made by its builder; what is null is not sent.
 *
 * @param csv With a line of column names: `address`, and if they are there `given_at`, `locale`, `ip`, `reference`.
 * @param source Where the consents come from; kept in the ledger with each of them.
 * @param reference The proof of the file as a whole: what you find it by in your own files.
 * @param givenAt When the consents were given, for rows that do not say so themselves.
 * @param dryRun Read and judge the file, and store nothing.
 * @param skipFaulty Store the right rows although others are faulty.
 */
public record ImportMembersRequest(
        String csv,
        String source,
        String reference,
        String givenAt,
        Boolean dryRun,
        Boolean skipFaulty
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (csv != null) json.put("csv", csv);
        if (source != null) json.put("source", source);
        if (reference != null) json.put("reference", reference);
        if (givenAt != null) json.put("given_at", givenAt);
        if (dryRun != null) json.put("dry_run", dryRun);
        if (skipFaulty != null) json.put("skip_faulty", skipFaulty);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a ImportMembersRequest. */
    public static final class Builder {
        private String csv;
        private String source;
        private String reference;
        private String givenAt;
        private Boolean dryRun;
        private Boolean skipFaulty;

        private Builder() {}

        /** With a line of column names: `address`, and if they are there `given_at`, `locale`, `ip`, `reference`. */
        public Builder csv(String value) {
            this.csv = value;
            return this;
        }

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

        /** Read and judge the file, and store nothing. */
        public Builder dryRun(boolean value) {
            this.dryRun = value;
            return this;
        }

        /** Store the right rows although others are faulty. */
        public Builder skipFaulty(boolean value) {
            this.skipFaulty = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public ImportMembersRequest build() {
            Json.need("ImportMembersRequest", "csv", csv);
            Json.need("ImportMembersRequest", "source", source);
            Json.need("ImportMembersRequest", "reference", reference);
            return new ImportMembersRequest(csv, source, reference, givenAt, dryRun, skipFaulty);
        }
    }
}
