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
}
