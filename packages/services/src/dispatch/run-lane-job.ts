import { LANE_QUEUES, type LaneJob, type TrafficClass, unpackUuids } from '@signalbox/contracts';
import type { Claim } from './claim.ts';
import { decideMessages, laneOf } from './decide-messages.ts';
import { dispatchAttempts } from './dispatch-attempts.ts';
import type { WorkerContext } from './worker-context.ts';

// Claims of one step: enough to keep a window full, few enough that a cancel or an opt-out waits milliseconds for them.
const STEP = 500;
// While no provider of a channel is up, a group is put off for longer and longer, up to this many seconds.
const LONGEST_WAIT_SECONDS = { otp: 2, transactional: 10, marketing: 20 } as const;

/** Counts claims that are made or wait for their answer, so that the backlog stays in the database and not in memory. */
export interface InFlight {
  count: number;
  waiters: (() => void)[];
}

// Claims that were not written when a worker dies are unknown for good, so few are held ready: a second's work of a small window.
const LEAST_IN_FLIGHT = 100;
const MOST_IN_FLIGHT = 20_000;

/** Places in flight for bulk traffic: three windows, so that the next is ready when one drains. */
function bulkLimit(ctx: WorkerContext): number {
  return Math.min(MOST_IN_FLIGHT, Math.max(LEAST_IN_FLIGHT, ctx.desk.windowTotal() * 3));
}

/**
 * Decides lane jobs and hands their claims to the carriers; resolves when everything is decided and committed. Answers come later:
 * a claim is durable and belongs to this worker's lease, so the job has done its part and one slow carrier holds up nobody else's.
 */
export async function runLaneJobs(
  ctx: WorkerContext,
  lane: TrafficClass,
  inFlight: InFlight,
  jobs: readonly LaneJob[],
): Promise<void> {
  const groups = Map.groupBy(jobs, (job) => `${job.workspace} ${job.environment} ${job.channel} ${job.turn}`);
  await Promise.all([...groups.values()].map((group) => runGroup(ctx, lane, inFlight, group)));
}

async function runGroup(
  ctx: WorkerContext,
  lane: TrafficClass,
  inFlight: InFlight,
  group: readonly LaneJob[],
): Promise<void> {
  const [head] = group;
  if (head === undefined) return;
  const ready = await putOffWhileDown(ctx, lane, group);
  // In the order of acceptance, in which everything that is written about them then meets in the indexes.
  const uuids = ready.toSorted(byFirstId).flatMap((job) => unpackUuids(job.ids));
  for (let at = 0; at < uuids.length; ) {
    const places = await takePlaces(ctx, lane, inFlight, Math.min(STEP, uuids.length - at));
    let claims: Claim[] = [];
    try {
      claims = await decideMessages({ ctx, input: { ...head, uuids: uuids.slice(at, at + places) } });
    } finally {
      free(inFlight, places - claims.length);
    }
    at += places;
    void dispatchAttempts({ ctx, input: claims }).finally(() => free(inFlight, claims.length));
  }
}

const byFirstId = (a: LaneJob, b: LaneJob): number => (a.ids.slice(0, 32) < b.ids.slice(0, 32) ? -1 : 1);

/** Takes places for the claims of the next step. Codes never wait for one; bulk waits until a third of all is free, for steps must not be small. */
async function takePlaces(ctx: WorkerContext, lane: TrafficClass, inFlight: InFlight, wanted: number): Promise<number> {
  let places = wanted;
  while (lane !== 'otp') {
    const limit = bulkLimit(ctx);
    const room = limit - inFlight.count;
    places = Math.min(wanted, room);
    if (places >= Math.min(wanted, Math.ceil(limit / 3))) break;
    await new Promise<void>((resolve) => inFlight.waiters.push(resolve));
  }
  inFlight.count += places;
  return places;
}

function free(inFlight: InFlight, places: number): void {
  if (places === 0) return;
  inFlight.count -= places;
  const { waiters } = inFlight;
  inFlight.waiters = [];
  for (const wake of waiters) wake();
}

/** Puts whole groups off without reading a message while no provider of their channel is up; those with something to expire go on. */
async function putOffWhileDown(
  ctx: WorkerContext,
  lane: TrafficClass,
  group: readonly LaneJob[],
): Promise<readonly LaneJob[]> {
  const [head] = group;
  if (head === undefined || ctx.desk.anyUp(head.workspace, head.environment, head.channel)) return group;
  const nowMs = ctx.services.world.nowMs();
  const waiting = group.filter((job) => job.expires_at_ms > nowMs);
  if (waiting.length === 0 || !hasRoute(ctx, head)) return group;
  const later = waiting.map((job) => ({
    data: { ...laneOf(job), expires_at_ms: job.expires_at_ms, deferred: job.deferred + 1, ids: job.ids },
    startAfterSeconds: Math.min(LONGEST_WAIT_SECONDS[lane], 1 + job.deferred),
  }));
  await ctx.services.queue.enqueue(ctx.services.database.sql, LANE_QUEUES[lane], later);
  return group.filter((job) => job.expires_at_ms <= nowMs);
}

/** Without any route of the channel there is nothing to wait for: the messages fail with the reason. */
function hasRoute(ctx: WorkerContext, { workspace, environment, channel }: LaneJob): boolean {
  const config = ctx.services.config.current();
  return config
    .routesOf(workspace)
    .some((route) => route.environment === environment && route.channel === channel && route.enabled);
}
