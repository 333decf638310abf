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
}
