package io.signalbox;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What is tried again, and when. In the long run one call in ten is, so that a client does not make an outage worse: every call
 * puts a tenth into a purse and every retry takes one out; a purse of ten lets a new client bear a short disturbance.
 */
final class Retry {
    /** Most tries of one call, the first included. */
    static final int MAX_TRIES = 3;
    /** A longer wait is left to the caller, who reads it from the exception. */
    private static final double LONGEST_WAIT_SECONDS = 60;
    private static final double FIRST_PAUSE_SECONDS = 0.5;

    private double tokens = 10;

    synchronized void deposit() {
        tokens = Math.min(10, tokens + 0.1);
    }

    /** Whether one more retry may be made; takes it. */
    synchronized boolean withdraw() {
        if (tokens < 1) return false;
        tokens -= 1;
        return true;
    }

    /**
     * Whether a refusal may pass by itself. 502 and 504 do not tell whether the call was done, so they are repeated only where
     * a repeat changes nothing.
     */
    static boolean isPassing(int status, String code, boolean isRepeatable) {
        return switch (status) {
            case 409 -> "idempotency_in_progress".equals(code);
            case 429, 503 -> true;
            case 502, 504 -> isRepeatable;
            default -> false;
        };
    }

    /** Seconds to wait before the next try, or null when the server asks for more than is waited for. */
    static Double pauseSeconds(int tries, Double retryAfterSeconds) {
        double chance = ThreadLocalRandom.current().nextDouble();
        if (retryAfterSeconds == null) return FIRST_PAUSE_SECONDS * Math.pow(2, tries - 1) * (0.5 + chance / 2);
        // A little more than asked for, so that many clients do not come back in the same instant.
        return retryAfterSeconds > LONGEST_WAIT_SECONDS ? null : Double.valueOf(retryAfterSeconds + chance * 0.25);
    }

    /** Reads Retry-After: seconds, or an HTTP date. */
    static Double readRetryAfter(String value) {
        if (value == null) return null;
        try {
            if (value.trim().matches("[0-9]+")) return Double.valueOf(value.trim());
            Instant at = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return Math.max(0, Duration.between(Instant.now(), at).toMillis() / 1000.0);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
