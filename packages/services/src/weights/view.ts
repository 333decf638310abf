import {
  encodeId,
  type RampMark,
  type TriedWeights,
  type WeightChangeView,
  type WeightRamp,
  type WeightScope,
  type WeightSetView,
} from '@signalbox/contracts';
import type { StoredRamp, WeightChangeRow, WeightSetRow } from '@signalbox/db';
import { stepMsOf } from './ramp.ts';

const instant = (ms: number): string => new Date(ms).toISOString();

/** The scope of stored weights. */
export const scopeOf = ({
  channel,
  class: trafficClass,
  tier,
  country,
}: Pick<WeightSetRow, 'channel' | 'class' | 'tier' | 'country'>): WeightScope => ({
  channel,
  class: trafficClass,
  tier,
  country: country === '' ? null : country,
});

/** Weights as the audit log names them. */
export const objectOf = (set: Pick<WeightSetRow, 'id' | 'channel' | 'class' | 'country' | 'tier'>) =>
  ({
    kind: 'weights',
    id: encodeId('weightSet', set.id),
    name: `${set.channel} ${set.class} ${set.country === '' ? '*' : set.country} ${set.tier}`,
  }) as const;

/** A change of weights as people see it. */
export const viewChange = (row: WeightChangeRow): WeightChangeView => ({
  id: encodeId('weightChange', row.id),
  at: instant(row.atMs),
  state: row.state,
  version: row.version,
  actor: { kind: row.actorKind, name: row.actorName },
  why: row.why,
  before: row.before,
  after: row.after,
  undoes: row.undoes === null ? null : encodeId('weightChange', row.undoes),
  tried: (row.evidence as { tried?: TriedWeights } | null)?.tried ?? null,
  ramp: (row.evidence as { ramp?: RampMark } | null)?.ramp ?? null,
});

const viewRamp = (ramp: StoredRamp): WeightRamp => {
  const { state, from, to, plan, step, stopped, nextAtMs } = ramp;
  const isRunning = state === 'running';
  const left = plan.steps - step - 1;
  return {
    change_id: encodeId('weightChange', ramp.change),
    state,
    from,
    to,
    plan,
    step,
    next_at: isRunning ? instant(nextAtMs) : null,
    ends_at: isRunning ? instant(nextAtMs + left * stepMsOf(ramp)) : null,
    stopped,
  };
};

/** Weights as people see them. */
export const viewSet = (row: WeightSetRow, proposal: WeightChangeRow | undefined): WeightSetView => ({
  id: encodeId('weightSet', row.id),
  scope: scopeOf(row),
  mode: row.mode,
  explore_ppm: row.explorePpm,
  weights: row.weights,
  version: row.version,
  updated_at: instant(row.updatedAtMs),
  proposal: proposal === undefined ? null : viewChange(proposal),
  ramp: row.ramp === null ? null : viewRamp(row.ramp),
});
