import { decodeId, type RampMark, SignalboxError, type SteerRampInput } from '@signalbox/contracts';
import { insertWeightChanges, lockWeightSet, type StoredRamp, updateWeightSets } from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { inWorkspace } from '../tenant.ts';
import { markOf, stepMsOf } from './ramp.ts';
import { checkWeights } from './scope.ts';
import { objectOf, scopeOf } from './view.ts';

const DONE = { pause: 'paused', resume: 'resumed', finish: 'finished' } as const;

/**
 * Halts weights that are on their way, lets them go on, or puts the end in force at once. Throws `not_found` where nothing is on its way, `conflict` when it is halted or
 * goes on already.
 */
export async function steerRamp({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: Omit<SteerRampInput, 'environment'>;
}): Promise<{ version: number }> {
  const id = decodeId('weightSet', input.id);
  const { services, workspace, environment, actor } = ctx;
  const version = await inWorkspace(ctx, async (tx) => {
    const place = { workspace: workspace.number, environment };
    const set = id === undefined ? undefined : await lockWeightSet(tx, { ...place, id });
    if (set === undefined || set.ramp === null)
      throw new SignalboxError('not_found', { detail: 'No change of these weights is on its way.' });
    const nowMs = services.world.nowMs();
    if (input.act === 'finish') checkWeights(ctx, scopeOf(set), set.ramp.to);
    const update =
      input.act === 'finish'
        ? { ...set, weights: set.ramp.to, ramp: null }
        : { ...set, ramp: steered(set.ramp, input.act, nowMs) };
    if (!(await updateWeightSets(tx, [update])).has(set.number)) throw new SignalboxError('conflict');
    const mark: RampMark = { kind: DONE[input.act] };
    const by = { id: services.ids.next(), atMs: nowMs, actorKind: actor.kind, actorName: actor.name, why: '' };
    await insertWeightChanges(tx, [markOf(set, update, mark, by)]);
    await recordAudit(tx, ctx, {
      action: `weights.ramp_${DONE[input.act]}`,
      object: objectOf(set),
      before: { weights: set.weights, step: set.ramp.step },
      after: { weights: update.weights, towards: set.ramp.to },
    });
    return set.version + 1;
  });
  await services.knowledge.refresh();
  return { version };
}

function steered(ramp: StoredRamp, act: 'pause' | 'resume', nowMs: number): StoredRamp {
  const isRunning = ramp.state === 'running';
  if (isRunning !== (act === 'pause')) throw new SignalboxError('conflict');
  if (act === 'pause') return { ...ramp, state: 'paused' };
  return { ...ramp, state: 'running', stopped: null, sinceMs: nowMs, nextAtMs: nowMs + stepMsOf(ramp) };
}
