import { decodeId, encodeId, SignalboxError, type WeightRow } from '@signalbox/contracts';
import {
  type ExperimentRow,
  insertWeightChanges,
  lockExperiment,
  lockWeightSet,
  markAdopted,
  type SqlRunner,
  type WeightSetRow,
} from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { inWorkspace } from '../tenant.ts';
import { putInForce } from '../weights/changes.ts';
import { checkWeights } from '../weights/scope.ts';
import { scopeOf } from '../weights/view.ts';
import { challengerRows } from './challenger-rows.ts';
import { objectOf } from './view.ts';

/**
 * Puts the weights of the challenger in force, or proposes them where changes of these weights are approved. Throws `conflict` while the experiment runs, when it was
 * done already, and `request_invalid` when a route of then is gone.
 */
export async function adoptChallenger({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: { id: string };
}): Promise<{ as: 'set' | 'proposed' }> {
  const id = decodeId('experiment', input.id);
  const { services, environment } = ctx;
  const as = await inWorkspace(ctx, async (tx) => {
    const place = { workspace: ctx.workspace.number, environment };
    const row = id === undefined ? undefined : await lockExperiment(tx, { ...place, id });
    const set = row === undefined ? undefined : await lockWeightSet(tx, { ...place, id: row.setId });
    if (row === undefined || set === undefined)
      throw new SignalboxError('not_found', { detail: 'There is no experiment with this id in this environment.' });
    if (row.stop === null || row.adoptedAs !== null) throw new SignalboxError('conflict');
    const weights = challengerRows(set.weights, row.challenger);
    checkWeights(ctx, scopeOf(set), weights);
    const how = set.mode === 'approval' ? 'proposed' : 'set';
    if (how === 'proposed') await propose(ctx, tx, set, row, weights);
    else await putInForce(tx, ctx, set, weights, { ...reasonOf(row), undoes: null, action: 'weights.set' });
    await markAdopted(tx, row.number, how, services.world.nowMs());
    await recordAudit(tx, ctx, {
      action: 'experiment.adopted',
      object: objectOf(row),
      before: { weights: set.weights },
      after: { weights, as: how },
    });
    return how;
  });
  await services.knowledge.refresh();
  return { as };
}

const reasonOf = (row: ExperimentRow) => ({
  why: `${row.name}: ${row.challengerName}`,
  evidence: { experiment: encodeId('experiment', row.id) },
});

async function propose(
  { services, actor }: RequestContext,
  tx: SqlRunner,
  set: WeightSetRow,
  row: ExperimentRow,
  after: WeightRow[],
): Promise<void> {
  await insertWeightChanges(tx, [
    {
      id: services.ids.next(),
      workspace: set.workspace,
      set: set.number,
      atMs: services.world.nowMs(),
      state: 'proposed',
      version: null,
      actorKind: actor.kind,
      actorName: actor.name,
      ...reasonOf(row),
      before: set.weights,
      after,
      undoes: null,
    },
  ]);
}
