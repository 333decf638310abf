import type { LaneJob, PolicyFacts } from '@signalbox/contracts';
import { drawOf, judgePolicy, pickRoute } from '@signalbox/core';
import {
  beginKnown,
  type CapRequest,
  countClaims,
  expectingNewKeys,
  findSuppressionsOf,
  isCopied,
  type KnownEnd,
  type LoadedMessage,
  loadMessages,
  type NewAttempt,
  passTurnstile,
  planOnce,
  releaseCaps,
  type Transaction,
  takeTurns,
} from '@signalbox/db';
import type { Config } from '../config/config-store.ts';
import type { Claim } from './claim.ts';
import type { Decision } from './decision.ts';
import { isHeldOn, putBackHeld, withHolds } from './hold-messages.ts';
import { laneEntries, laneJobs, laneQueue } from './lane-jobs.ts';
import { loadFacts } from './load-facts.ts';
import { openTurns, type TurnState } from './open-turns.ts';
import { questionOf } from './plan-book.ts';
import { storeOutcomes } from './store-outcomes.ts';
import type { WorkerContext } from './worker-context.ts';

// While every fitting route is down a group is looked at again after this long; nothing is written for its messages meanwhile.
const WAIT_SECONDS = { otp: 1, transactional: 5, marketing: 15 } as const;

/**
 * Decides a group of messages of one workspace and claims those that may go, in one transaction: policy with its facts, the routing
 * plan with its draw, the turn that fences every other worker, the final state of those that are stopped, and the hold of those that come
 * at the wrong time. Messages whose routes are all down, and those that are held on as they were, are put back into their lane without a
 * trace. Returns the claims; they are committed.
 */
export async function decideMessages({
  ctx,
  input,
}: {
  ctx: WorkerContext;
  input: LaneJob & { uuids: readonly string[] };
}): Promise<Claim[]> {
  const { sql } = ctx.services.database;
  // A claim whose commit was not heard of would wait for ever: the turn is taken, and nobody would send.
  const { claims } = await expectingNewKeys((contested) =>
    beginKnown<Decided>(
      sql,
      (tx, end) => decideInTransaction(tx, end, ctx, input, contested),
      (decided, xid) => areTaken(ctx, input, decided, xid),
    ),
  );
  return claims;
}

/** What was decided, and when by the database clock. */
interface Decided {
  claims: Claim[];
  nowMs: number;
}

/** Whether the claims stand in the database. Without any there is nothing to go by: the job is then done again, which changes nothing. */
async function areTaken(
  { services, lease }: WorkerContext,
  { turn }: LaneJob,
  { claims, nowMs }: Decided,
  xid: string,
): Promise<boolean> {
  const ids = claims.map(({ message }) => message.id);
  const by = { worker: lease.number, n: turn, nowMs, xid };
  return ids.length > 0 && (await countClaims(services.database.sql, by, ids)) === ids.length;
}

async function decideInTransaction(
  tx: Transaction,
  end: KnownEnd<Decided>,
  ctx: WorkerContext,
  input: LaneJob & { uuids: readonly string[] },
  contested: boolean,
): Promise<Decided> {
  const { workspace, environment, channel, uuids } = input;
  const few = !isCopied(uuids.length);
  const [nowMs, , , loaded, suppressions] = await Promise.all([
    passTurnstile(tx, workspace, false),
    end.identify(),
    few ? planOnce(tx) : undefined,
    loadMessages(tx, workspace, uuids),
    // Of many messages the addresses are looked up in one walk of the index, once they are known.
    few ? findSuppressionsOf(tx, workspace, environment, channel, uuids) : undefined,
  ]);
  const turns = await openTurns(tx, loaded, input.turn);
  const messages = input.turn === 1 ? loaded : loaded.filter((message) => turns.has(message.id));
  if (messages.length === 0) return { claims: [], nowMs };
  const config = ctx.services.config.current();
  const counts = (id: string) => turns.get(id)?.wasClaimed !== true;
  const { facts, reserved } = await loadFacts(tx, config, { ...input, nowMs, counts }, messages, suppressions);
  const decisions = messages.map((message) =>
    decideOne(ctx, config, input, message, facts.get(message.id), turns.get(message.id)),
  );
  const waiting = decisions.filter(isWaiting);
  const staying = decisions.filter(isHeldOn);
  const changed =
    waiting.length + staying.length === 0 ? decisions : decisions.filter((d) => !isWaiting(d) && !isHeldOn(d));
  const settled = withHolds(changed, input.turn);
  // Plans are stored before the claim: their own commit, once for each new set of facts.
  await ctx.plans.store(
    input.workspace,
    settled.flatMap((d) => (d.plan ? [d.plan] : [])),
  );
  const claimsOf = (won: { has(id: string): boolean }) =>
    settled.flatMap((d) => (d.route !== null && won.has(d.message.id) ? claimOf(ctx, input, d) : []));
  if (!contested && !isCopied(settled.length) && decisions.every((d) => d.route !== null)) {
    // Nothing but the claims is left to write: the commit goes along with them.
    const taking = takeTurns(tx, turnsOf(ctx, input, settled), nowMs, false);
    const decided = { claims: claimsOf(ALL), nowMs };
    end.commitWith(decided);
    await taking;
    return decided;
  }
  const won = await commitTurns(tx, ctx, input, settled, nowMs, contested);
  await giveBack(tx, reserved, (id) => !won.has(id));
  await putBack(tx, ctx, input, waiting);
  await putBackHeld(tx, ctx.services, input, staying);
  return { claims: claimsOf(won), nowMs };
}

