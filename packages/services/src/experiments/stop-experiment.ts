import { decodeId, SignalboxError } from '@signalbox/contracts';
import { endExperiment, lockExperiment } from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { inWorkspace } from '../tenant.ts';
import { objectOf } from './view.ts';

/** Ends an experiment: all its traffic goes by the weights in force again. Throws `not_found`, or `conflict` when it has ended already. */
export async function stopExperiment({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: { id: string };
}): Promise<{ stopped: true }> {
  const id = decodeId('experiment', input.id);
  const { services, environment } = ctx;
  await inWorkspace(ctx, async (tx) => {
    const place = { workspace: ctx.workspace.number, environment };
    const row = id === undefined ? undefined : await lockExperiment(tx, { ...place, id });
    if (row === undefined)
      throw new SignalboxError('not_found', { detail: 'There is no experiment with this id in this environment.' });
    if (row.stop !== null) throw new SignalboxError('conflict');
    await endExperiment(tx, row.number, services.world.nowMs());
    await recordAudit(tx, ctx, {
      action: 'experiment.stopped',
      object: objectOf(row),
      before: { challenger: row.challengerName, share_permille: row.sharePermille },
      after: { reason: 'stopped' },
    });
  });
  await services.knowledge.refresh();
  return { stopped: true };
}
