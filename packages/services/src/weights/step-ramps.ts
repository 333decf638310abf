import type { RampMark } from '@signalbox/contracts';
import { judgeRamp, type RisingRoute } from '@signalbox/core';
import {
  insertWeightChanges,
  lockRunningRamps,
  type StoredRamp,
  updateWeightSets,
  type WeightSetRow,
  type WeightUpdate,
} from '@signalbox/db';
import type { Services } from '../context.ts';
import { markOf, rowsAt, stepMsOf } from './ramp.ts';
import { readRising } from './rising.ts';

type Ramped = WeightSetRow & { ramp: StoredRamp };

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
    const rising = await readRising(tx, services, sets.map(risingOf), nowMs);
    const moved = sets.flatMap((set, index) => moveOne(set, rising[index] ?? [], nowMs) ?? []);
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

const risingOf = (set: Ramped) => ({ ...set, set: set.number, ...set.ramp });

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
