// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * CountryViewSenders. A field is null where the api gave none.
 */
public record CountryViewSenders(
        CountryViewSendersSms sms,
        CountryViewSendersEmail email,
        CountryViewSendersVoice voice
) {
    static CountryViewSenders fromJson(Map<String, Object> json) {
        return new CountryViewSenders(
            Json.object(json.get("sms"), CountryViewSendersSms::fromJson),
            Json.object(json.get("email"), CountryViewSendersEmail::fromJson),
            Json.object(json.get("voice"), CountryViewSendersVoice::fromJson));
    }
}
