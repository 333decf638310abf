// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * TemplatePreview. A field is null where the api gave none.
 *
 * @param warnings What keeps nothing from being sent: links to domains that are not allowed.
 */
public record TemplatePreview(
        List<TemplateRendering> renderings,
        List<TemplatePreviewErrors> errors,
        List<TemplatePreviewWarnings> warnings,
        TemplatePreviewPricePerPart pricePerPart
) {
    static TemplatePreview fromJson(Map<String, Object> json) {
        return new TemplatePreview(
            Json.list(json.get("renderings"), item -> Json.object(item, TemplateRendering::fromJson)),
            Json.list(json.get("errors"), item -> Json.object(item, TemplatePreviewErrors::fromJson)),
            Json.list(json.get("warnings"), item -> Json.object(item, TemplatePreviewWarnings::fromJson)),
            Json.object(json.get("price_per_part"), TemplatePreviewPricePerPart::fromJson));
    }
}
