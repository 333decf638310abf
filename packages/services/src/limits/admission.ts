import { type Criticality, SignalboxError } from '@signalbox/contracts';

/**
 * Whether this process has room for work of a level. Under more load than it can carry it sheds the least important first, before it
 * reads or stores anything: who is refused is told when to come again, and what was accepted is not touched.
 */
export interface Admission {
  /** Throws `overloaded` when there is no room; `waitedMs` is how long those before it have waited for what it would wait for. */
  assertRoom(level: Criticality, waitedMs?: number): void;
  close(): void;
}

/** Share of what a process bears from which a level is shed; what is critical_plus never is (Google SRE book, chapter 21). */
const SHED_FROM: Readonly<Record<Exclude<Criticality, 'critical_plus'>, number>> = {
  critical: 0.95,
  sheddable_plus: 0.85,
  sheddable: 0.7,
};
/** When to come again: the less it matters, the later. */
const RETRY_SECONDS: Readonly<Record<Exclude<Criticality, 'critical_plus'>, number>> = {
  critical: 1,
  sheddable_plus: 5,
  sheddable: 10,
};

// What a process bears: so long a wait for the event loop, or for a place in a group that is stored. Beyond it callers give up, and what is
// done for them is lost.
const BEARABLE_MS = 1000;
const TICK_MS = 20;
// The wait for the loop is the mean over some seconds, and one pause, however long, is no overload: who waited through it is served. It raises
// the mean by less than would shed anything.
const MEAN_OVER_MS = 2000;
const MOST_OF_A_PAUSE_MS = 500;

/** Builds the judge of a process. */
export function createAdmission(): Admission {
  let lagMs = 0;
  let timer: NodeJS.Timeout | undefined;

  function watch(): NodeJS.Timeout {
    let tickedMs = performance.now();
    return setInterval(() => {
      const nowMs = performance.now();
      const spanMs = nowMs - tickedMs;
      tickedMs = nowMs;
      const change = (Math.max(0, spanMs - TICK_MS) - lagMs) * (1 - Math.exp(-spanMs / MEAN_OVER_MS));
      lagMs += Math.min(MOST_OF_A_PAUSE_MS, change);
    }, TICK_MS).unref();
  }

  return {
    assertRoom(level, waitedMs = 0) {
      if (level === 'critical_plus') return;
      // From the first call on: what a process does while it starts keeps nobody waiting.
      timer ??= watch();
      if (Math.max(lagMs, waitedMs) / BEARABLE_MS < SHED_FROM[level]) return;
      throw new SignalboxError('overloaded', { retryAfterSeconds: RETRY_SECONDS[level] });
    },
    close: () => clearInterval(timer),
  };
}
