import type { TrafficClass } from '@signalbox/contracts';
import type { World } from '../clock.ts';

/**
 * Who crowds a lane, as this process sees it. A workspace that brought few messages lately stands at 0; one that brought many at 1, 2 or
 * 3. Lanes are served by this: those at 0 have runners of their own and never stand behind a campaign of somebody else, and among the
 * rest the smaller comes first. It decides the order of jobs and nothing else, so processes may differ in what they saw.
 */
export interface Crowding {
  /** Counts messages of a workspace in a lane and says how crowded it stands with them. */
  note(workspace: number, lane: TrafficClass, messages: number): number;
  /** How crowded it stands without any more. */
  levelOf(workspace: number, lane: TrafficClass): number;
}

/** The highest level there is. */
export const MOST_CROWDED = 3;

// What was brought counts for half after so long: a burst is forgotten within a minute.
const HALF_LIFE_MS = 7000;
// From so many messages within that time on: level 1; each further level takes ten times as many.
const LEVEL_ONE = 1000;

/** Builds the count of a process. */
export function createCrowding(world: World): Crowding {
  const seen = new Map<string, { count: number; atMs: number }>();

  function weigh(workspace: number, lane: TrafficClass, more: number): number {
    const name = `${workspace} ${lane}`;
    const nowMs = world.nowMs();
    const before = seen.get(name);
    const left = before === undefined ? 0 : before.count * 0.5 ** (Math.max(0, nowMs - before.atMs) / HALF_LIFE_MS);
    const count = left + more;
    if (more > 0) seen.set(name, { count, atMs: nowMs });
    if (count < LEVEL_ONE) return 0;
    return Math.min(MOST_CROWDED, 1 + Math.floor(Math.log10(count / LEVEL_ONE)));
  }

  return {
    note: weigh,
    levelOf: (workspace, lane) => weigh(workspace, lane, 0),
  };
}
