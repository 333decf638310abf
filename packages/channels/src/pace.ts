const GOOD_TIME_MS = 10_000;
const GROWTH = 1.05;
const FLOOR_SHARE = 1 / 64;

/**
 * The pace of one provider: a token bucket in units (parts or messages) per second that halves when the provider says "slow down" and grows back
 * by a twentieth for each good ten seconds; a pause stops it whole. Time comes from a monotonic clock in milliseconds.
 */
export class Pace {
  readonly #limit: number;
  readonly #nowMs: () => number;
  #rate: number;
  #tokens: number;
  #refilledMs: number;
  #changedMs: number;
  #pausedUntilMs = 0;

  /** `perSecond` 0 means no limit; only pauses hold then. */
  constructor(perSecond: number, nowMs: () => number) {
    this.#limit = perSecond;
    this.#rate = perSecond;
    this.#nowMs = nowMs;
    this.#tokens = Math.max(1, perSecond / 10);
    this.#refilledMs = nowMs();
    this.#changedMs = this.#refilledMs;
  }

  /** Takes the tokens for `units` when one may go now; a whole message may overdraw, the debt is waited off. */
  take(units = 1): boolean {
    const nowMs = this.#nowMs();
    if (nowMs < this.#pausedUntilMs) return false;
    if (this.#limit === 0) return true;
    this.#refill(nowMs);
    if (this.#tokens < Math.min(1, units)) return false;
    this.#tokens -= units;
    return true;
  }

  /** Milliseconds until take may succeed; 0 when it may now. */
  waitMs(): number {
    const nowMs = this.#nowMs();
    const pauseMs = Math.max(0, this.#pausedUntilMs - nowMs);
    if (this.#limit === 0) return pauseMs;
    this.#refill(nowMs);
    return Math.max(pauseMs, this.#tokens >= 1 ? 0 : ((1 - this.#tokens) / this.#rate) * 1000);
  }

  /** The provider asked to slow down: nothing goes for `pauseMs`, then at half the rate. */
  slowDown(pauseMs: number): void {
    const nowMs = this.#nowMs();
    // One storm of refusals is one request: a window full of them must not halve the rate a hundred times.
    if (nowMs >= this.#pausedUntilMs) {
      this.#rate = Math.max(this.#limit * FLOOR_SHARE, this.#rate / 2);
      this.#changedMs = nowMs;
    }
    this.#pausedUntilMs = Math.max(this.#pausedUntilMs, nowMs + pauseMs);
  }

  /** Milliseconds a pause still lasts. */
  pausedMs(): number {
    return Math.max(0, this.#pausedUntilMs - this.#nowMs());
  }

  /** Present rate in units per second; 0 when there is no limit. */
  rate(): number {
    return this.#rate;
  }

  #refill(nowMs: number): void {
    while (this.#rate < this.#limit && nowMs - this.#changedMs >= GOOD_TIME_MS) {
      this.#rate = Math.min(this.#limit, this.#rate * GROWTH);
      this.#changedMs += GOOD_TIME_MS;
    }
    const burst = Math.max(1, this.#rate / 10);
    this.#tokens = Math.min(burst, this.#tokens + ((nowMs - this.#refilledMs) / 1000) * this.#rate);
    this.#refilledMs = nowMs;
  }
}
