// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * RegistryService. Made by its builder; what is null is not sent.
 *
 * @param url Where it is asked. Without a body the number stands in the address as `{{number}}`, or as `{{digits}}` without “+”.
 * @param body The JSON body of a POST: `{{numbers}}` becomes the list of numbers, `{{all_digits}}` the list without “+”, `{{number}}` and `{{digits}}` the first. Without one it is asked by GET.
 * @param maxNumbers How many numbers one call may ask for.
 * @param auth How it is signed in.
 * @param authUser The user name of `basic`.
 * @param authHeader The header that carries the secret of `header`.
 * @param resultsPointer Where the list of answers stands; empty: the answer itself.
 * @param numberPointer The number, within one answer.
 * @param listedPointer Whether the address stands on the registry, within one answer.
 * @param listedWords Words for an address that stands on it; what stands in no list is no answer.
 * @param unlistedWords Words for an address that does not.
 * @param onlyListed Whether an answer names only those that stand on it, so that who is not named does not.
 * @param timeoutMs How long one call may take.
 * @param priceMicros What one number costs, in millionths of `currency`.
 * @param dailyNumbers Most numbers asked for in a day (UTC).
 * @param dailyMicros Most money spent in a day (UTC); null for no limit of money.
 * @param validHours How long an answer holds; the law of the registry says so, such as 21 days in Singapore.
 */
public record RegistryService(
        String url,
        Map<String, Object> body,
        Long maxNumbers,
        String auth,
        String authUser,
        String authHeader,
        String resultsPointer,
        String numberPointer,
        String listedPointer,
        List<String> listedWords,
        List<String> unlistedWords,
        Boolean onlyListed,
        Long timeoutMs,
        Long priceMicros,
        String currency,
        Long dailyNumbers,
        Long dailyMicros,
        Long validHours
) implements JsonObject {
    static RegistryService fromJson(Map<String, Object> json) {
        return new RegistryService(
            Json.text(json.get("url")),
            Json.map(json.get("body"), item -> item),
            Json.whole(json.get("max_numbers")),
            Json.text(json.get("auth")),
            Json.text(json.get("auth_user")),
            Json.text(json.get("auth_header")),
            Json.text(json.get("results_pointer")),
            Json.text(json.get("number_pointer")),
            Json.text(json.get("listed_pointer")),
            Json.list(json.get("listed_words"), item -> Json.text(item)),
            Json.list(json.get("unlisted_words"), item -> Json.text(item)),
            Json.flag(json.get("only_listed")),
            Json.whole(json.get("timeout_ms")),
            Json.whole(json.get("price_micros")),
            Json.text(json.get("currency")),
            Json.whole(json.get("daily_numbers")),
            Json.whole(json.get("daily_micros")),
            Json.whole(json.get("valid_hours")));
    }

    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (url != null) json.put("url", url);
        if (body != null) json.put("body", body);
        if (maxNumbers != null) json.put("max_numbers", maxNumbers);
        if (auth != null) json.put("auth", auth);
        if (authUser != null) json.put("auth_user", authUser);
        if (authHeader != null) json.put("auth_header", authHeader);
        if (resultsPointer != null) json.put("results_pointer", resultsPointer);
        if (numberPointer != null) json.put("number_pointer", numberPointer);
        if (listedPointer != null) json.put("listed_pointer", listedPointer);
        if (listedWords != null) json.put("listed_words", listedWords);
        if (unlistedWords != null) json.put("unlisted_words", unlistedWords);
        if (onlyListed != null) json.put("only_listed", onlyListed);
        if (timeoutMs != null) json.put("timeout_ms", timeoutMs);
        if (priceMicros != null) json.put("price_micros", priceMicros);
        if (currency != null) json.put("currency", currency);
        if (dailyNumbers != null) json.put("daily_numbers", dailyNumbers);
        if (dailyMicros != null) json.put("daily_micros", dailyMicros);
        if (validHours != null) json.put("valid_hours", validHours);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a RegistryService. */
    public static final class Builder {
        private String url;
        private Map<String, Object> body;
        private Long maxNumbers;
        private String auth;
        private String authUser;
        private String authHeader;
        private String resultsPointer;
        private String numberPointer;
        private String listedPointer;
        private List<String> listedWords;
        private List<String> unlistedWords;
        private Boolean onlyListed;
        private Long timeoutMs;
        private Long priceMicros;
        private String currency;
        private Long dailyNumbers;
        private Long dailyMicros;
        private Long validHours;

        private Builder() {}

        /** Where it is asked. Without a body the number stands in the address as `{{number}}`, or as `{{digits}}` without “+”. */
        public Builder url(String value) {
            this.url = value;
            return this;
        }

        /** The JSON body of a POST: `{{numbers}}` becomes the list of numbers, `{{all_digits}}` the list without “+”, `{{number}}` and `{{digits}}` the first. Without one it is asked by GET. */
        public Builder body(Map<String, Object> value) {
            this.body = value;
            return this;
        }

        /** How many numbers one call may ask for. */
        public Builder maxNumbers(long value) {
            this.maxNumbers = value;
            return this;
        }

        /** How it is signed in. */
        public Builder auth(String value) {
            this.auth = value;
            return this;
        }

        /** The user name of `basic`. */
        public Builder authUser(String value) {
            this.authUser = value;
            return this;
        }

        /** The header that carries the secret of `header`. */
        public Builder authHeader(String value) {
            this.authHeader = value;
            return this;
        }

        /** Where the list of answers stands; empty: the answer itself. */
        public Builder resultsPointer(String value) {
            this.resultsPointer = value;
            return this;
        }

        /** The number, within one answer. */
        public Builder numberPointer(String value) {
            this.numberPointer = value;
            return this;
        }

        /** Whether the address stands on the registry, within one answer. */
        public Builder listedPointer(String value) {
            this.listedPointer = value;
            return this;
        }

        /** Words for an address that stands on it; what stands in no list is no answer. */
        public Builder listedWords(List<String> value) {
            this.listedWords = value;
            return this;
        }

        /** Words for an address that does not. */
        public Builder unlistedWords(List<String> value) {
            this.unlistedWords = value;
            return this;
        }

        /** Whether an answer names only those that stand on it, so that who is not named does not. */
        public Builder onlyListed(boolean value) {
            this.onlyListed = value;
            return this;
        }

        /** How long one call may take. */
        public Builder timeoutMs(long value) {
            this.timeoutMs = value;
            return this;
        }

        /** What one number costs, in millionths of `currency`. */
        public Builder priceMicros(long value) {
            this.priceMicros = value;
            return this;
        }

        public Builder currency(String value) {
            this.currency = value;
            return this;
        }

        /** Most numbers asked for in a day (UTC). */
        public Builder dailyNumbers(long value) {
            this.dailyNumbers = value;
            return this;
        }

        /** Most money spent in a day (UTC); null for no limit of money. */
        public Builder dailyMicros(long value) {
            this.dailyMicros = value;
            return this;
        }

        /** How long an answer holds; the law of the registry says so, such as 21 days in Singapore. */
        public Builder validHours(long value) {
            this.validHours = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public RegistryService build() {
            Json.need("RegistryService", "url", url);
            Json.need("RegistryService", "price_micros", priceMicros);
            Json.need("RegistryService", "currency", currency);
            return new RegistryService(url, body, maxNumbers, auth, authUser, authHeader, resultsPointer, numberPointer, listedPointer, listedWords, unlistedWords, onlyListed, timeoutMs, priceMicros, currency, dailyNumbers, dailyMicros, validHours);
        }
    }
}
