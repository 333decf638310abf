// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

/** Calls of {@code client.routing()}. */
public final class RoutingResource {
    private final Transport transport;

    RoutingResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * See how a message would be routed. Takes the body of a send, whose content may be left out, and sends
     * nothing. The answer tells, now or for the time of {@code send_at}: what each rule of policy says, quiet hours
     * and caps included; the routes that would be weighed, each with its price, its chance and the reason when
     * it is left out; and the state the message would be in. With {@code channels} it tells so of each in its order,
     * and in {@code follow_ups} what would make the next one go.
     * {@code POST /v1/routing/preview}
     */
    public RoutingPreview preview(PreviewRequest body) {
        return preview(body, RequestOptions.none());
    }

    /**
     * See how a message would be routed. Takes the body of a send, whose content may be left out, and sends
     * nothing. The answer tells, now or for the time of {@code send_at}: what each rule of policy says, quiet hours
     * and caps included; the routes that would be weighed, each with its price, its chance and the reason when
     * it is left out; and the state the message would be in. With {@code channels} it tells so of each in its order,
     * and in {@code follow_ups} what would make the next one go.
     * {@code POST /v1/routing/preview}
     */
    public RoutingPreview preview(PreviewRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("POST", "/v1/routing/preview", null, body, false, options)), RoutingPreview::fromJson);
    }

    /**
     * See what a send would cost. Takes a text and either recipients or how many go to which country, and sends
     * nothing. The answer tells parts and encoding, the expected mix of routes of each country with its price,
     * and three sums in the currency of the workspace: all by the cheapest route that may carry it, by the mix
     * as it is decided now, and all by the dearest one, backups included. Recipients that would not be sent to
     * are counted with the reason. {@code advice} names countries where mail would do for less than half.
     * {@code POST /v1/routing/quote}
     */
    public Quote quoteSend(QuoteRequest body) {
        return quoteSend(body, RequestOptions.none());
    }

    /**
     * See what a send would cost. Takes a text and either recipients or how many go to which country, and sends
     * nothing. The answer tells parts and encoding, the expected mix of routes of each country with its price,
     * and three sums in the currency of the workspace: all by the cheapest route that may carry it, by the mix
     * as it is decided now, and all by the dearest one, backups included. Recipients that would not be sent to
     * are counted with the reason. {@code advice} names countries where mail would do for less than half.
     * {@code POST /v1/routing/quote}
     */
    public Quote quoteSend(QuoteRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("POST", "/v1/routing/quote", null, body, false, options)), Quote::fromJson);
    }

    /**
     * See how much depends on each supplier. Of the texts to each country in the last 30 days: the share of
     * every supplier, how concentrated they are, and the limit. A supplier at its limit is left out while
     * another one can carry ({@code concentration}); countries with fewer than 100 texts are over no limit.
     * {@code GET /v1/routing/concentration}
     */
    public ConcentrationView readConcentration() {
        return readConcentration(RequestOptions.none());
    }

    /**
     * See how much depends on each supplier. Of the texts to each country in the last 30 days: the share of
     * every supplier, how concentrated they are, and the limit. A supplier at its limit is left out while
     * another one can carry ({@code concentration}); countries with fewer than 100 texts are over no limit.
     * {@code GET /v1/routing/concentration}
     */
    public ConcentrationView readConcentration(RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("GET", "/v1/routing/concentration", null, null, false, options)), ConcentrationView::fromJson);
    }

    /**
     * Limit the share of one supplier. Sets the largest share of the texts to a country that one supplier may
     * carry, or takes the limit away. It never takes the last route from a message.
     * {@code PUT /v1/routing/concentration/limits}
     */
    public ConcentrationView setConcentrationLimit(SetConcentrationLimitRequest body) {
        return setConcentrationLimit(body, RequestOptions.none());
    }

    /**
     * Limit the share of one supplier. Sets the largest share of the texts to a country that one supplier may
     * carry, or takes the limit away. It never takes the last route from a message.
     * {@code PUT /v1/routing/concentration/limits}
     */
    public ConcentrationView setConcentrationLimit(SetConcentrationLimitRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("PUT", "/v1/routing/concentration/limits", null, body, false, options)), ConcentrationView::fromJson);
    }

    /**
     * See by which rules sends begin with another channel, and what that saves. The substitution rules of the
     * environment in their order, and what each came to since the month began: the sends it moved, those that
     * went by the first channel after all, and what the others saved.
     * {@code GET /v1/routing/substitutions}
     */
    public SubstitutionView readSubstitutions() {
        return readSubstitutions(RequestOptions.none());
    }

    /**
     * See by which rules sends begin with another channel, and what that saves. The substitution rules of the
     * environment in their order, and what each came to since the month began: the sends it moved, those that
     * went by the first channel after all, and what the others saved.
     * {@code GET /v1/routing/substitutions}
     */
    public SubstitutionView readSubstitutions(RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("GET", "/v1/routing/substitutions", null, null, false, options)), SubstitutionView::fromJson);
    }

    /**
     * Set by which rules sends begin with another channel. Replaces the rules. The first that fits a send over
     * several channels with {@code failover} decides: its channel goes first and the others follow as they were, so
     * nobody is written to by a channel the send does not name. Consent, suppressions and caps are judged for
     * the channel a message goes by.
     * {@code PUT /v1/routing/substitutions}
     */
    public SubstitutionView setSubstitutions(SetSubstitutionsRequest body) {
        return setSubstitutions(body, RequestOptions.none());
    }

    /**
     * Set by which rules sends begin with another channel. Replaces the rules. The first that fits a send over
     * several channels with {@code failover} decides: its channel goes first and the others follow as they were, so
     * nobody is written to by a channel the send does not name. Consent, suppressions and caps are judged for
     * the channel a message goes by.
     * {@code PUT /v1/routing/substitutions}
     */
    public SubstitutionView setSubstitutions(SetSubstitutionsRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("PUT", "/v1/routing/substitutions", null, body, false, options)), SubstitutionView::fromJson);
    }

    /**
     * Try a substitution rule on the sends of last week. How many sends of the last seven days the rule would
     * have moved, and about what it would have saved by the prices of today, with a 90 % interval: who is not
     * reached by the other channel gets the first one after all. It is refused where too little is known.
     * {@code POST /v1/routing/substitutions/preview}
     */
    public SubstitutionPreview previewSubstitution(SubstitutionRule body) {
        return previewSubstitution(body, RequestOptions.none());
    }

    /**
     * Try a substitution rule on the sends of last week. How many sends of the last seven days the rule would
     * have moved, and about what it would have saved by the prices of today, with a 90 % interval: who is not
     * reached by the other channel gets the first one after all. It is refused where too little is known.
     * {@code POST /v1/routing/substitutions/preview}
     */
    public SubstitutionPreview previewSubstitution(SubstitutionRule body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("POST", "/v1/routing/substitutions/preview", null, body, false, options)), SubstitutionPreview::fromJson);
    }
}
