import { LANE_QUEUES, LANES, type TrafficClass, uuidFloor, uuidTimeMs } from '@signalbox/contracts';
import { receiptWindowMs, transition } from '@signalbox/core';
import {
  addToTally,
  appendEvents,
  findForgotten,
  findStalled,
  findUnreceipted,
  findUnreleased,
  loadMessages,
  moveMark,
  type NewEvent,
  openClaimsOf,
  readMark,
  recentlyEnded,
  type SqlRunner,
  takeOverAlone,
  type WaitingMessage,
} from '@signalbox/db';
import type { Services } from '../context.ts';
import { laneEntries, laneJobs, laneQueue } from '../dispatch/lane-jobs.ts';
import { settleAnswers } from '../dispatch/settle-answers.ts';
import { tallyChange } from '../dispatch/tally-change.ts';
import { storeLateParts } from '../inbound/record-inbound.ts';
import { matchOrphans } from '../receipts/record-receipts.ts';
import { announceExpired } from '../verifications/announce-expired.ts';
import { countConversions } from '../verifications/count-conversions.ts';
import { announceEvents } from '../webhooks/announce-events.ts';

const QUIET_SECONDS = 60;
const BATCH = 2000;
// Every message is looked at when it reaches these ages: short validities are closed early, long ones at the last.
const CLOSING_AGES_HOURS = [2, 26, 75] as const;
const HOUR_MS = 3_600_000;

/** What a sweep did, for the log. */
export interface SweepReport {
  takenOver: number;
  requeued: number;
  closed: number;
}

/** Finds what fell between two commits: claims of dead workers, messages without a job, receipts that came too early, receipts that never came; and counts what has settled since. */
export async function sweep({ ctx }: { ctx: { services: Services } }): Promise<SweepReport> {
  const { services } = ctx;
  const takenOver = await takeOverClaims(services);
  let requeued = 0;
  for (const lane of LANES) requeued += await requeueLost(services, lane);
  await matchOrphans({ ctx });
  await storeLateParts({ ctx });
  const closed = await closeUnreceipted(services);
  await announceExpired({ ctx });
  await countConversions({ ctx });
  return { takenOver, requeued, closed };
}

/** The answer to a claim of a dead worker is lost: whether its bytes left is not known, so it is indeterminate and never "not sent". */
async function takeOverClaims(services: Services): Promise<number> {
  const workers = await recentlyEnded(services.database.sql);
  if (workers.length === 0) return 0;
  let total = 0;
  for (;;) {
    const settled = await services.database.sql.begin(async (tx) => {
      await takeOverAlone(tx);
      const claims = await openClaimsOf(tx, workers, BATCH);
      const byWorkspace = Map.groupBy(claims, (claim) => claim.workspace);
      for (const [workspace, group] of byWorkspace) {
        const turnOf = new Map(group.map((claim) => [claim.messageId, claim]));
        const messages = await loadMessages(tx, workspace, [...turnOf.keys()]);
        await settleAnswers(
          tx,
          services,
          messages.flatMap((message) => {
            const claim = turnOf.get(message.id);
            if (claim === undefined) return [];
            const providerNumber = services.config.current().route(claim.route)?.provider ?? 0;
            return [
              {
                claim: { message, workspace, turn: claim.turn, routeNumber: claim.route, providerNumber },
                answer: {
                  kind: 'indeterminate' as const,
                  reason: 'provider.indeterminate' as const,
                  raw: 'the worker died before the answer was written',
                  refs: [],
                },
                atMs: services.world.nowMs(),
              },
            ];
          }),
        );
      }
      return claims.length;
    });
    total += settled;
    if (settled < BATCH) return total;
  }
}

/** A lane without any job to run while messages wait for it: their jobs are made again. */
async function requeueLost(services: Services, lane: TrafficClass): Promise<number> {
  if (await services.queue.hasWork(Object.values(LANE_QUEUES[lane]))) return 0;
  const nowMs = services.world.nowMs();
  return services.database.sql.begin(async (tx) => {
    const waiting = [
      ...(await findForgotten(tx, lane, nowMs, QUIET_SECONDS, BATCH)),
      ...(await findStalled(tx, lane, nowMs, QUIET_SECONDS, BATCH)),
      ...(await findUnwoken(tx, lane, nowMs)),
    ];
    await putIntoLane(tx, services, lane, waiting);
    return waiting.length;
  });
}

