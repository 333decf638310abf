// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * TemplateMailLooks. A field is null where the api gave none.
 */
public record TemplateMailLooks(
        Long bytes,
        List<String> linkDomains,
        List<MailCheck> checks
) {
    static TemplateMailLooks fromJson(Map<String, Object> json) {
        return new TemplateMailLooks(
            Json.whole(json.get("bytes")),
            Json.list(json.get("link_domains"), item -> Json.text(item)),
            Json.list(json.get("checks"), item -> Json.object(item, MailCheck::fromJson)));
    }
}
