// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * TemplatePreviewWarnings. A field is null where the api gave none.
 *
 * @param line The line of the source, counted from 1; null where no one line is at fault.
 */
public record TemplatePreviewWarnings(
        String path,
        String code,
        String message,
        Long line
) {
    static TemplatePreviewWarnings fromJson(Map<String, Object> json) {
        return new TemplatePreviewWarnings(
            Json.text(json.get("path")),
            Json.text(json.get("code")),
            Json.text(json.get("message")),
            Json.whole(json.get("line")));
    }
}
