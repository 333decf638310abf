// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;

/** Calls of {@code client.countries()}. */
public final class CountriesResource {
    private final Transport transport;

    CountriesResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * List countries with rules. What the workspace says of countries, the same in live and in sandbox:
     * {@code default} first, which holds for all others, then by code. A workspace that says nothing sends
     * everywhere.
     * {@code GET /v1/countries}
     */
    public CountryList list() {
        return list(RequestOptions.none());
    }

    /**
     * List countries with rules. What the workspace says of countries, the same in live and in sandbox:
     * {@code default} first, which holds for all others, then by code. A workspace that says nothing sends
     * everywhere.
     * {@code GET /v1/countries}
     */
    public CountryList list(RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("GET", "/v1/countries", null, null, false, options)), CountryList::fromJson);
    }

    /**
     * Read what holds in a country. What is null is inherited from {@code default}; a country that has nothing of its
     * own answers 404.
     * {@code GET /v1/countries/{country}}
     */
    public CountryView read(String country) {
        return read(country, RequestOptions.none());
    }

    /**
     * Read what holds in a country. What is null is inherited from {@code default}; a country that has nothing of its
     * own answers 404.
     * {@code GET /v1/countries/{country}}
     */
    public CountryView read(String country, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("GET", "/v1/countries/" + Transport.segment(country), null, null, false, options)), CountryView::fromJson);
    }

    /**
     * Say what holds in a country. Takes the place of all that was said of the country before, in live and in
     * sandbox. What is null or left out is inherited from {@code default}. To send only where there are customers,
     * set {@code default} with {@code enabled: false} and each country with {@code true}: messages to any other end as
     * {@code suppressed} with the reason {@code policy.geo_denied}, codes included. Mail has no country and follows the
     * channels and senders of {@code default}.
     * {@code PUT /v1/countries/{country}}
     */
    public CountryView set(String country, SetCountryRequest body) {
        return set(country, body, RequestOptions.none());
    }

    /**
     * Say what holds in a country. Takes the place of all that was said of the country before, in live and in
     * sandbox. What is null or left out is inherited from {@code default}. To send only where there are customers,
     * set {@code default} with {@code enabled: false} and each country with {@code true}: messages to any other end as
     * {@code suppressed} with the reason {@code policy.geo_denied}, codes included. Mail has no country and follows the
     * channels and senders of {@code default}.
     * {@code PUT /v1/countries/{country}}
     */
    public CountryView set(String country, SetCountryRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("PUT", "/v1/countries/" + Transport.segment(country), null, body, false, options)), CountryView::fromJson);
    }

    /**
     * Forget what holds in a country. The country follows {@code default} again; without {@code default}, every country
     * that has no rules is open.
     * {@code DELETE /v1/countries/{country}}
     */
    public void remove(String country) {
        remove(country, RequestOptions.none());
    }

    /**
     * Forget what holds in a country. The country follows {@code default} again; without {@code default}, every country
     * that has no rules is open.
     * {@code DELETE /v1/countries/{country}}
     */
    public void remove(String country, RequestOptions options) {
        transport.call(new Transport.Call("DELETE", "/v1/countries/" + Transport.segment(country), null, null, false, options));
    }
}
