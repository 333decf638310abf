import { SignalboxError, type SwitchModelInput } from '@signalbox/contracts';
import { standingOfModel } from '@signalbox/core';
import { lockModelScope, switchModelScope } from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { refuseField } from '../field-refusal.ts';
import { inWorkspace } from '../tenant.ts';

/**
 * Lets decisions in a scope go by the success model, or by the signals of the routes again. It is refused where the model has not proved better there; throws `not_found` where nothing was
 * judged yet.
 */
export async function switchModel({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: Omit<SwitchModelInput, 'environment'>;
}): Promise<{ in_use: boolean }> {
  const { services, environment, actor } = ctx;
  const { channel, class: trafficClass, country, in_use: inUse } = input;
  const key = {
    ...{ workspace: ctx.workspace.number, environment, channel, class: trafficClass, country: country ?? '' },
  };
  await inWorkspace(ctx, async (tx) => {
    const row = await lockModelScope(tx, key);
    if (row === undefined)
      throw new SignalboxError('not_found', { detail: 'The model has judged no outcomes of this traffic yet.' });
    if (inUse && standingOfModel(row.record) !== 'proven')
      throw refuseField(
        'in_use',
        'invalid',
        'The model has not proved better than the signals here; it can be used once it has.',
      );
    if (row.inUse === inUse) return;
    await switchModelScope(tx, key, { inUse, atMs: services.world.nowMs(), by: actor.name });
    await recordAudit(tx, ctx, {
      action: 'success_model.switched',
      object: { kind: 'success_model', id: `${channel}/${trafficClass}/${country ?? '-'}`, name: '' },
      before: { in_use: row.inUse },
      after: { in_use: inUse },
    });
  });
  await services.knowledge.refresh();
  return { in_use: inUse };
}