/** Held messages whose release has passed unnoticed, since the last one that was looked at. */
async function findUnwoken(tx: SqlRunner, lane: TrafficClass, nowMs: number): Promise<WaitingMessage[]> {
  const name = `unreleased_${lane}`;
  const fromMs = uuidTimeMs(await readMark(tx, name));
  const toMs = nowMs - QUIET_SECONDS * 1000;
  const found = await findUnreleased(tx, lane, fromMs, toMs, BATCH);
  if (found.length < BATCH) await moveMark(tx, name, uuidFloor(toMs));
  return found;
}

async function putIntoLane(
  tx: SqlRunner,
  { queue, crowding }: Services,
  lane: TrafficClass,
  waiting: readonly WaitingMessage[],
): Promise<void> {
  const groups = Map.groupBy(waiting, (m) => `${m.workspace} ${m.environment} ${m.channel} ${m.turn}`);
  const work = [...groups.values()].flatMap((group) => {
    const [head] = group;
    if (head === undefined) return [];
    const crowded = crowding.note(head.workspace, lane, group.length);
    return [{ into: laneQueue(lane, crowded), jobs: laneEntries(laneJobs({ ...head, deferred: 0 }, group), crowded) }];
  });
  for (const [into, parts] of Map.groupBy(work, (part) => part.into)) {
    await queue.enqueue(
      tx,
      into,
      parts.flatMap(({ jobs }) => jobs),
    );
  }
}

/** Ends the wait for receipts that never came: `sent` becomes `unknown` after the validity and the grace for late receipts. */
async function closeUnreceipted(services: Services): Promise<number> {
  let closed = 0;
  for (const hours of CLOSING_AGES_HOURS) closed += await closeAtAge(services, hours);
  return closed;
}

async function closeAtAge(services: Services, hours: number): Promise<number> {
  const name = `unreceipted_${hours}h`;
  const limitMs = services.world.nowMs() - hours * HOUR_MS;
  return services.database.sql.begin(async (tx) => {
    const mark = await readMark(tx, name);
    // The first sweep of an installation finds nothing older than itself. From then on an hour of messages at a time keeps a sweep short.
    const fromMs = mark === uuidFloor(0) ? limitMs : uuidTimeMs(mark);
    const toMs = Math.min(limitMs, fromMs + HOUR_MS);
    if (toMs <= fromMs) {
      if (mark === uuidFloor(0)) await moveMark(tx, name, uuidFloor(limitMs));
      return 0;
    }
    const open = await findUnreceipted(tx, uuidFloor(fromMs), uuidFloor(toMs), receiptWindowMs(0) / 1000);
    const events = open.map((message): NewEvent => {
      const ended = transition(message.state, {
        kind: message.state === 'sent' ? 'receipt_window_ended' : 'indeterminate_final',
      });
      return {
        messageId: message.id,
        seq: message.seq + 1,
        workspace: message.workspace,
        state: ended.ok ? ended.state : 'unknown',
        attempt: message.attempt,
        late: false,
        ref: null,
        reason: message.state === 'sent' ? 'platform.no_receipt' : 'provider.indeterminate',
        receipt: null,
        data: null,
        atMs: services.world.nowMs(),
      };
    });
    const unwritten = await appendEvents(tx, events);
    await announceEvents(
      tx,
      services,
      open.flatMap((message, index) => {
        const event = events[index];
        return event === undefined || unwritten.has(event) ? [] : [{ event, before: message.state, message }];
      }),
    );
    const written = open.filter((_, index) => !unwritten.has(events[index] as NewEvent));
    await addToTally(
      tx,
      tallyChange(
        written.flatMap((message) => [
          { message, workspace: message.workspace, state: 'unknown' as const, delta: 1 },
          ...(message.state === 'sent'
            ? [{ message, workspace: message.workspace, state: 'sent' as const, delta: -1 }]
            : []),
        ]),
      ),
    );
    await moveMark(tx, name, uuidFloor(toMs));
    return written.length;
  });
}
