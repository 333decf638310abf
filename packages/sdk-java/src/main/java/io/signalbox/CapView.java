// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * CapView. A field is null where the api gave none.
 *
 * @param channels Null is every channel.
 * @param classes What the cap holds for.
 * @param alsoCounts Classes that use the cap up and are never stopped by it, such as `transactional`.
 * @param scope Which messages are counted.
 * @param limit Most messages to one address in the window.
 * @param rollingSeconds The window is the last so many seconds.
 * @param calendar The window is a day, a week or a month where the recipient is; in the time zone of the workspace where that is not known.
 * @param minGapSeconds Least time between two messages to one address.
 * @param kept So many of `limit` are kept for the messages of `kept_for`.
 * @param keptFor The messages that matter more. Needed with `kept`.
 * @param overLimit A message over the cap is dropped as `suppressed`, or waits as `held` until it fits and is judged afresh then. What would fit only after its validity, and a code, is dropped.
 */
public record CapView(
        String id,
        String name,
        Boolean enabled,
        List<String> channels,
        List<String> classes,
        List<String> alsoCounts,
        CapScope scope,
        Long limit,
        Long rollingSeconds,
        String calendar,
        Long minGapSeconds,
        Long kept,
        CapScope keptFor,
        String overLimit,
        Long version,
        String updatedAt
) {
    static CapView fromJson(Map<String, Object> json) {
        return new CapView(
            Json.text(json.get("id")),
            Json.text(json.get("name")),
            Json.flag(json.get("enabled")),
            Json.list(json.get("channels"), item -> Json.text(item)),
            Json.list(json.get("classes"), item -> Json.text(item)),
            Json.list(json.get("also_counts"), item -> Json.text(item)),
            Json.object(json.get("scope"), CapScope::fromJson),
            Json.whole(json.get("limit")),
            Json.whole(json.get("rolling_seconds")),
            Json.text(json.get("calendar")),
            Json.whole(json.get("min_gap_seconds")),
            Json.whole(json.get("kept")),
            Json.object(json.get("kept_for"), CapScope::fromJson),
            Json.text(json.get("over_limit")),
            Json.whole(json.get("version")),
            Json.text(json.get("updated_at")));
    }
}
