// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * ChannelPreviewReason. A field is null where the api gave none.
 */
public record ChannelPreviewReason(
        String code,
        String text
) {
    static ChannelPreviewReason fromJson(Map<String, Object> json) {
        return new ChannelPreviewReason(
            Json.text(json.get("code")),
            Json.text(json.get("text")));
    }
}