const ALL = { has: () => true };

const isWaiting = ({ verdict, plan }: Decision): boolean =>
  verdict.kind === 'send' && plan?.plan.blocked === 'all_down';

const FRESH: TurnState = { nextSeq: 1, barred: [], wasClaimed: false, hold: null };

function decideOne(
  ctx: WorkerContext,
  config: Config,
  input: LaneJob,
  message: LoadedMessage,
  facts: PolicyFacts | undefined,
  state: TurnState = FRESH,
): Decision {
  if (facts === undefined) throw new Error('a message was decided without its facts');
  const verdict = judgePolicy(facts);
  const undecided = { message, state, facts, verdict, plan: null, route: null, hold: null };
  if (verdict.kind !== 'send') return undecided;
  const plan = ctx.plans.planFor(questionOf(config, input.workspace, message, state.barred));
  return { ...undecided, plan, route: pickRoute(plan.plan, drawOf(message.id, input.turn)) };
}

async function commitTurns(
  tx: Transaction,
  ctx: WorkerContext,
  input: LaneJob,
  decisions: readonly Decision[],
  nowMs: number,
  contested: boolean,
): Promise<{ has(id: string): boolean }> {
  if (decisions.length === 0) return new Set<string>();
  const taken = await takeTurns(tx, turnsOf(ctx, input, decisions), nowMs, contested);
  const won = taken === 'all' ? ALL : taken;
  const unclaimed = decisions.filter((d) => d.route === null && won.has(d.message.id));
  if (unclaimed.length > 0) await storeOutcomes(tx, ctx.services, input, unclaimed, nowMs);
  return won;
}

const turnsOf = (ctx: WorkerContext, input: LaneJob, decisions: readonly Decision[]): NewAttempt[] =>
  decisions.map((d) => attemptOf(ctx, input, d));

function attemptOf(ctx: WorkerContext, input: LaneJob, d: Decision): NewAttempt {
  return {
    messageId: d.message.id,
    n: input.turn,
    workspace: input.workspace,
    plan: d.plan?.key ?? null,
    route: d.route === null ? null : (d.plan?.routeNumbers.get(d.route.routeId) ?? null),
    worker: d.route === null ? null : ctx.lease.number,
    facts: ownFacts(d),
  };
}

/** The evidence worth keeping: nothing at all for the common case, in which every look-up came back empty. */
function ownFacts({ facts, verdict }: Decision): object | null {
  const { geo, suppression, consent, hours, cap } = facts;
  const nothing = geo === null && suppression === null && consent === null && hours === null && cap === null;
  return verdict.kind === 'send' && nothing ? null : facts;
}

async function giveBack(
  tx: Transaction,
  reserved: ReadonlyMap<string, CapRequest[]>,
  lost: (id: string) => boolean,
): Promise<void> {
  await releaseCaps(
    tx,
    [...reserved].flatMap(([id, requests]) => (lost(id) ? requests : [])),
  );
}

async function putBack(
  tx: Transaction,
  ctx: WorkerContext,
  input: LaneJob,
  waiting: readonly Decision[],
): Promise<void> {
  const [head] = waiting;
  if (head === undefined) return;
  const lane = head.message.class;
  const jobs = laneJobs(
    { ...input, deferred: input.deferred + 1 },
    waiting.map((d) => d.message),
  );
  const { queue, crowding } = ctx.services;
  const crowded = crowding.levelOf(input.workspace, lane);
  const later = laneEntries(jobs, crowded, { startAfterSeconds: WAIT_SECONDS[lane] });
  await queue.enqueue(tx, laneQueue(lane, crowded), later);
}

function claimOf(ctx: WorkerContext, input: LaneJob, d: Decision): Claim[] {
  const routeNumber = d.route === null ? undefined : d.plan?.routeNumbers.get(d.route.routeId);
  const providerNumber =
    routeNumber === undefined ? undefined : ctx.services.config.current().route(routeNumber)?.provider;
  if (d.route === null || routeNumber === undefined || providerNumber === undefined) return [];
  return [
    {
      message: d.message,
      workspace: input.workspace,
      turn: input.turn,
      nextSeq: d.state.nextSeq,
      route: d.route,
      routeNumber,
      providerNumber,
    },
  ];
}
