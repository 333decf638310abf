// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * LegalRuleView. A field is null where the api gave none.
 */
public record LegalRuleView(
        String id,
        String topic,
        List<String> channels,
        List<String> classes,
        String from,
        String until,
        String confidence,
        List<ReadingView> readings,
        String inUse,
        Boolean answerable,
        RuleAnswerView answer,
        List<WordListView> lists
) {
    static LegalRuleView fromJson(Map<String, Object> json) {
        return new LegalRuleView(
            Json.text(json.get("id")),
            Json.text(json.get("topic")),
            Json.list(json.get("channels"), item -> Json.text(item)),
            Json.list(json.get("classes"), item -> Json.text(item)),
            Json.text(json.get("from")),
            Json.text(json.get("until")),
            Json.text(json.get("confidence")),
            Json.list(json.get("readings"), item -> Json.object(item, ReadingView::fromJson)),
            Json.text(json.get("in_use")),
            Json.flag(json.get("answerable")),
            Json.object(json.get("answer"), RuleAnswerView::fromJson),
            Json.list(json.get("lists"), item -> Json.object(item, WordListView::fromJson)));
    }
}
