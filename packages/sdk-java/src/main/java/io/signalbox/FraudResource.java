// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;

/** Calls of {@code client.fraud()}. */
public final class FraudResource {
    private final Transport transport;

    FraudResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * List prefixes that are closed to codes, or kept open. Newest first. A prefix is listed by a rule, with
     * what it had counted as evidence, or by hand. What was lifted or has expired stays on the list.
     * {@code GET /v1/fraud/prefixes}
     */
    public Pages<PrefixView> listPrefixes() {
        return listPrefixes(ListPrefixesParams.builder().build());
    }

    /**
     * List prefixes that are closed to codes, or kept open. Newest first. A prefix is listed by a rule, with
     * what it had counted as evidence, or by hand. What was lifted or has expired stays on the list.
     * {@code GET /v1/fraud/prefixes}
     */
    public Pages<PrefixView> listPrefixes(ListPrefixesParams query) {
        return listPrefixes(query, RequestOptions.none());
    }

    /**
     * List prefixes that are closed to codes, or kept open. Newest first. A prefix is listed by a rule, with
     * what it had counted as evidence, or by hand. What was lifted or has expired stays on the list.
     * {@code GET /v1/fraud/prefixes}
     */
    public Pages<PrefixView> listPrefixes(ListPrefixesParams query, RequestOptions options) {
        return transport.pages(new Transport.Call("GET", "/v1/fraud/prefixes", query, null, false, options), item -> Json.object(item, PrefixView::fromJson));
    }

    /**
     * Close a prefix to codes, or keep it open. Takes the place of what is listed for the same prefix. {@code block}
     * sends no code there, those of your own making included: a verification goes on by mail where it may, and
     * ends as {@code blocked} where it may not. {@code allow} sends codes there whatever the rules find, and lets ranges
     * pass that are refused as premium-rate, satellite or shared-cost. Of two prefixes the longer one counts.
     * Other messages are not concerned.
     * {@code POST /v1/fraud/prefixes}
     */
    public PrefixView addPrefix(AddPrefixRequest body) {
        return addPrefix(body, RequestOptions.none());
    }

    /**
     * Close a prefix to codes, or keep it open. Takes the place of what is listed for the same prefix. {@code block}
     * sends no code there, those of your own making included: a verification goes on by mail where it may, and
     * ends as {@code blocked} where it may not. {@code allow} sends codes there whatever the rules find, and lets ranges
     * pass that are refused as premium-rate, satellite or shared-cost. Of two prefixes the longer one counts.
     * Other messages are not concerned.
     * {@code POST /v1/fraud/prefixes}
     */
    public PrefixView addPrefix(AddPrefixRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("POST", "/v1/fraud/prefixes", null, body, false, options)), PrefixView::fromJson);
    }

    /**
     * Lift a listed prefix. It counts no more and stays on the list as lifted. What was counted of its numbers
     * is forgotten: the rules judge them anew.
     * {@code DELETE /v1/fraud/prefixes/{id}}
     */
    public void liftPrefix(String id) {
        liftPrefix(id, RequestOptions.none());
    }

    /**
     * Lift a listed prefix. It counts no more and stays on the list as lifted. What was counted of its numbers
     * is forgotten: the rules judge them anew.
     * {@code DELETE /v1/fraud/prefixes/{id}}
     */
    public void liftPrefix(String id, RequestOptions options) {
        transport.call(new Transport.Call("DELETE", "/v1/fraud/prefixes/" + Transport.segment(id), null, null, false, options));
    }

    /**
     * Read the rules against fraud with codes. What the workspace has set, or the defaults ({@code version} 0). The
     * same in live and in sandbox; the sandbox spends nothing and counts nothing.
     * {@code GET /v1/fraud/rules}
     */
    public FraudRulesView readRules() {
        return readRules(RequestOptions.none());
    }

    /**
     * Read the rules against fraud with codes. What the workspace has set, or the defaults ({@code version} 0). The
     * same in live and in sandbox; the sandbox spends nothing and counts nothing.
     * {@code GET /v1/fraud/rules}
     */
    public FraudRulesView readRules(RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("GET", "/v1/fraud/rules", null, null, false, options)), FraudRulesView::fromJson);
    }

    /**
     * Set the rules against fraud with codes. Takes the place of all rules; what is left out goes back to its
     * default. A block of numbers is closed when codes were sent for more verifications than {@code sent} and less
     * than {@code percent} of them were typed; numbers that typed a code before are sent on. Money is counted at the
     * price of the route, when a code is handed over: what would pass a limit ends as {@code suppressed} with the
     * reason {@code policy.budget_exceeded}.
     * {@code PUT /v1/fraud/rules}
     */
    public FraudRulesView setRules(SetFraudRulesRequest body) {
        return setRules(body, RequestOptions.none());
    }

    /**
     * Set the rules against fraud with codes. Takes the place of all rules; what is left out goes back to its
     * default. A block of numbers is closed when codes were sent for more verifications than {@code sent} and less
     * than {@code percent} of them were typed; numbers that typed a code before are sent on. Money is counted at the
     * price of the route, when a code is handed over: what would pass a limit ends as {@code suppressed} with the
     * reason {@code policy.budget_exceeded}.
     * {@code PUT /v1/fraud/rules}
     */
    public FraudRulesView setRules(SetFraudRulesRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("PUT", "/v1/fraud/rules", null, body, false, options)), FraudRulesView::fromJson);
    }
}
