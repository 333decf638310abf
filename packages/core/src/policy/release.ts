/** Longest time over which what was held for the same opening is spread. */
const SPREAD_MAX_MS = 300_000;
/** Of a short opening this share at most. */
const SPREAD_SHARE = 20;

/** When what is held goes on: times are milliseconds since 1970, `draw` is a number below 2 ** 32. */
export interface ReleaseFacts {
  /** When the hours open, and when that opening ends. */
  untilMs: number;
  thenUntilMs: number;
  expiresAtMs: number;
  draw: number;
}

/**
 * When a held message is judged again: at the opening, a little later for each, so that a night's messages do not all leave in its first
 * second; and at the end of its validity when that comes first.
 */
export function releaseAt({ untilMs, thenUntilMs, expiresAtMs, draw }: ReleaseFacts): number {
  if (untilMs >= expiresAtMs) return expiresAtMs;
  const spreadMs = Math.min(SPREAD_MAX_MS, (thenUntilMs - untilMs) / SPREAD_SHARE, (expiresAtMs - untilMs) / 2);
  return untilMs + Math.floor((draw / 2 ** 32) * spreadMs);
}
