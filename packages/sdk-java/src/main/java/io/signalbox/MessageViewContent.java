// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * MessageViewContent. A field is null where the api gave none.
 *
 * @param locale The language it is read aloud in (BCP 47), such as es or pt-BR.
 */
public record MessageViewContent(
        String text,
        String locale,
        String subject,
        String html
) {
    static MessageViewContent fromJson(Map<String, Object> json) {
        return new MessageViewContent(
            Json.text(json.get("text")),
            Json.text(json.get("locale")),
            Json.text(json.get("subject")),
            Json.text(json.get("html")));
    }
}
