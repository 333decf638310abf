<?php

declare(strict_types=1);

namespace Signalbox;

/**
 * What is tried again, and when. In the long run one call in ten is, so that a client does not make an outage worse: every call puts
 * a tenth into a purse and every retry takes one out; a purse of ten lets a new client bear a short disturbance.
 */
final class Retry
{
    /** Most tries of one call, the first included. */
    public const MAX_TRIES = 3;
    /** A longer wait is left to the caller, who reads it from the error. */
    private const LONGEST_WAIT_SECONDS = 60.0;
    private const FIRST_PAUSE_SECONDS = 0.5;

    private float $tokens = 10.0;

    public function deposit(): void
    {
        $this->tokens = min(10.0, $this->tokens + 0.1);
    }

    /** Whether one more retry may be made; takes it. */
    public function withdraw(): bool
    {
        if ($this->tokens < 1) {
            return false;
        }
        $this->tokens -= 1;
        return true;
    }

    /**
     * Whether a refusal may pass by itself. 502 and 504 do not tell whether the call was done, so they are repeated only
     * where a repeat changes nothing.
     */
    public static function isPassing(int $status, string $code, bool $isRepeatable): bool
    {
        return match ($status) {
            409 => $code === 'idempotency_in_progress',
            429, 503 => true,
            502, 504 => $isRepeatable,
            default => false,
        };
    }

    /** Seconds to wait before the next try, or null when the server asks for more than is waited for. */
    public static function pauseSeconds(int $tries, ?float $retryAfterSeconds): ?float
    {
        $chance = mt_rand() / mt_getrandmax();
        if ($retryAfterSeconds !== null) {
            // A little more than asked for, so that many clients do not come back in the same instant.
            return $retryAfterSeconds > self::LONGEST_WAIT_SECONDS ? null : $retryAfterSeconds + $chance * 0.25;
        }
        return self::FIRST_PAUSE_SECONDS * 2 ** ($tries - 1) * (0.5 + $chance / 2);
    }

    /** Reads Retry-After: seconds, or an HTTP date. */
    public static function readRetryAfter(?string $value): ?float
    {
        if ($value === null) {
            return null;
        }
        if (ctype_digit(trim($value))) {
            return (float) $value;
        }
        $at = strtotime($value);
        return $at === false ? null : max(0.0, $at - microtime(true));
    }
}
