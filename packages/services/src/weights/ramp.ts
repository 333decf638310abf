import type { RampMark, SaveWeightSetInput, WeightRow } from '@signalbox/contracts';
import { rampWeights } from '@signalbox/core';
import type { StoredRamp, WeightChangeRow, WeightSetRow, WeightUpdate } from '@signalbox/db';
import { refuseField } from '../field-refusal.ts';

const MINUTE_MS = 60_000;

/** How long a step of a ramp holds, in milliseconds. */
export const stepMsOf = ({ plan }: Pick<StoredRamp, 'plan'>): number => (plan.minutes * MINUTE_MS) / plan.steps;

/**
 * The ramp that a saved change asks for, which begins from the weights in force. Locks, floors and ceilings hold at every step, so a change that would break them on the way is
 * refused with the row at fault.
 */
export function beginRamp(
  before: WeightSetRow,
  { weights, ramp: plan }: Required<Pick<SaveWeightSetInput, 'weights' | 'ramp'>>,
  change: string,
  nowMs: number,
): StoredRamp {
  if (plan.steps > plan.minutes)
    throw refuseField('ramp.steps', 'too_big', 'A step takes a minute at least; take fewer steps or more time.');
  const held = new Map(before.weights.map((row) => [row.route_id, row]));
  weights.forEach((row, index) => {
    const permille = held.get(row.route_id)?.permille ?? 0;
    if (row.locked && permille !== row.permille)
      throw refuseField(
        `weights.${index}.locked`,
        'invalid',
        'A locked weight does not move by steps; unlock it, or save without a ramp.',
      );
    if (permille < row.floor_permille || permille > row.ceiling_permille)
      throw refuseField(
        `weights.${index}.floor_permille`,
        'out_of_range',
        'The weight in force lies outside this floor and ceiling and would on the way; loosen them, or save without a ramp.',
      );
  });
  const known = new Set(weights.map(({ route_id }) => route_id));
  const from = [
    ...weights.map((row) => ({ ...row, permille: held.get(row.route_id)?.permille ?? 0 })),
    // A route that leaves gives its weight away by steps too.
    ...before.weights.filter((row) => !known.has(row.route_id) && row.permille > 0),
  ];
  if (from.length === weights.length && from.every((row, index) => row.permille === weights[index]?.permille))
    throw refuseField('ramp', 'invalid', 'No weight moves, so there is nothing to spread over time; save without it.');
  const ramp = { change, state: 'running' as const, from, to: weights, plan, step: 0, stopped: null };
  return { ...ramp, sinceMs: nowMs, nextAtMs: nowMs + stepMsOf(ramp) };
}

/** The weights after so many steps. */
export function rowsAt({ from, to, plan }: StoredRamp, step: number): WeightRow[] {
  if (step >= plan.steps) return to;
  const ends = new Map(to.map((row) => [row.route_id, row.permille]));
  const weights = rampWeights(
    from.map(({ permille }) => permille),
    from.map(({ route_id }) => ends.get(route_id) ?? 0),
    step,
    plan.steps,
  );
  return from.map((row, index) => ({ ...row, permille: weights[index] as number }));
}

/** What a ramp did, as a line of the history. */
export const markOf = (
  set: WeightSetRow,
  update: Pick<WeightUpdate, 'weights'>,
  mark: RampMark,
  by: Pick<WeightChangeRow, 'id' | 'atMs' | 'actorKind' | 'actorName' | 'why'>,
): WeightChangeRow => ({
  ...by,
  workspace: set.workspace,
  set: set.number,
  state: 'made',
  version: set.version + 1,
  before: set.weights,
  after: update.weights,
  evidence: { ramp: mark },
  undoes: null,
});
