/** Most tries of one call, the first included. */
export const MAX_TRIES = 3;
/** A longer wait is left to the caller, who reads it from the error. */
const LONGEST_WAIT_SECONDS = 60;
const FIRST_PAUSE_SECONDS = 0.5;
const RETRY_STATUSES = new Set([429, 502, 503, 504]);

/**
 * What keeps a client from making an outage worse: in the long run one call in ten is tried again. Every call puts a tenth into
 * the purse and every retry takes one out; a purse of ten lets a new client bear a short disturbance.
 */
export class RetryBudget {
  #tokens = 10;

  deposit(): void {
    this.#tokens = Math.min(10, this.#tokens + 0.1);
  }

  /** Whether one more retry may be made; takes it. */
  withdraw(): boolean {
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}

/**
 * Whether a refusal may pass by itself. 502 and 504 do not tell whether the call was done, so they are repeated only where
 * a repeat changes nothing.
 */
export function isPassing(status: number, code: string, isRepeatable: boolean): boolean {
  if (status === 409) return code === 'idempotency_in_progress';
  if (!RETRY_STATUSES.has(status)) return false;
  return isRepeatable || status === 429 || status === 503;
}

/** Seconds to wait before the next try, or undefined when the server asks for more than is waited for. */
export function pauseSeconds(tries: number, retryAfterSeconds: number | undefined): number | undefined {
  if (retryAfterSeconds !== undefined) {
    if (retryAfterSeconds > LONGEST_WAIT_SECONDS) return undefined;
    // A little more than asked for, so that many clients do not come back in the same instant.
    return retryAfterSeconds + Math.random() * 0.25;
  }
  return FIRST_PAUSE_SECONDS * 2 ** (tries - 1) * (0.5 + Math.random() / 2);
}

/** Reads Retry-After: seconds, or an HTTP date. */
export function readRetryAfter(value: string | null, nowMs: number): number | undefined {
  if (value === null) return undefined;
  if (/^\d+$/.test(value.trim())) return Number(value);
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, (at - nowMs) / 1000);
}
