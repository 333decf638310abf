// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * SendBatchRequest. Made by its builder; what is null is not sent.
 */
public record SendBatchRequest(
        List<BatchItem> messages
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (messages != null) json.put("messages", messages);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a SendBatchRequest. */
    public static final class Builder {
        private List<BatchItem> messages;

        private Builder() {}

        public Builder messages(List<BatchItem> value) {
            this.messages = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public SendBatchRequest build() {
            Json.need("SendBatchRequest", "messages", messages);
            return new SendBatchRequest(messages);
        }
    }
}
