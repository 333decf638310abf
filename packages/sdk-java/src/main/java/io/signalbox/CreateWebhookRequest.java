// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * CreateWebhookRequest. Made by its builder; what is null is not sent.
 *
 * @param eventsPerRequest Above 1, every request is of the type `webhook.group` and holds up to so many events in `data.events`, each with its `id`, in one signed body under one `webhook-id`. Events that come about together go together; none waits for others.
 */
public record CreateWebhookRequest(
        String url,
        String description,
        List<String> eventTypes,
        Long eventsPerRequest
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (url != null) json.put("url", url);
        if (description != null) json.put("description", description);
        if (eventTypes != null) json.put("event_types", eventTypes);
        if (eventsPerRequest != null) json.put("events_per_request", eventsPerRequest);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a CreateWebhookRequest. */
    public static final class Builder {
        private String url;
        private String description;
        private List<String> eventTypes;
        private Long eventsPerRequest;

        private Builder() {}

        public Builder url(String value) {
            this.url = value;
            return this;
        }

        public Builder description(String value) {
            this.description = value;
            return this;
        }

        public Builder eventTypes(List<String> value) {
            this.eventTypes = value;
            return this;
        }

        /** Above 1, every request is of the type `webhook.group` and holds up to so many events in `data.events`, each with its `id`, in one signed body under one `webhook-id`. Events that come about together go together; none waits for others. */
        public Builder eventsPerRequest(long value) {
            this.eventsPerRequest = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public CreateWebhookRequest build() {
            Json.need("CreateWebhookRequest", "url", url);
            return new CreateWebhookRequest(url, description, eventTypes, eventsPerRequest);
        }
    }
}
