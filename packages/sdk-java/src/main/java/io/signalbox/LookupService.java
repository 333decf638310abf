// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * LookupService. Made by its builder; what is null is not sent.
 *
 * @param url Where it is asked. Without a body the number stands in the address as `{{number}}`, or as `{{digits}}` without “+”.
 * @param body The JSON body of a POST: `{{numbers}}` becomes the list of numbers, `{{all_digits}}` the list without “+”, `{{number}}` and `{{digits}}` the first. Without one it is asked by GET.
 * @param maxNumbers How many numbers one call may ask for.
 * @param auth How it is signed in.
 * @param authUser The user name of `basic`.
 * @param authHeader The header that carries the secret of `header`.
 * @param resultsPointer Where the list of answers stands; empty: the answer itself.
 * @param numberPointer The number, within one answer.
 * @param networkPointer MCC and MNC in one text, or the MCC alone.
 * @param mncPointer The MNC, where it stands apart.
 * @param statePointer Whether the phone can be reached; empty where the service does not tell.
 * @param reachableWords Words for a phone that can be reached; what stands in no list says nothing.
 * @param absentWords Words for a phone out of reach.
 * @param unknownWords Words for a number that nobody has.
 * @param timeoutMs How long one call may take.
 * @param priceMicros What one number costs, in millionths of `currency`.
 * @param dailyNumbers Most numbers asked for in a day (UTC).
 * @param dailyMicros Most money spent in a day (UTC); null for no limit of money.
 * @param networkDays How long a network is believed.
 * @param reachMinutes How long it is believed whether a phone can be reached.
 */
public record LookupService(
        String url,
        Map<String, Object> body,
        Long maxNumbers,
        String auth,
        String authUser,
        String authHeader,
        String resultsPointer,
        String numberPointer,
        String networkPointer,
        String mncPointer,
        String statePointer,
        List<String> reachableWords,
        List<String> absentWords,
        List<String> unknownWords,
        Long timeoutMs,
        Long priceMicros,
        String currency,
        Long dailyNumbers,
        Long dailyMicros,
        Long networkDays,
        Long reachMinutes
) implements JsonObject {
    static LookupService fromJson(Map<String, Object> json) {
        return new LookupService(
            Json.text(json.get("url")),
            Json.map(json.get("body"), item -> item),
            Json.whole(json.get("max_numbers")),
            Json.text(json.get("auth")),
            Json.text(json.get("auth_user")),
            Json.text(json.get("auth_header")),
            Json.text(json.get("results_pointer")),
            Json.text(json.get("number_pointer")),
            Json.text(json.get("network_pointer")),
            Json.text(json.get("mnc_pointer")),
            Json.text(json.get("state_pointer")),
            Json.list(json.get("reachable_words"), item -> Json.text(item)),
            Json.list(json.get("absent_words"), item -> Json.text(item)),
            Json.list(json.get("unknown_words"), item -> Json.text(item)),
            Json.whole(json.get("timeout_ms")),
            Json.whole(json.get("price_micros")),
            Json.text(json.get("currency")),
            Json.whole(json.get("daily_numbers")),
            Json.whole(json.get("daily_micros")),
            Json.whole(json.get("network_days")),
            Json.whole(json.get("reach_minutes")));
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
        if (networkPointer != null) json.put("network_pointer", networkPointer);
        if (mncPointer != null) json.put("mnc_pointer", mncPointer);
        if (statePointer != null) json.put("state_pointer", statePointer);
        if (reachableWords != null) json.put("reachable_words", reachableWords);
        if (absentWords != null) json.put("absent_words", absentWords);
        if (unknownWords != null) json.put("unknown_words", unknownWords);
        if (timeoutMs != null) json.put("timeout_ms", timeoutMs);
        if (priceMicros != null) json.put("price_micros", priceMicros);
        if (currency != null) json.put("currency", currency);
        if (dailyNumbers != null) json.put("daily_numbers", dailyNumbers);
        if (dailyMicros != null) json.put("daily_micros", dailyMicros);
        if (networkDays != null) json.put("network_days", networkDays);
        if (reachMinutes != null) json.put("reach_minutes", reachMinutes);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a LookupService. */
    public static final class Builder {
        private String url;
        private Map<String, Object> body;
        private Long maxNumbers;
        private String auth;
        private String authUser;
        private String authHeader;
        private String resultsPointer;
        private String numberPointer;
        private String networkPointer;
        private String mncPointer;
        private String statePointer;
        private List<String> reachableWords;
        private List<String> absentWords;
        private List<String> unknownWords;
        private Long timeoutMs;
        private Long priceMicros;
        private String currency;
        private Long dailyNumbers;
        private Long dailyMicros;
        private Long networkDays;
        private Long reachMinutes;

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

        /** MCC and MNC in one text, or the MCC alone. */
        public Builder networkPointer(String value) {
            this.networkPointer = value;
            return this;
        }

        /** The MNC, where it stands apart. */
        public Builder mncPointer(String value) {
            this.mncPointer = value;
            return this;
        }

        /** Whether the phone can be reached; empty where the service does not tell. */
        public Builder statePointer(String value) {
            this.statePointer = value;
            return this;
        }

        /** Words for a phone that can be reached; what stands in no list says nothing. */
        public Builder reachableWords(List<String> value) {
            this.reachableWords = value;
            return this;
        }

        /** Words for a phone out of reach. */
        public Builder absentWords(List<String> value) {
            this.absentWords = value;
            return this;
        }

        /** Words for a number that nobody has. */
        public Builder unknownWords(List<String> value) {
            this.unknownWords = value;
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

        /** How long a network is believed. */
        public Builder networkDays(long value) {
            this.networkDays = value;
            return this;
        }

        /** How long it is believed whether a phone can be reached. */
        public Builder reachMinutes(long value) {
            this.reachMinutes = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public LookupService build() {
            Json.need("LookupService", "url", url);
            Json.need("LookupService", "price_micros", priceMicros);
            Json.need("LookupService", "currency", currency);
            return new LookupService(url, body, maxNumbers, auth, authUser, authHeader, resultsPointer, numberPointer, networkPointer, mncPointer, statePointer, reachableWords, absentWords, unknownWords, timeoutMs, priceMicros, currency, dailyNumbers, dailyMicros, networkDays, reachMinutes);
        }
    }
}
