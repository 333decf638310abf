// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * SetSenderRequest. Made by its builder; what is null is not sent.
 *
 * @param country Where it is registered; `default` is every country without a sender of its own. Mail is at `default`.
 * @param network The operator, where each registers for itself; null is all.
 * @param class_ The class it is registered for; null is all.
 * @param sender The sender as messages name it, such as ACME, 28000 or +14155550100.
 * @param kind What it is; left out it follows from the spelling. Only a toll-free number needs to be told.
 * @param reference The id it has at the operator or the register.
 * @param expiresOn The last day on which it counts (UTC).
 * @param affix What operators put around the name, such as `-AD`: it counts in the eleven characters of a name.
 * @param version Version that was read: the change is refused when somebody else made one since.
 */
public record SetSenderRequest(
        String channel,
        String country,
        String network,
        String class_,
        String sender,
        String kind,
        String status,
        String reference,
        String registeredOn,
        String expiresOn,
        SenderAffix affix,
        List<SenderDocument> documents,
        String notes,
        Long version
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (channel != null) json.put("channel", channel);
        if (country != null) json.put("country", country);
        if (network != null) json.put("network", network);
        if (class_ != null) json.put("class", class_);
        if (sender != null) json.put("sender", sender);
        if (kind != null) json.put("kind", kind);
        if (status != null) json.put("status", status);
        if (reference != null) json.put("reference", reference);
        if (registeredOn != null) json.put("registered_on", registeredOn);
        if (expiresOn != null) json.put("expires_on", expiresOn);
        if (affix != null) json.put("affix", affix);
        if (documents != null) json.put("documents", documents);
        if (notes != null) json.put("notes", notes);
        if (version != null) json.put("version", version);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a SetSenderRequest. */
    public static final class Builder {
        private String channel;
        private String country;
        private String network;
        private String class_;
        private String sender;
        private String kind;
        private String status;
        private String reference;
        private String registeredOn;
        private String expiresOn;
        private SenderAffix affix;
        private List<SenderDocument> documents;
        private String notes;
        private Long version;

        private Builder() {}

        public Builder channel(String value) {
            this.channel = value;
            return this;
        }

        /** Where it is registered; `default` is every country without a sender of its own. Mail is at `default`. */
        public Builder country(String value) {
            this.country = value;
            return this;
        }

        /** The operator, where each registers for itself; null is all. */
        public Builder network(String value) {
            this.network = value;
            return this;
        }

        /** The class it is registered for; null is all. */
        public Builder class_(String value) {
            this.class_ = value;
            return this;
        }

        /** The sender as messages name it, such as ACME, 28000 or +14155550100. */
        public Builder sender(String value) {
            this.sender = value;
            return this;
        }

        /** What it is; left out it follows from the spelling. Only a toll-free number needs to be told. */
        public Builder kind(String value) {
            this.kind = value;
            return this;
        }

        public Builder status(String value) {
            this.status = value;
            return this;
        }

        /** The id it has at the operator or the register. */
        public Builder reference(String value) {
            this.reference = value;
            return this;
        }

        public Builder registeredOn(String value) {
            this.registeredOn = value;
            return this;
        }

        /** The last day on which it counts (UTC). */
        public Builder expiresOn(String value) {
            this.expiresOn = value;
            return this;
        }

        /** What operators put around the name, such as `-AD`: it counts in the eleven characters of a name. */
        public Builder affix(SenderAffix value) {
            this.affix = value;
            return this;
        }

        public Builder documents(List<SenderDocument> value) {
            this.documents = value;
            return this;
        }

        public Builder notes(String value) {
            this.notes = value;
            return this;
        }

        /** Version that was read: the change is refused when somebody else made one since. */
        public Builder version(long value) {
            this.version = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public SetSenderRequest build() {
            Json.need("SetSenderRequest", "sender", sender);
            return new SetSenderRequest(channel, country, network, class_, sender, kind, status, reference, registeredOn, expiresOn, affix, documents, notes, version);
        }
    }
}
