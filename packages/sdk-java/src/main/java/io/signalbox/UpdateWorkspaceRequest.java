// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * UpdateWorkspaceRequest. Made by its builder; what is null is not sent.
 *
 * @param homeRegion Where its data lives: a region of this installation.
 * @param defaultCurrency Currency (ISO 4217) of price limits that name none.
 * @param timeZone Zone of the business (IANA): of the times and days that the console shows, and of the opening hours of mail.
 * @param defaultLanguage Language (BCP 47) of customers nothing else is known of.
 * @param secondPersonFor What takes force only when a second person approves it: versions of `templates`, `erasures` of people, changes of `senders`, what the workspace says of rules of country `packs`, `exports` of personal data, and `reveals` of masked addresses in the console. API keys then do none of them.
 * @param links What becomes of links in messages and templates that lead to no domain of `link_domains`: `any` lets them go, `warn` says so in the answer of the send, `refuse` refuses it.
 * @param linkDomains Domains that links may lead to, such as acme.com; what is below one of them is allowed too.
 */
public record UpdateWorkspaceRequest(
        String name,
        String homeRegion,
        String defaultCurrency,
        String timeZone,
        String defaultLanguage,
        List<String> secondPersonFor,
        String links,
        List<String> linkDomains
) implements JsonObject {
    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (name != null) json.put("name", name);
        if (homeRegion != null) json.put("home_region", homeRegion);
        if (defaultCurrency != null) json.put("default_currency", defaultCurrency);
        if (timeZone != null) json.put("time_zone", timeZone);
        if (defaultLanguage != null) json.put("default_language", defaultLanguage);
        if (secondPersonFor != null) json.put("second_person_for", secondPersonFor);
        if (links != null) json.put("links", links);
        if (linkDomains != null) json.put("link_domains", linkDomains);
        return json;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a UpdateWorkspaceRequest. */
    public static final class Builder {
        private String name;
        private String homeRegion;
        private String defaultCurrency;
        private String timeZone;
        private String defaultLanguage;
        private List<String> secondPersonFor;
        private String links;
        private List<String> linkDomains;

        private Builder() {}

        public Builder name(String value) {
            this.name = value;
            return this;
        }

        /** Where its data lives: a region of this installation. */
        public Builder homeRegion(String value) {
            this.homeRegion = value;
            return this;
        }

        /** Currency (ISO 4217) of price limits that name none. */
        public Builder defaultCurrency(String value) {
            this.defaultCurrency = value;
            return this;
        }

        /** Zone of the business (IANA): of the times and days that the console shows, and of the opening hours of mail. */
        public Builder timeZone(String value) {
            this.timeZone = value;
            return this;
        }

        /** Language (BCP 47) of customers nothing else is known of. */
        public Builder defaultLanguage(String value) {
            this.defaultLanguage = value;
            return this;
        }

        /** What takes force only when a second person approves it: versions of `templates`, `erasures` of people, changes of `senders`, what the workspace says of rules of country `packs`, `exports` of personal data, and `reveals` of masked addresses in the console. API keys then do none of them. */
        public Builder secondPersonFor(List<String> value) {
            this.secondPersonFor = value;
            return this;
        }

        /** What becomes of links in messages and templates that lead to no domain of `link_domains`: `any` lets them go, `warn` says so in the answer of the send, `refuse` refuses it. */
        public Builder links(String value) {
            this.links = value;
            return this;
        }

        /** Domains that links may lead to, such as acme.com; what is below one of them is allowed too. */
        public Builder linkDomains(List<String> value) {
            this.linkDomains = value;
            return this;
        }

        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public UpdateWorkspaceRequest build() {
            return new UpdateWorkspaceRequest(name, homeRegion, defaultCurrency, timeZone, defaultLanguage, secondPersonFor, links, linkDomains);
        }
    }
}
