package io.signalbox;

import java.time.Duration;

/**
 * What one call may set for itself.
 *
 * @param idempotencyKey one of your own, kept when you repeat the call after a crash; null: every call gets a new one,
 *     kept over its retries
 * @param timeout how long one try may take; null: as the client says
 */
public record RequestOptions(String idempotencyKey, Duration timeout) {
    public static RequestOptions none() {
        return new RequestOptions(null, null);
    }

    public static RequestOptions idempotencyKey(String key) {
        return new RequestOptions(key, null);
    }

    public static RequestOptions timeout(Duration timeout) {
        return new RequestOptions(null, timeout);
    }

    public RequestOptions withTimeout(Duration other) {
        return new RequestOptions(idempotencyKey, other);
    }
}
