// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * SetPersonHoursRequest. Made by its builder; what is null is not sent.
 *
 * @param quiet When the person wants no marketing. It must leave some of the week; an empty list takes the wish back.
 * @param timeZone The zone of the person, whose clock counts: a name of the IANA database.
 * @param source How the wish came to you.
 */
public record SetPersonHoursRequest(
        String address,
        String channel,
        List<QuietSpan> quiet,
        String timeZone,
        String source,
        ConsentProof proof
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (address != null) json.put("address", address);
        if (channel != null) json.put("channel", channel);
        if (quiet != null) json.put("quiet", quiet);
        if (timeZone != null) json.put("time_zone", timeZone);
        if (source != null) json.put("source", source);
        if (proof != null) json.put("proof", proof);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a SetPersonHoursRequest. */
    public static final class Builder {
        private String address;
        private String channel;
        private List<QuietSpan> quiet;
        private String timeZone;
        private String source;
        private ConsentProof proof;

        private Builder() {}

        public Builder address(String value) {
            this.address = value;
            return this;
        }

        public Builder channel(String value) {
            this.channel = value;
            return this;
        }

        /** When the person wants no marketing. It must leave some of the week; an empty list takes the wish back. */
        public Builder quiet(List<QuietSpan> value) {
            this.quiet = value;
            return this;
        }

        /** The zone of the person, whose clock counts: a name of the IANA database. */
        public Builder timeZone(String value) {
            this.timeZone = value;
            return this;
        }

        /** How the wish came to you. */
        public Builder source(String value) {
            this.source = value;
            return this;
        }

        public Builder proof(ConsentProof value) {
            this.proof = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public SetPersonHoursRequest build() {
            Json.need("SetPersonHoursRequest", "address", address);
            Json.need("SetPersonHoursRequest", "channel", channel);
            Json.need("SetPersonHoursRequest", "quiet", quiet);
            Json.need("SetPersonHoursRequest", "time_zone", timeZone);
            Json.need("SetPersonHoursRequest", "source", source);
            return new SetPersonHoursRequest(address, channel, quiet, timeZone, source, proof);
        }
    }
}
