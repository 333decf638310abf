// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

/** Calls of {@code client.routing()}. */
public final class RoutingResource {
    private final Transport transport;

    RoutingResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * See how a message would be routed. The routes that would be weighed for this message now, each with its
     * price, its chance and the reason when it is left out. Nothing is sent.
     * {@code POST /v1/routing/preview}
     */
    public RoutingDecision preview(PreviewRequest body) {
        return preview(body, RequestOptions.none());
    }

    /**
     * See how a message would be routed. The routes that would be weighed for this message now, each with its
     * price, its chance and the reason when it is left out. Nothing is sent.
     * {@code POST /v1/routing/preview}
     */
    public RoutingDecision preview(PreviewRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("POST", "/v1/routing/preview", null, body, false, options)), RoutingDecision::fromJson);
    }
}
