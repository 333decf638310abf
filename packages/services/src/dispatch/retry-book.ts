import { retriesLeft } from '@signalbox/core';
import type { World } from '../clock.ts';

/** Counts the tries of this process by route, for the budget of retries. */
export interface RetryBook {
  /** A submission was handed over, the first of its message or not. */
  sent(route: number): void;
  /** A message that was refused will be tried by the same route again. */
  granted(route: number): void;
  /** How many more may be now, see retriesLeft. */
  left(route: number): number;
}

// Two halves make the window: what is older than one to two of them is forgotten.
const HALF_MS = 30_000;

interface Half {
  half: number;
  sent: number;
  granted: number;
}

/** An empty book. A budget of each process is one of all: each grants a tenth of what it sends itself. */
export function createRetryBook(world: World): RetryBook {
  const newest = new Map<number, Half>();
  const before = new Map<number, Half>();

  function now(route: number): Half {
    const half = Math.floor(world.nowMs() / HALF_MS);
    let count = newest.get(route);
    if (count === undefined || count.half !== half) {
      if (count !== undefined) before.set(route, count);
      count = { half, sent: 0, granted: 0 };
      newest.set(route, count);
    }
    return count;
  }

  return {
    sent(route) {
      now(route).sent += 1;
    },
    granted(route) {
      now(route).granted += 1;
    },
    left(route) {
      const count = now(route);
      const older = before.get(route);
      const old = older?.half === count.half - 1 ? older : undefined;
      const retries = count.granted + (old?.granted ?? 0);
      return retriesLeft({ firstTries: Math.max(0, count.sent + (old?.sent ?? 0) - retries), retries });
    },
  };
}
