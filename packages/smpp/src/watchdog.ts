/** Times of the enquire_link watchdog in milliseconds, and how many unanswered ones end the connection. */
export type WatchdogOptions = { enquireIntervalMs: number; enquireTimeoutMs: number; enquireMissedLimit: number };

/** Tells a dead connection from a quiet one. Pure: the time is given. Anything received counts as a sign of life. */
export class Watchdog {
  /** enquire_links unanswered in a row. */
  missed = 0;
  private readonly options: WatchdogOptions;
  private heardAt: number;
  private askedAt: number | undefined = undefined;

  constructor(options: WatchdogOptions, nowMs: number) {
    this.options = options;
    this.heardAt = nowMs;
  }

  /** Notes that something was received. */
  heard(nowMs: number): void {
    this.heardAt = nowMs;
    this.askedAt = undefined;
    this.missed = 0;
  }

  /** What to do now: nothing, send an enquire_link, or drop the connection. */
  step(nowMs: number): 'wait' | 'ask' | 'drop' {
    const { enquireIntervalMs, enquireTimeoutMs, enquireMissedLimit } = this.options;
    if (enquireIntervalMs === 0) return 'wait';
    if (this.askedAt === undefined) {
      if (nowMs - this.heardAt < enquireIntervalMs) return 'wait';
    } else {
      if (nowMs - this.askedAt < enquireTimeoutMs) return 'wait';
      this.missed++;
      if (this.missed >= enquireMissedLimit) return 'drop';
    }
    this.askedAt = nowMs;
    return 'ask';
  }
}
