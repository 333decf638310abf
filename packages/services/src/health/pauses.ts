import type { PauseRow } from '@signalbox/db';

/** Internal numbers of the routes that carry nothing at an instant because a person said so. */
export function pausedRoutes(pauses: readonly PauseRow[], nowMs: number): ReadonlySet<number> {
  return new Set(
    pauses
      .filter(({ fromMs, untilMs }) => fromMs <= nowMs && (untilMs === null || nowMs < untilMs))
      .map(({ route }) => route),
  );
}
