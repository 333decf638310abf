import { LANE_QUEUES, type LaneJob, packUuids, type QueueDefinition, type TrafficClass } from '@signalbox/contracts';
import type { Queue, QueuedJob, SqlRunner } from '@signalbox/db';
import type { Crowding } from './crowding.ts';

/** Most messages of one job: enough that its own cost is lost among them, few enough that a worker holds a job for moments. */
const MOST_MESSAGES = 500;

/** When jobs may run: at once, after a delay, or at an instant (milliseconds since 1970). */
type Start = Pick<QueuedJob, 'startAfterSeconds' | 'startAtMs'>;

/** What brings messages into their lanes. */
export interface Lanes {
  queue: Queue;
  crowding: Crowding;
}

/** The queue of a lane for a workspace that stands so crowded in it (see Crowding). */
export const laneQueue = (lane: TrafficClass, crowding: number): QueueDefinition =>
  LANE_QUEUES[lane][crowding === 0 ? 'calm' : 'crowded'];

/** Jobs as their queue takes them, the less crowded first; `crowding` is how crowded their workspace stands in it. */
export const laneEntries = (jobs: readonly LaneJob[], crowding: number, start: Start = {}): QueuedJob[] =>
  jobs.map((data) => ({ data, priority: -crowding, ...start }));

/** Jobs that may run from the same moment on. */
export interface LaneWork extends Start {
  jobs: readonly LaneJob[];
}

/** Puts jobs of a workspace back into their lane, in the transaction of `sql`: into the queue for one that stands so crowded in it now. */
export async function returnToLane(
  sql: SqlRunner,
  { queue, crowding }: Lanes,
  { workspace, lane }: { workspace: number; lane: TrafficClass },
  work: readonly LaneWork[],
): Promise<void> {
  const crowded = crowding.levelOf(workspace, lane);
  const entries = work.flatMap(({ jobs, ...start }) => laneEntries(jobs, crowded, start));
  await queue.enqueue(sql, laneQueue(lane, crowded), entries);
}

/**
 * The jobs that bring messages of one workspace, environment and channel to their next turn, in the order given. Each names the earliest
 * end of validity of its own messages.
 */
export function laneJobs(
  {
    workspace,
    environment,
    channel,
    turn,
    deferred,
    held = false,
  }: Omit<LaneJob, 'ids' | 'expires_at_ms' | 'held'> & {
    held?: boolean;
  },
  messages: readonly { id: string; expiresAtMs: number }[],
  size = MOST_MESSAGES,
): LaneJob[] {
  const jobs: LaneJob[] = [];
  for (let at = 0; at < messages.length; at += size) {
    const chunk = messages.slice(at, at + size);
    jobs.push({
      workspace,
      environment,
      channel,
      turn,
      expires_at_ms: Math.min(...chunk.map((message) => message.expiresAtMs)),
      deferred,
      held,
      ids: packUuids(chunk.map((message) => message.id)),
    });
  }
  return jobs;
}
