import { decodeId, SignalboxError, type WeightChangeView, type WeightRow } from '@signalbox/contracts';
import {
  endProposal,
  insertWeightChanges,
  lockWeightChange,
  readWeightChanges,
  type SqlRunner,
  updateWeightSets,
  type WeightChangeRow,
  type WeightSetRow,
} from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { inWorkspace } from '../tenant.ts';
import { checkWeights } from './scope.ts';
import { objectOf, scopeOf, viewChange } from './view.ts';

const MOST = 200;

/** The newest changes of some weights, made and proposed. Throws `not_found` for weights that are not here. */
export async function listWeightHistory({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: { id: string };
}): Promise<WeightChangeView[]> {
  const id = decodeId('weightSet', input.id);
  if (id === undefined) throw notFound();
  const rows = await inWorkspace(ctx, (tx) => readWeightChanges(tx, ctx.workspace.number, id, MOST));
  // Weights were set once at least.
  if (rows.length === 0) throw notFound();
  return rows.map(viewChange);
}

/** Puts what learning proposed in force. Throws `conflict` when the weights were changed since, `not_found` when nothing waits. */
export async function approveWeights(call: {
  ctx: RequestContext;
  input: { change_id: string };
}): Promise<{ version: number }> {
  return decide(call, async (tx, ctx, change, set) => {
    if (change.state !== 'proposed') throw notFound();
    // Bounds or locks may be others by now than when it was proposed.
    if (JSON.stringify(change.before) !== JSON.stringify(set.weights)) throw new SignalboxError('conflict');
    await endProposal(tx, ctx.workspace.number, change.id, 'superseded');
    return putInForce(tx, ctx, set, change.after, {
      why: change.why,
      evidence: change.evidence,
      undoes: null,
      action: 'weights.approved',
    });
  });
}

/** Puts a proposal away; the weights stay as they are. Throws `not_found` when nothing waits. */
export async function rejectWeights(call: {
  ctx: RequestContext;
  input: { change_id: string };
}): Promise<{ version: number }> {
  return decide(call, async (tx, ctx, change, set) => {
    if (change.state !== 'proposed') throw notFound();
    await endProposal(tx, ctx.workspace.number, change.id, 'rejected');
    await recordAudit(tx, ctx, {
      action: 'weights.rejected',
      object: objectOf(set),
      before: null,
      after: { weights: change.after },
    });
    return set.version;
  });
}

/** Sets weights back to what they were before a change, as a change of its own that is in the history too. Throws `request_invalid` when a route of then is gone. */
export async function undoWeights(call: {
  ctx: RequestContext;
  input: { change_id: string };
}): Promise<{ version: number }> {
  return decide(call, async (tx, ctx, change, set) => {
    if (change.state !== 'made' || change.before.length === 0) throw notFound();
    checkWeights(ctx, scopeOf(set), change.before);
    return putInForce(tx, ctx, set, change.before, {
      why: change.why,
      evidence: null,
      undoes: change.id,
      action: 'weights.undone',
    });
  });
}

async function decide(
  { ctx, input }: { ctx: RequestContext; input: { change_id: string } },
  how: (tx: SqlRunner, ctx: RequestContext, change: WeightChangeRow, set: WeightSetRow) => Promise<number>,
): Promise<{ version: number }> {
  const id = decodeId('weightChange', input.change_id);
  if (id === undefined) throw notFound();
  const version = await inWorkspace(ctx, async (tx) => {
    const found = await lockWeightChange(tx, { workspace: ctx.workspace.number, environment: ctx.environment, id });
    if (found === undefined) throw notFound();
    return how(tx, ctx, found.change, found.set);
  });
  await ctx.services.knowledge.refresh();
  return { version };
}

/** Puts weights in force as a change of its own, with its place in the history and the audit log. */
export async function putInForce(
  tx: SqlRunner,
  ctx: RequestContext,
  set: WeightSetRow,
  weights: WeightRow[],
  as: {
    why: string;
    evidence: object | null;
    undoes: string | null;
    action: 'weights.approved' | 'weights.set' | 'weights.undone';
  },
): Promise<number> {
  const changed = await updateWeightSets(tx, [{ ...set, weights, ramp: null }]);
  if (!changed.has(set.number)) throw new SignalboxError('conflict');
  const version = set.version + 1;
  await insertWeightChanges(tx, [
    {
      id: ctx.services.ids.next(),
      workspace: ctx.workspace.number,
      set: set.number,
      atMs: ctx.services.world.nowMs(),
      state: 'made',
      version,
      actorKind: ctx.actor.kind,
      actorName: ctx.actor.name,
      why: as.why,
      before: set.weights,
      after: weights,
      evidence: as.evidence,
      undoes: as.undoes,
    },
  ]);
  const { action } = as;
  await recordAudit(tx, ctx, { action, object: objectOf(set), before: { weights: set.weights }, after: { weights } });
  return version;
}

const notFound = (): SignalboxError =>
  new SignalboxError('not_found', { detail: 'There is no such change of weights to decide on in this environment.' });
