/** Settings of a Pacer: parts per second (undefined: no limit) and the pause after a throttle answer in milliseconds. */
export type PacerOptions = { partsPerSecond: number | undefined; throttlePauseMs: number };

const BURST_SECONDS = 0.1;
const RECOVERY_PER_SECOND = 0.1;

/**
 * Decides how many parts may leave now: a token bucket with a burst of a tenth of a second, a pause and half the rate after the carrier
 * throttles, then a tenth of the former rate more each second (additive increase, multiplicative decrease). Pure: the time is given.
 */
export class Pacer {
  private ceiling: number;
  private rate: number;
  private reference = Number.POSITIVE_INFINITY;
  private readonly throttlePauseMs: number;
  private tokens: number;
  private refilledAt: number;
  private pausedUntil = Number.NEGATIVE_INFINITY;
  private recoveringFrom = Number.NEGATIVE_INFINITY;
  private secondStart: number;
  private sentThisSecond = 0;
  private sentLastSecond = 0;

  constructor(options: PacerOptions, nowMs: number) {
    this.ceiling = options.partsPerSecond ?? Number.POSITIVE_INFINITY;
    this.rate = this.ceiling;
    this.tokens = this.burst();
    this.throttlePauseMs = options.throttlePauseMs;
    this.refilledAt = nowMs;
    this.secondStart = nowMs;
  }

  /** The rate now allowed, in parts per second; Infinity without a limit. */
  get partsPerSecond(): number {
    return this.rate;
  }

  /** Milliseconds of pause left. */
  pausedForMs(nowMs: number): number {
    return Math.max(0, this.pausedUntil - nowMs);
  }

  /** How many of `wanted` parts may leave now. */
  grant(wanted: number, nowMs: number): number {
    if (nowMs < this.pausedUntil) return 0;
    if (this.rate === Number.POSITIVE_INFINITY) return wanted;
    this.recover(nowMs);
    this.refill(nowMs);
    return Math.min(wanted, Math.floor(this.tokens));
  }

  /** Notes that `parts` left. */
  spend(parts: number, nowMs: number): void {
    if (this.rate !== Number.POSITIVE_INFINITY) this.tokens -= parts;
    if (nowMs - this.secondStart >= 1000) {
      this.sentLastSecond = nowMs - this.secondStart < 2000 ? this.sentThisSecond : 0;
      this.sentThisSecond = 0;
      this.secondStart = nowMs;
    }
    this.sentThisSecond += parts;
  }

  /** Milliseconds until at least one part may leave. */
  waitMs(nowMs: number): number {
    if (nowMs < this.pausedUntil) return this.pausedUntil - nowMs;
    if (this.rate === Number.POSITIVE_INFINITY || this.tokens >= 1) return 0;
    return ((1 - this.tokens) / this.rate) * 1000;
  }

  /** Stops everything for `forMs`. */
  pause(forMs: number, nowMs: number): void {
    this.pausedUntil = Math.max(this.pausedUntil, nowMs + forMs);
  }

  /** Changes the limit; a rate lowered by throttling starts again from the new limit. */
  limit(partsPerSecond: number | undefined, nowMs: number): void {
    this.ceiling = partsPerSecond ?? Number.POSITIVE_INFINITY;
    this.rate = this.ceiling;
    this.reference = Number.POSITIVE_INFINITY;
    this.refilledAt = nowMs;
    this.tokens = Math.min(this.tokens, this.burst());
  }

  /**
   * The carrier answered ESME_RTHROTTLED: pause and halve, once per pause, as the rest of a window will be throttled too.
   * Returns true when this one began a pause.
   */
  throttled(nowMs: number): boolean {
    if (nowMs < this.pausedUntil) return false;
    const current = Math.min(this.rate, Math.max(this.sentLastSecond, this.sentThisSecond, 1));
    this.reference = this.ceiling === Number.POSITIVE_INFINITY ? current : this.ceiling;
    this.rate = Math.max(1, (this.rate === Number.POSITIVE_INFINITY ? current : this.rate) / 2);
    this.pausedUntil = nowMs + this.throttlePauseMs;
    this.recoveringFrom = this.pausedUntil;
    this.refilledAt = this.pausedUntil;
    this.tokens = 1;
    return true;
  }

  private recover(nowMs: number): void {
    if (this.reference === Number.POSITIVE_INFINITY || nowMs <= this.recoveringFrom) return;
    this.refill(nowMs);
    this.rate += (this.reference * RECOVERY_PER_SECOND * (nowMs - this.recoveringFrom)) / 1000;
    this.recoveringFrom = nowMs;
    // Without a configured limit the measured rate is only a guess: past twice that, the throttling is over.
    const over = this.ceiling === Number.POSITIVE_INFINITY ? this.reference * 2 : this.ceiling;
    if (this.rate < over) return;
    this.rate = this.ceiling;
    this.reference = Number.POSITIVE_INFINITY;
  }

  private refill(nowMs: number): void {
    if (nowMs <= this.refilledAt) return;
    this.tokens = Math.min(this.burst(), this.tokens + ((nowMs - this.refilledAt) * this.rate) / 1000);
    this.refilledAt = nowMs;
  }

  private burst(): number {
    return Math.max(1, this.rate * BURST_SECONDS);
  }
}
