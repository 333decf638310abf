// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.Map;

/**
 * RectifyPersonAnswer. A field is null where the api gave none.
 */
public record RectifyPersonAnswer(
        PersonRequestView request,
        CarriedToAddress carried
) {
    static RectifyPersonAnswer fromJson(Map<String, Object> json) {
        return new RectifyPersonAnswer(
            Json.object(json.get("request"), PersonRequestView::fromJson),
            Json.object(json.get("carried"), CarriedToAddress::fromJson));
    }
}
