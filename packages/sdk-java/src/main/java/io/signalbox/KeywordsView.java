// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * KeywordsView. A field is null where the api gave none.
 */
public record KeywordsView(
        String asOf,
        List<BuiltInKeyword> builtIn,
        List<OwnKeyword> own,
        List<KeywordReply> replies
) {
    static KeywordsView fromJson(Map<String, Object> json) {
        return new KeywordsView(
            Json.text(json.get("as_of")),
            Json.list(json.get("built_in"), item -> Json.object(item, BuiltInKeyword::fromJson)),
            Json.list(json.get("own"), item -> Json.object(item, OwnKeyword::fromJson)),
            Json.list(json.get("replies"), item -> Json.object(item, KeywordReply::fromJson)));
    }
}
