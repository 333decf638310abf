import { type LaneJob, type TrafficClass, unpackUuids } from '@signalbox/contracts';
import { askRegistriesFirst } from './ask-registries-first.ts';
import type { Claim } from './claim.ts';
import { decideMessages } from './decide-messages.ts';
import { dispatchAttempts } from './dispatch-attempts.ts';
import type { InFlight } from './in-flight.ts';
import { laneJobs, returnToLane } from './lane-jobs.ts';
import { lookUpFirst } from './look-up-first.ts';
import type { WorkerContext } from './worker-context.ts';

// Claims of one step: enough to keep a window full, few enough that a cancel or an opt-out waits milliseconds for them.
const STEP = 500;
// While no provider of a channel is up, a group is put off for longer and longer, up to this many seconds.
const LONGEST_WAIT_SECONDS = { otp: 2, transactional: 10, marketing: 20 } as const;

// A group that finds no place for this long goes back into its lane, so that the others in it come up.
const PATIENCE_MS = 2000;

// Claims that were not written when a worker dies are unknown for good, so few are held ready: a second's work of a small window.
const LEAST_IN_FLIGHT = 100;
const MOST_IN_FLIGHT = 20_000;

/** Places in flight for bulk traffic of a sender: three windows of its carriers, so that the next is ready when one drains. */
function bulkLimit(ctx: WorkerContext, { workspace, environment, channel }: LaneJob): number {
  const windows = ctx.desk.windowTotal(workspace, environment, channel);
  return Math.min(MOST_IN_FLIGHT, Math.max(LEAST_IN_FLIGHT, windows * 3));
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
  ctx.services.crowding.note(head.workspace, lane, uuids.length);
  const places = inFlight.of(head);
  for (let at = 0; at < uuids.length; ) {
    const wanted = Math.min(STEP, uuids.length - at);
    await askRegistriesFirst(ctx, lane, head, uuids.slice(at, at + wanted));
    await lookUpFirst(ctx, lane, head, uuids.slice(at, at + wanted));
    let taken = wanted;
    if (lane === 'otp') places.take(wanted);
    else taken = await places.takeWithin(() => bulkLimit(ctx, head), wanted, PATIENCE_MS);
    if (taken === 0) return putBackUntouched(ctx, lane, ready, uuids.slice(at));
    let claims: Claim[] = [];
    try {
      claims = await decideMessages({ ctx, input: { ...head, uuids: uuids.slice(at, at + taken) } });
    } finally {
      places.free(taken - claims.length);
    }
    at += taken;
    void dispatchAttempts({ ctx, input: claims }).finally(() => places.free(claims.length));
  }
}

const byFirstId = (a: LaneJob, b: LaneJob): number => (a.ids.slice(0, 32) < b.ids.slice(0, 32) ? -1 : 1);

/** Gives messages nobody has looked at back to their lane: their carriers take no more for now. The first to expire speaks for all of them. */
async function putBackUntouched(
  ctx: WorkerContext,
  lane: TrafficClass,
  ready: readonly LaneJob[],
  uuids: readonly string[],
): Promise<void> {
  const [head] = ready;
  if (head === undefined) return;
  const expiresAtMs = Math.min(...ready.map((job) => job.expires_at_ms));
  const jobs = laneJobs(
    { ...head, deferred: head.deferred + 1 },
    uuids.map((id) => ({ id, expiresAtMs })),
  );
  const { workspace } = head;
  await returnToLane(ctx.services.database.sql, ctx.services, { workspace, lane }, [{ jobs, startAfterSeconds: 1 }]);
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
    jobs: [{ ...job, deferred: job.deferred + 1 }],
    startAfterSeconds: Math.min(LONGEST_WAIT_SECONDS[lane], 1 + job.deferred),
  }));
  await returnToLane(ctx.services.database.sql, ctx.services, { workspace: head.workspace, lane }, later);
  return group.filter((job) => job.expires_at_ms <= nowMs);
}

/** Without any route of the channel there is nothing to wait for: the messages fail with the reason. */
function hasRoute(ctx: WorkerContext, { workspace, environment, channel }: LaneJob): boolean {
  const config = ctx.services.config.current();
  return config
    .routesOf(workspace)
    .some((route) => route.environment === environment && route.channel === channel && route.enabled);
}
