// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * CountryViewSendersVoice. A field is null where the api gave none.
 */
public record CountryViewSendersVoice(
        String default_,
        Boolean registeredOnly
) {
    static CountryViewSendersVoice fromJson(Map<String, Object> json) {
        return new CountryViewSendersVoice(
            Json.text(json.get("default")),
            Json.flag(json.get("registered_only")));
    }
}
