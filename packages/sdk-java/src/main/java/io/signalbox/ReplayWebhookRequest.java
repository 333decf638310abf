// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * ReplayWebhookRequest. Made by its builder; what is null is not sent.
 *
 * @param only missed: events of that time this endpoint never answered with 2xx. Events named by id are always sent.
 * @param dryRun Counts what would be sent and sends nothing.
 */
public record ReplayWebhookRequest(
        List<String> eventIds,
        String since,
        String until,
        String only,
        Boolean dryRun
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (eventIds != null) json.put("event_ids", eventIds);
        if (since != null) json.put("since", since);
        if (until != null) json.put("until", until);
        if (only != null) json.put("only", only);
        if (dryRun != null) json.put("dry_run", dryRun);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a ReplayWebhookRequest. */
    public static final class Builder {
        private List<String> eventIds;
        private String since;
        private String until;
        private String only;
        private Boolean dryRun;

        private Builder() {}

        public Builder eventIds(List<String> value) {
            this.eventIds = value;
            return this;
        }

        public Builder since(String value) {
            this.since = value;
            return this;
        }

        public Builder until(String value) {
            this.until = value;
            return this;
        }

        /** missed: events of that time this endpoint never answered with 2xx. Events named by id are always sent. */
        public Builder only(String value) {
            this.only = value;
            return this;
        }

        /** Counts what would be sent and sends nothing. */
        public Builder dryRun(boolean value) {
            this.dryRun = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public ReplayWebhookRequest build() {
            return new ReplayWebhookRequest(eventIds, since, until, only, dryRun);
        }
    }
}
