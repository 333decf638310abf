import { decodeId, type RampMark } from '@signalbox/contracts';
import { judgeRamp, type RisingRoute } from '@signalbox/core';
import {
  type BeliefRow,
  insertWeightChanges,
  lockRunningRamps,
  type RouteTrouble,
  readBeliefsOf,
  readBreakerTroubles,
  type StoredRamp,
  updateWeightSets,
  type WeightSetRow,
  type WeightUpdate,
} from '@signalbox/db';
import type { Services } from '../context.ts';
import { WHOLE_ROUTE } from '../health/breaker-book.ts';
import { pausedRoutes } from '../health/pauses.ts';
import { markOf, rowsAt, stepMsOf } from './ramp.ts';

type Ramped = WeightSetRow & { ramp: StoredRamp };

/** A breaker that closed again a moment ago was open all the same. */
const TROUBLE_MS = 180_000;

/** What became of a set: the weights it has from now on, and what the history says of it. */
interface Moved {
  set: Ramped;
  update: WeightUpdate;
  mark: RampMark;
}

/**
 * Moves every ramp whose step is due and stops those on whose way up a route broke, forges, was taken out or surely succeeds too seldom. Every running ramp is judged, due or not, so
 * that one stops within a minute of what speaks against it.
 */
export async function stepRamps({ ctx }: { ctx: { services: Services } }): Promise<void> {
  const { services } = ctx;
  const { database, ids, world } = services;
  await database.sql.begin(async (tx) => {
    const sets = await lockRunningRamps(tx);
    if (sets.length === 0) return;
    const nowMs = world.nowMs();
    const rising = new Map(sets.map((set) => [set.number, risingOf(services, set)]));
    const routes = [...rising.values()].flat().flatMap(({ number }) => number ?? []);
    const [beliefs, troubles] = await Promise.all([
      readBeliefsOf(tx, routes),
      readBreakerTroubles(tx, routes, nowMs - TROUBLE_MS),
    ]);
    const moved = sets.flatMap((set) => {
      const known = (rising.get(set.number) ?? []).map((one) =>
        knownOf(services, set, one, { beliefs, troubles }, nowMs),
      );
      return moveOne(set, known, nowMs) ?? [];
    });
    const changed = await updateWeightSets(
      tx,
      moved.map(({ update }) => update),
    );
    await insertWeightChanges(
      tx,
      moved
        .filter(({ set }) => changed.has(set.number))
        .map(({ set, update, mark }) =>
          markOf(set, update, mark, { id: ids.next(), atMs: nowMs, actorKind: 'system', actorName: 'ramp', why: '' }),
        ),
    );
  });
}

/** The routes that gain weight until the end, with the internal number of those that are there. */
function risingOf(
  { config }: Services,
  { workspace, ramp }: Ramped,
): { routeId: string; number: number | undefined }[] {
  const from = new Map(ramp.from.map((row) => [row.route_id, row.permille]));
  const byId = new Map(
    config
      .current()
      .routesOf(workspace)
      .map(({ id, number }) => [id, number]),
  );
  return ramp.to
    .filter((row) => row.permille > (from.get(row.route_id) ?? 0))
    .map((row) => ({ routeId: row.route_id, number: byId.get(decodeId('route', row.route_id) ?? '') }));
}

function knownOf(
  { config, knowledge }: Services,
  set: Ramped,
  { routeId, number }: { routeId: string; number: number | undefined },
  { beliefs, troubles }: { beliefs: readonly BeliefRow[]; troubles: readonly RouteTrouble[] },
  nowMs: number,
): RisingRoute {
  const { pauses, route } = config.current();
  const { weightSets } = knowledge.current();
  // Weights for all other countries say nothing about those that have their own.
  const elsewhere = new Set(weightSets.filter((one) => isSibling(one, set)).map(({ country }) => country));
  const isHere = (country: string) => (set.country === '' ? !elsewhere.has(country) : country === set.country);
  return {
    routeId,
    isOff: number === undefined || route(number)?.enabled !== true || pausedRoutes(pauses, nowMs).has(number),
    hadBreaker: troubles.some(
      (one) =>
        one.route === number &&
        (one.country === WHOLE_ROUTE || isHere(one.country)) &&
        (one.endedAtMs === null || one.endedAtMs >= set.ramp.sinceMs),
    ),
    signals: beliefs
      .filter((one) => one.network === '' && one.route === number && one.class === set.class && isHere(one.country))
      .map(({ signal }) => signal),
  };
}

const isSibling = (one: WeightSetRow, set: WeightSetRow): boolean =>
  one.number !== set.number &&
  one.workspace === set.workspace &&
  one.environment === set.environment &&
  one.channel === set.channel &&
  one.class === set.class &&
  one.tier === set.tier;

function moveOne(set: Ramped, rising: readonly RisingRoute[], nowMs: number): Moved | null {
  const { ramp } = set;
  const stop = judgeRamp(rising, ramp.plan.min_success_ppm);
  if (stop !== null) {
    const stopped = { reason: stop.reason, route_id: stop.routeId };
    const update = { ...set, ramp: { ...ramp, state: 'stopped' as const, stopped } };
    return { set, update, mark: { kind: 'stopped', ...stopped } };
  }
  if (ramp.nextAtMs > nowMs) return null;
  const step = ramp.step + 1;
  const isLast = step >= ramp.plan.steps;
  // Steps that were missed are not made up for at once.
  const nextAtMs = Math.max(ramp.nextAtMs + stepMsOf(ramp), nowMs);
  const weights = rowsAt(ramp, step);
  const update = { ...set, weights, ramp: isLast ? null : { ...ramp, step, nextAtMs } };
  return { set, update, mark: { kind: 'step', step, steps: ramp.plan.steps } };
}
