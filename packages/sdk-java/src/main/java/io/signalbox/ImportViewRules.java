// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * ImportViewRules. A field is null where the api gave none.
 *
 * @param source Where the consents come from; kept in the ledger with each of them.
 * @param reference The proof of the file as a whole: what you find it by in your own files.
 * @param givenAt When the consents were given, for rows that do not say so themselves.
 * @param country The country of numbers that are written without "+" and country code; left out, such numbers are refused.
 * @param duplicates Who is on the list already: `keep` leaves them as they are, `renew` adds the consent of the file and its language.
 * @param columns What each column holds, in their order; null is not read. Left out, columns are known by their names.
 */
public record ImportViewRules(
        String source,
        String reference,
        String givenAt,
        String country,
        String duplicates,
        List<String> columns
) {
    static ImportViewRules fromJson(Map<String, Object> json) {
        return new ImportViewRules(
            Json.text(json.get("source")),
            Json.text(json.get("reference")),
            Json.text(json.get("given_at")),
            Json.text(json.get("country")),
            Json.text(json.get("duplicates")),
            Json.list(json.get("columns"), item -> Json.text(item)));
    }
}
