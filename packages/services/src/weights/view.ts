import {
  encodeId,
  type TriedWeights,
  type WeightChangeView,
  type WeightScope,
  type WeightSetView,
} from '@signalbox/contracts';
import type { WeightChangeRow, WeightSetRow } from '@signalbox/db';

const instant = (ms: number): string => new Date(ms).toISOString();

/** The scope of stored weights. */
export const scopeOf = ({ channel, class: trafficClass, tier, country }: WeightSetRow): WeightScope => ({
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
});

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
});
