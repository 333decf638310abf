import {
  decodeId,
  encodeId,
  type RampMark,
  type SaveWeightSetInput,
  SignalboxError,
  type TriedWeights,
  type WeightSetView,
} from '@signalbox/contracts';
import {
  deleteWeightSet,
  insertWeightChanges,
  insertWeightSet,
  readProposals,
  readWeightSets,
  type SqlRunner,
  type StoredRamp,
  updateWeightSets,
  type WeightSetRow,
} from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { refuseField } from '../field-refusal.ts';
import { inWorkspace } from '../tenant.ts';
import { beginRamp } from './ramp.ts';
import { checkWeights } from './scope.ts';
import { tryWeights } from './try-weights.ts';
import { objectOf, viewSet } from './view.ts';

/** The weights of the environment by scope, each with what learning proposes. */
export async function listWeightSets({ ctx }: { ctx: RequestContext; input: object }): Promise<WeightSetView[]> {
  return inWorkspace(ctx, (tx) => readViews(ctx, tx));
}

async function readViews(ctx: RequestContext, tx: SqlRunner): Promise<WeightSetView[]> {
  const workspace = ctx.workspace.number;
  const [sets, proposals] = await Promise.all([readWeightSets(tx, workspace), readProposals(tx, workspace)]);
  return sets
    .filter(({ environment }) => environment === ctx.environment)
    .map((set) =>
      viewSet(
        set,
        proposals.find((one) => one.set === set.number),
      ),
    );
}

/**
 * Makes the weights of a scope, or changes those that were read. Throws `request_invalid` naming the weight at fault, and `conflict` when
 * somebody, or learning, was faster.
 */
export async function saveWeightSet({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: SaveWeightSetInput;
}): Promise<WeightSetView> {
  checkWeights(ctx, input.scope, input.weights);
  const tried = await tryInTime(ctx, input);
  const id = await inWorkspace(ctx, async (tx) => {
    const before = (await readWeightSets(tx, ctx.workspace.number)).find((set) => isOf(ctx, set, input));
    const changeId = ctx.services.ids.next();
    const nowMs = ctx.services.world.nowMs();
    const ramp = rampOf(before, input, changeId, nowMs);
    const set = before === undefined ? await make(ctx, tx, input) : await change(tx, before, input, ramp);
    const { number, version } = set;
    await insertWeightChanges(tx, [
      {
        id: changeId,
        workspace: ctx.workspace.number,
        set: number,
        atMs: nowMs,
        state: 'made',
        version,
        actorKind: ctx.actor.kind,
        actorName: ctx.actor.name,
        why: input.why,
        before: before?.weights ?? [],
        after: input.weights,
        evidence: evidenceOf(tried, ramp),
        undoes: null,
      },
    ]);
    const object = objectOf({ id: set.id, ...input.scope, country: input.scope.country ?? '' });
    const after = {
      mode: input.mode,
      explore_ppm: input.explore_ppm,
      weights: input.weights,
      why: input.why,
      ...(ramp === null ? {} : { ramp: ramp.plan }),
    };
    await recordAudit(tx, ctx, {
      action: 'weights.set',
      object,
      before:
        before === undefined ? null : { mode: before.mode, explore_ppm: before.explorePpm, weights: before.weights },
      after,
    });
    return set.id;
  });
  await ctx.services.knowledge.refresh();
  const views = await listWeightSets({ ctx, input: {} });
  const view = views.find((one) => one.id === encodeId('weightSet', id));
  if (view === undefined) throw new SignalboxError('conflict');
  return view;
}

/** The way to the new weights, where they are not to hold at once. */
function rampOf(
  before: WeightSetRow | undefined,
  { weights, ramp }: SaveWeightSetInput,
  changeId: string,
  nowMs: number,
): StoredRamp | null {
  if (ramp === undefined) return null;
  if (before === undefined)
    throw refuseField('ramp', 'invalid', 'These are the first weights of this traffic; save them without a ramp.');
  return beginRamp(before, { weights, ramp }, changeId, nowMs);
}

function evidenceOf(tried: TriedWeights | null, ramp: StoredRamp | null): object | null {
  if (tried === null && ramp === null) return null;
  const mark = ramp === null ? {} : { ramp: { kind: 'started', plan: ramp.plan } satisfies RampMark };
  return { ...(tried === null ? {} : { tried }), ...mark };
}

/** What the weights would have brought, kept with the change; null where the day takes too long to read: a change must not wait for its evidence. */
async function tryInTime(ctx: RequestContext, { scope, weights }: SaveWeightSetInput): Promise<TriedWeights | null> {
  try {
    return await tryWeights({ ctx, input: { scope, weights } });
  } catch (error) {
    if (error instanceof SignalboxError && error.code === 'overloaded') return null;
    throw error;
  }
}

/** Removes the weights of a scope, with their history: its traffic goes by the weights of the routes again. Throws `not_found` when there are none by this id. */
export async function removeWeightSet({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: { id: string };
}): Promise<{ removed: true }> {
  const id = decodeId('weightSet', input.id);
  await inWorkspace(ctx, async (tx) => {
    const place = { workspace: ctx.workspace.number, environment: ctx.environment };
    const removed = id === undefined ? undefined : await deleteWeightSet(tx, { ...place, id });
    if (removed === undefined)
      throw new SignalboxError('not_found', { detail: 'There are no weights with this id in this environment.' });
    await recordAudit(tx, ctx, {
      action: 'weights.removed',
      object: objectOf(removed),
      before: { mode: removed.mode, explore_ppm: removed.explorePpm, weights: removed.weights },
      after: null,
    });
  });
  await ctx.services.knowledge.refresh();
  return { removed: true };
}

const isOf = (ctx: RequestContext, set: WeightSetRow, { scope }: SaveWeightSetInput): boolean =>
  set.environment === ctx.environment &&
  set.channel === scope.channel &&
  set.class === scope.class &&
  set.tier === scope.tier &&
  set.country === (scope.country ?? '');

interface Placed {
  number: number;
  id: string;
  version: number;
}

async function make(ctx: RequestContext, tx: SqlRunner, input: SaveWeightSetInput): Promise<Placed> {
  if (input.version !== undefined) throw new SignalboxError('conflict');
  const id = ctx.services.ids.next();
  const { scope, mode, explore_ppm: explorePpm, weights } = input;
  const number = await insertWeightSet(tx, {
    id,
    workspace: ctx.workspace.number,
    environment: ctx.environment,
    ...scope,
    country: scope.country ?? '',
    mode,
    explorePpm,
    weights,
  });
  if (number === undefined) throw new SignalboxError('conflict');
  return { number, id, version: 1 };
}

async function change(
  tx: SqlRunner,
  before: WeightSetRow,
  input: SaveWeightSetInput,
  ramp: StoredRamp | null,
): Promise<Placed> {
  const { number, id, version } = before;
  if (version !== input.version) throw new SignalboxError('conflict');
  const { mode, explore_ppm: explorePpm } = input;
  const weights = ramp === null ? input.weights : ramp.from;
  const changed = await updateWeightSets(tx, [{ number, version, mode, explorePpm, weights, ramp }]);
  if (!changed.has(number)) throw new SignalboxError('conflict');
  return { number, id, version: version + 1 };
}
