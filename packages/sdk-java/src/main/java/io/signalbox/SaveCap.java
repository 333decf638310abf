// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * SaveCap. Made by its builder; what is null is not sent.
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
public record SaveCap(
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
        String overLimit
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (name != null) json.put("name", name);
        if (enabled != null) json.put("enabled", enabled);
        if (channels != null) json.put("channels", channels);
        if (classes != null) json.put("classes", classes);
        if (alsoCounts != null) json.put("also_counts", alsoCounts);
        if (scope != null) json.put("scope", scope);
        if (limit != null) json.put("limit", limit);
        if (rollingSeconds != null) json.put("rolling_seconds", rollingSeconds);
        if (calendar != null) json.put("calendar", calendar);
        if (minGapSeconds != null) json.put("min_gap_seconds", minGapSeconds);
        if (kept != null) json.put("kept", kept);
        if (keptFor != null) json.put("kept_for", keptFor);
        if (overLimit != null) json.put("over_limit", overLimit);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a SaveCap. */
    public static final class Builder {
        private String name;
        private Boolean enabled;
        private List<String> channels;
        private List<String> classes;
        private List<String> alsoCounts;
        private CapScope scope;
        private Long limit;
        private Long rollingSeconds;
        private String calendar;
        private Long minGapSeconds;
        private Long kept;
        private CapScope keptFor;
        private String overLimit;

        private Builder() {}

        public Builder name(String value) {
            this.name = value;
            return this;
        }

        public Builder enabled(boolean value) {
            this.enabled = value;
            return this;
        }

        /** Null is every channel. */
        public Builder channels(List<String> value) {
            this.channels = value;
            return this;
        }

        /** What the cap holds for. */
        public Builder classes(List<String> value) {
            this.classes = value;
            return this;
        }

        /** Classes that use the cap up and are never stopped by it, such as `transactional`. */
        public Builder alsoCounts(List<String> value) {
            this.alsoCounts = value;
            return this;
        }

        /** Which messages are counted. */
        public Builder scope(CapScope value) {
            this.scope = value;
            return this;
        }

        /** Most messages to one address in the window. */
        public Builder limit(long value) {
            this.limit = value;
            return this;
        }

        /** The window is the last so many seconds. */
        public Builder rollingSeconds(long value) {
            this.rollingSeconds = value;
            return this;
        }

        /** The window is a day, a week or a month where the recipient is; in the time zone of the workspace where that is not known. */
        public Builder calendar(String value) {
            this.calendar = value;
            return this;
        }

        /** Least time between two messages to one address. */
        public Builder minGapSeconds(long value) {
            this.minGapSeconds = value;
            return this;
        }

        /** So many of `limit` are kept for the messages of `kept_for`. */
        public Builder kept(long value) {
            this.kept = value;
            return this;
        }

        /** The messages that matter more. Needed with `kept`. */
        public Builder keptFor(CapScope value) {
            this.keptFor = value;
            return this;
        }

        /** A message over the cap is dropped as `suppressed`, or waits as `held` until it fits and is judged afresh then. What would fit only after its validity, and a code, is dropped. */
        public Builder overLimit(String value) {
            this.overLimit = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public SaveCap build() {
            Json.need("SaveCap", "name", name);
            return new SaveCap(name, enabled, channels, classes, alsoCounts, scope, limit, rollingSeconds, calendar, minGapSeconds, kept, keptFor, overLimit);
        }
    }
}
