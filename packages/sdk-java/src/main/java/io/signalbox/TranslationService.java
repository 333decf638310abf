// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * TranslationService. Made by its builder; what is null is not sent.
 *
 * @param url Where it is reached: `/languages` and `/translate` are asked behind this address.
 * @param timeoutMs How long one call may take.
 * @param dailyRequests Most calls in a day (UTC).
 */
public record TranslationService(
        String url,
        Long timeoutMs,
        Long dailyRequests
) implements JsonObject {
    static TranslationService fromJson(Map<String, Object> json) {
        return new TranslationService(
            Json.text(json.get("url")),
            Json.whole(json.get("timeout_ms")),
            Json.whole(json.get("daily_requests")));
    }

    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (url != null) json.put("url", url);
        if (timeoutMs != null) json.put("timeout_ms", timeoutMs);
        if (dailyRequests != null) json.put("daily_requests", dailyRequests);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a TranslationService. */
    public static final class Builder {
        private String url;
        private Long timeoutMs;
        private Long dailyRequests;

        private Builder() {}

        /** Where it is reached: `/languages` and `/translate` are asked behind this address. */
        public Builder url(String value) {
            this.url = value;
            return this;
        }

        /** How long one call may take. */
        public Builder timeoutMs(long value) {
            this.timeoutMs = value;
            return this;
        }

        /** Most calls in a day (UTC). */
        public Builder dailyRequests(long value) {
            this.dailyRequests = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public TranslationService build() {
            Json.need("TranslationService", "url", url);
            return new TranslationService(url, timeoutMs, dailyRequests);
        }
    }
}
