// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * TemplateSegments. A field is null where the api gave none.
 */
public record TemplateSegments(
        String encoding,
        Long units,
        Long parts,
        Long unitsInLastPart,
        Long unitsPerPart,
        Long partsAtLeast,
        List<TemplateSegmentsForcing> forcing,
        Long partsReplaced
) {
    static TemplateSegments fromJson(Map<String, Object> json) {
        return new TemplateSegments(
            Json.text(json.get("encoding")),
            Json.whole(json.get("units")),
            Json.whole(json.get("parts")),
            Json.whole(json.get("units_in_last_part")),
            Json.whole(json.get("units_per_part")),
            Json.whole(json.get("parts_at_least")),
            Json.list(json.get("forcing"), item -> Json.object(item, TemplateSegmentsForcing::fromJson)),
            Json.whole(json.get("parts_replaced")));
    }
}
