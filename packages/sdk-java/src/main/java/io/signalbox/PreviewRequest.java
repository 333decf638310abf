// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * PreviewRequest. Made by its builder; what is null is not sent.
 */
public record PreviewRequest(
        String to,
        String channel,
        String class_,
        Money maxPrice
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (to != null) json.put("to", to);
        if (channel != null) json.put("channel", channel);
        if (class_ != null) json.put("class", class_);
        if (maxPrice != null) json.put("max_price", maxPrice);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a PreviewRequest. */
    public static final class Builder {
        private String to;
        private String channel;
        private String class_;
        private Money maxPrice;

        private Builder() {}

        public Builder to(String value) {
            this.to = value;
            return this;
        }

        public Builder channel(String value) {
            this.channel = value;
            return this;
        }

        public Builder class_(String value) {
            this.class_ = value;
            return this;
        }

        public Builder maxPrice(Money value) {
            this.maxPrice = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public PreviewRequest build() {
            Json.need("PreviewRequest", "to", to);
            Json.need("PreviewRequest", "channel", channel);
            Json.need("PreviewRequest", "class", class_);
            return new PreviewRequest(to, channel, class_, maxPrice);
        }
    }
}
