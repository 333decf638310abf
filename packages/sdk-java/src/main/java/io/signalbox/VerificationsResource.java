// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;

/** Calls of {@code client.verifications()}. */
public final class VerificationsResource {
    private final Transport transport;

    VerificationsResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * Send a code to a person. Draws a code and sends it by the first channel; when no receipt comes in its
     * time, the same code goes by the next one. The same {@code to} and {@code purpose} again, while the code is valid,
     * sends the same code once more and leaves the tries counted. The answer is the same for every address,
     * known or not. An address is sent at most 3 codes in 10 minutes, 5 in an hour and 10 in a day.
     * Premium-rate, satellite, shared-cost and similar ranges are refused. When no channel carries the code the
     * verification has {@code failed}, and is {@code pending} again when it is asked for once more; when a rule against
     * fraud stops it, it is {@code blocked}.
     * {@code POST /v1/verifications}
     */
    public StartVerificationAnswer start(StartVerificationRequest body) {
        return start(body, RequestOptions.none());
    }

    /**
     * Send a code to a person. Draws a code and sends it by the first channel; when no receipt comes in its
     * time, the same code goes by the next one. The same {@code to} and {@code purpose} again, while the code is valid,
     * sends the same code once more and leaves the tries counted. The answer is the same for every address,
     * known or not. An address is sent at most 3 codes in 10 minutes, 5 in an hour and 10 in a day.
     * Premium-rate, satellite, shared-cost and similar ranges are refused. When no channel carries the code the
     * verification has {@code failed}, and is {@code pending} again when it is asked for once more; when a rule against
     * fraud stops it, it is {@code blocked}.
     * {@code POST /v1/verifications}
     */
    public StartVerificationAnswer start(StartVerificationRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("POST", "/v1/verifications", null, body, true, options)), StartVerificationAnswer::fromJson);
    }

    /**
     * List verifications. Newest first. Give {@code next_cursor} of one page as {@code cursor} of the next; null means
     * there is no more.
     * {@code GET /v1/verifications}
     */
    public Pages<VerificationView> list() {
        return list(ListVerificationsParams.builder().build());
    }

    /**
     * List verifications. Newest first. Give {@code next_cursor} of one page as {@code cursor} of the next; null means
     * there is no more.
     * {@code GET /v1/verifications}
     */
    public Pages<VerificationView> list(ListVerificationsParams query) {
        return list(query, RequestOptions.none());
    }

    /**
     * List verifications. Newest first. Give {@code next_cursor} of one page as {@code cursor} of the next; null means
     * there is no more.
     * {@code GET /v1/verifications}
     */
    public Pages<VerificationView> list(ListVerificationsParams query, RequestOptions options) {
        return transport.pages(new Transport.Call("GET", "/v1/verifications", query, null, false, options), item -> Json.object(item, VerificationView::fromJson));
    }

    /**
     * Check the code a person typed. A code is good once. Five wrong codes bar the verification. An id that is
     * unknown and a code that was used, has expired or is barred all answer {@code not_found}. The answer names the
     * address and the purpose: compare them with whom you sign in when the id comes from a browser, or give
     * {@code bound_to}. A code that came by mail proves the mailbox and is no second factor ({@code assurance}).
     * {@code POST /v1/verifications/{id}/check}
     */
    public CheckVerificationAnswer check(String id, CheckVerificationRequest body) {
        return check(id, body, RequestOptions.none());
    }

    /**
     * Check the code a person typed. A code is good once. Five wrong codes bar the verification. An id that is
     * unknown and a code that was used, has expired or is barred all answer {@code not_found}. The answer names the
     * address and the purpose: compare them with whom you sign in when the id comes from a browser, or give
     * {@code bound_to}. A code that came by mail proves the mailbox and is no second factor ({@code assurance}).
     * {@code POST /v1/verifications/{id}/check}
     */
    public CheckVerificationAnswer check(String id, CheckVerificationRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("POST", "/v1/verifications/" + Transport.segment(id) + "/check", null, body, false, options)), CheckVerificationAnswer::fromJson);
    }

    /**
     * Read a verification. The present state of one verification with each send of its code and the route that
     * converted. The code cannot be read.
     * {@code GET /v1/verifications/{id}}
     */
    public VerificationView get(String id) {
        return get(id, RequestOptions.none());
    }

    /**
     * Read a verification. The present state of one verification with each send of its code and the route that
     * converted. The code cannot be read.
     * {@code GET /v1/verifications/{id}}
     */
    public VerificationView get(String id, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("GET", "/v1/verifications/" + Transport.segment(id), null, null, false, options)), VerificationView::fromJson);
    }

    /**
     * Cancel a verification. Its code is good no more, and a message of it that no attempt is claimed for does
     * not go. Repeating it answers the same. One that was approved or has otherwise ended answers
     * {@code not_cancelable}.
     * {@code POST /v1/verifications/{id}/cancel}
     */
    public VerificationView cancel(String id) {
        return cancel(id, RequestOptions.none());
    }

    /**
     * Cancel a verification. Its code is good no more, and a message of it that no attempt is claimed for does
     * not go. Repeating it answers the same. One that was approved or has otherwise ended answers
     * {@code not_cancelable}.
     * {@code POST /v1/verifications/{id}/cancel}
     */
    public VerificationView cancel(String id, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("POST", "/v1/verifications/" + Transport.segment(id) + "/cancel", null, null, false, options)), VerificationView::fromJson);
    }
}
