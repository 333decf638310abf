// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * ImportView. A field is null where the api gave none.
 */
public record ImportView(
        String id,
        String listId,
        String listName,
        String channel,
        String environment,
        String fileName,
        String state,
        Long size,
        Long bytes,
        Long bytesRead,
        Long rows,
        ImportCounts counts,
        Long fixed,
        List<ImportViewReasons> reasons,
        List<ImportViewFaults> faults,
        ImportViewRules rules,
        String failure,
        ImportViewUndone undone,
        String createdAt,
        String startedAt,
        String finishedAt,
        String undoUntil
) {
    static ImportView fromJson(Map<String, Object> json) {
        return new ImportView(
            Json.text(json.get("id")),
            Json.text(json.get("list_id")),
            Json.text(json.get("list_name")),
            Json.text(json.get("channel")),
            Json.text(json.get("environment")),
            Json.text(json.get("file_name")),
            Json.text(json.get("state")),
            Json.whole(json.get("size")),
            Json.whole(json.get("bytes")),
            Json.whole(json.get("bytes_read")),
            Json.whole(json.get("rows")),
            Json.object(json.get("counts"), ImportCounts::fromJson),
            Json.whole(json.get("fixed")),
            Json.list(json.get("reasons"), item -> Json.object(item, ImportViewReasons::fromJson)),
            Json.list(json.get("faults"), item -> Json.object(item, ImportViewFaults::fromJson)),
            Json.object(json.get("rules"), ImportViewRules::fromJson),
            Json.text(json.get("failure")),
            Json.object(json.get("undone"), ImportViewUndone::fromJson),
            Json.text(json.get("created_at")),
            Json.text(json.get("started_at")),
            Json.text(json.get("finished_at")),
            Json.text(json.get("undo_until")));
    }
}
