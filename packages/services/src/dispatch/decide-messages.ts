import type { LaneJob } from '@signalbox/contracts';
import {
  beginKnown,
  countClaims,
  expectingNewKeys,
  findSuppressionsOf,
  isCopied,
  type KnownEnd,
  type LoadedMessage,
  loadMessages,
  passTurnstile,
  planOnce,
  type Transaction,
  takeTurns,
} from '@signalbox/db';
import type { Config } from '../config/config-store.ts';
import { textOf } from '../messages/sealed-body.ts';
import type { Claim } from './claim.ts';
import { claimOf, type Decision, decideAgain, decideOne, isWaiting, turnsOf } from './decision.ts';
import { guardCodes, isOurCode } from './guard-codes.ts';
import { isHeldOn, putBackHeld, withHolds } from './hold-messages.ts';
import { laneJobs, returnToLane } from './lane-jobs.ts';
import { loadFacts } from './load-facts.ts';
import { openTurns } from './open-turns.ts';
import { giveBack, giveBackUntaken } from './reserve-caps.ts';
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
  const { config: store, personHash, sealer } = ctx.services;
  const [{ nowMs, configVersion }, , , loaded, suppressions] = await Promise.all([
    passTurnstile(tx, workspace, false),
    end.identify(),
    few ? planOnce(tx) : undefined,
    loadMessages(tx, workspace, uuids),
    // Of many messages the addresses are looked up in one walk of the index, once they are known, and so is who is known by a hash: that is not the database's to make.
    few && !store.current().knowsByHash(workspace)
      ? findSuppressionsOf(tx, workspace, environment, channel, uuids)
      : undefined,
  ]);
  const turns = await openTurns(tx, loaded, input.turn);
  const messages = input.turn === 1 ? loaded : loaded.filter((message) => turns.has(message.id));
  if (messages.length === 0) return { claims: [], nowMs };
  const config = await configOf(ctx, configVersion);
  const counts = (id: string) => turns.get(id)?.wasClaimed !== true;
  const untakenOf = (message: LoadedMessage) => ({ workspace, message, facts: turns.get(message.id)?.untaken ?? null });
  const returning = messages.map(untakenOf).filter(({ facts }) => facts !== null);
  const { facts, reserved } = await loadFacts(
    tx,
    config,
    { ...input, nowMs, counts, returning, textOf: textOf(sealer), personHash },
    messages,
    // Somebody may have been erased since the configuration of a moment ago.
    config.knowsByHash(workspace) ? undefined : suppressions,
  );
  const decisions = messages.map((message) =>
    decideOne(ctx, config, input, message, facts.get(message.id), turns.get(message.id)),
  );
  const waiting = decisions.filter(isWaiting);
  const staying = decisions.filter(isHeldOn);
  const isReady = (decision: Decision) => !isWaiting(decision) && !isHeldOn(decision);
  const ready = waiting.length + staying.length === 0 ? decisions : decisions.filter(isReady);
  // Plans are stored before the claim: their own commit, once for each new set of facts.
  await ctx.plans.store(
    input.workspace,
    ready.flatMap((d) => (d.plan ? [d.plan] : [])),
  );
  const { guarded, giveBackSpend } = await guardAll(tx, ctx, input, ready, nowMs);
  const settled = withHolds(guarded, input.turn);
  const claimsOf = (won: { has(id: string): boolean }) =>
    settled.flatMap((d) => (d.route !== null && won.has(d.message.id) ? claimOf(ctx, input, d, nowMs) : []));
  const areClaims = ready.length === decisions.length && settled.every((d) => d.route !== null);
  if (!contested && !isCopied(settled.length) && areClaims) {
    // Nothing but the claims is left to write: the commit goes along with them.
    const taking = takeTurns(tx, turnsOf(ctx, input, settled), nowMs, false);
    const decided = { claims: claimsOf(ALL), nowMs };
    end.commitWith(decided);
    await taking;
    return decided;
  }
  const won = await commitTurns(tx, ctx, input, settled, nowMs, contested);
  // What waits for a route, finds none or is stopped after all reaches nobody now.
  const going = new Set(settled.flatMap((d) => (d.route === null ? [] : [d.message.id])));
  await giveBack(tx, input, reserved, (id) => !(going.has(id) && won.has(id)));
  const ended = settled.filter((d) => d.route === null && d.hold === null && won.has(d.message.id));
  await giveBackUntaken(
    tx,
    ended.map(({ message }) => untakenOf(message)),
  );
  await giveBackSpend((id) => !won.has(id));
  await putBack(tx, ctx, input, waiting);
  await putBackHeld(tx, ctx.services, input, staying);
  return { claims: claimsOf(won), nowMs };
}

/**
 * The configuration in force, not an older one: who takes a route out passes the turnstile alone, so that no claim that is decided behind it goes that
 * way. NOTIFY is a moment late for that; mostly it was not, and nothing is asked.
 */
async function configOf({ services }: WorkerContext, version: number): Promise<Config> {
  if (services.config.current().version < version) await services.config.refresh();
  return services.config.current();
}

const ALL = { has: () => true };

/** Decisions about codes of ours, judged again by what is counted of them; nothing is asked for a group without any. */
async function guardAll(
  tx: Transaction,
  ctx: WorkerContext,
  { workspace, environment, turn }: LaneJob,
  decisions: readonly Decision[],
  nowMs: number,
): Promise<{ guarded: readonly Decision[]; giveBackSpend: (isLost: (id: string) => boolean) => Promise<void> }> {
  const codes = decisions.flatMap(({ message, facts, route, state }) => {
    if (route === null || !isOurCode(message)) return [];
    const { currency } = route;
    const priceMicros = route.priceMicros * Math.max(1, message.parts ?? 1);
    const heldMicros = state.heldCurrency === currency ? state.heldMicros : 0;
    return [{ message, facts, priceMicros, currency, heldMicros }];
  });
  if (codes.length === 0) return { guarded: decisions, giveBackSpend: async () => undefined };
  const book = ctx.services.config.current().fraudOf(workspace);
  const guard = await guardCodes(tx, ctx.services, book, { workspace, environment, turn, nowMs }, codes);
  const guarded = decisions.map((decision) => {
    const facts = guard.facts.get(decision.message.id);
    return facts === undefined ? decision : decideAgain(decision, facts);
  });
  return { guarded, giveBackSpend: guard.giveBack };
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
  const { workspace } = input;
  await returnToLane(tx, ctx.services, { workspace, lane }, [{ jobs, startAfterSeconds: WAIT_SECONDS[lane] }]);
}
