/** A submission that is watched; the same value is given when it leaves and when it is answered. */
interface Watched {
  routeNumber: number;
}

/** Notices routes that do not answer any more, before any timeout of theirs has passed. */
export interface OverdueWatch<T extends Watched> {
  sent(flight: T, nowMs: number): void;
  /** How long the answer took, and whether it had been called overdue. */
  answered(flight: T, nowMs: number): { afterMs: number; wasOverdue: boolean };
  /** Submissions that are overdue from now on, each told once. */
  judge(nowMs: number): T[];
}

// Three times the longest silence of late, within these.
const TIMES_LONGEST = 3;
const LEAST_MS = 2_000;
const MOST_MS = 15_000;
/** In this time half of a long silence is forgotten. */
const HALF_LIFE_MS = 60_000;
// A judgement that comes this much late means that this process stood still, and heard nobody.
const LATE_MS = 1_000;
const EVERY_MS = 1_000;

interface Line {
  /** When each left, the oldest first. */
  out: Map<object, number>;
  /** When something was heard last, or when waiting began. */
  heardAtMs: number;
  /** The longest silence that ended with an answer, fading. */
  longestMs: number;
}

/**
 * A route is overdue when nothing at all was heard of it for three times as long as it was ever silent of late. A long queue in front of a slow carrier is not: it answers one
 * after the other. Nor is our own delay: after a pause of this process everybody gets the time anew.
 */
export function createOverdueWatch<T extends Watched>(): OverdueWatch<T> {
  const lines = new Map<number, Line>();
  const overdue = new WeakSet<T>();
  let judgedAtMs: number | undefined;

  return {
    sent(flight, nowMs) {
      let line = lines.get(flight.routeNumber);
      if (line === undefined) {
        line = { out: new Map(), heardAtMs: nowMs, longestMs: 0 };
        lines.set(flight.routeNumber, line);
      }
      if (line.out.size === 0) line.heardAtMs = nowMs;
      line.out.set(flight, nowMs);
    },
    answered(flight, nowMs) {
      const line = lines.get(flight.routeNumber);
      const sentAtMs = line?.out.get(flight);
      if (line === undefined || sentAtMs === undefined) return { afterMs: 0, wasOverdue: overdue.has(flight) };
      line.out.delete(flight);
      const silentMs = nowMs - line.heardAtMs;
      line.longestMs = Math.max(silentMs, line.longestMs * 2 ** (-silentMs / HALF_LIFE_MS));
      line.heardAtMs = nowMs;
      return { afterMs: Math.max(0, nowMs - sentAtMs), wasOverdue: overdue.has(flight) };
    },
    judge(nowMs) {
      const stood = judgedAtMs !== undefined && nowMs - judgedAtMs > EVERY_MS + LATE_MS;
      judgedAtMs = nowMs;
      const found: T[] = [];
      for (const line of lines.values()) {
        if (stood) line.heardAtMs = nowMs;
        const allowedMs = Math.min(MOST_MS, Math.max(LEAST_MS, TIMES_LONGEST * line.longestMs));
        if (line.out.size === 0 || nowMs - line.heardAtMs < allowedMs) continue;
        for (const [flight, sentAtMs] of line.out as Map<T, number>) {
          // In the order they left: those behind are younger.
          if (nowMs - sentAtMs < allowedMs) break;
          if (overdue.has(flight)) continue;
          overdue.add(flight);
          found.push(flight);
        }
      }
      return found;
    },
  };
}
