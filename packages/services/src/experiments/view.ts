import { type ExperimentView, encodeId } from '@signalbox/contracts';
import type { ExperimentRow } from '@signalbox/db';
import { scopeOf } from '../weights/view.ts';

const instant = (ms: number): string => new Date(ms).toISOString();

/** An experiment as the audit log names it. */
export const objectOf = ({ id, name }: Pick<ExperimentRow, 'id' | 'name'>) =>
  ({ kind: 'experiment', id: encodeId('experiment', id), name }) as const;

/** An experiment as people see it. */
export const viewExperiment = (row: ExperimentRow): ExperimentView => ({
  id: encodeId('experiment', row.id),
  name: row.name,
  weights_id: encodeId('weightSet', row.setId),
  scope: scopeOf(row),
  version: row.setVersion,
  control: row.control,
  challenger: { name: row.challengerName, weights: row.challenger },
  share_permille: row.sharePermille,
  measure: row.measure,
  difference_ppm: row.differencePpm,
  guard: row.guard,
  max_outcomes: row.maxOutcomes,
  started_at: instant(row.startedAtMs),
  started_by: row.startedBy,
  until: instant(row.untilAtMs),
  ended:
    row.stop === null || row.endedAtMs === null
      ? null
      : { at: instant(row.endedAtMs), reason: row.stop, route_id: row.stopRoute },
  currency: row.currency,
  result: row.result,
  judged_at: row.judgedAtMs === null ? null : instant(row.judgedAtMs),
  adopted:
    row.adoptedAtMs === null || row.adoptedAs === null ? null : { at: instant(row.adoptedAtMs), as: row.adoptedAs },
});
