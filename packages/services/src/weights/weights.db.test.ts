import { encodeId, type SaveWeightSetInput, type WeightRow } from '@signalbox/contracts';
import { learnWeights } from '@signalbox/core';
import { addSignals, readWeightSets } from '@signalbox/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { factsOf, standingOf } from '../dispatch/plan-book.ts';
import { type Stage, setStage } from '../dispatch/testing.ts';
import { learn } from '../learning/learn.ts';
import { approveWeights, listWeightHistory, rejectWeights, undoWeights } from './changes.ts';
import { tryWeights } from './try-weights.ts';
import { listWeightSets, removeWeightSet, saveWeightSet } from './weight-sets.ts';

let stage: Stage;
let first: number;
let second: number;
beforeAll(async () => {
  stage = await setStage();
  first = await stage.addRoute('first', 1, 300);
  second = await stage.addRoute('second', 1, 700);
});
afterAll(() => stage.end());

const idOf = (route: number) => encodeId('route', stage.services.config.current().route(route)?.id ?? '');
const row = (route: number, permille: number, more: Partial<WeightRow> = {}): WeightRow => ({
  route_id: idOf(route),
  permille,
  locked: false,
  floor_permille: 0,
  ceiling_permille: 1000,
  ...more,
});
const scope = { channel: 'sms', class: 'transactional', tier: 1, country: 'MX' } as const;
const input = (change: Partial<SaveWeightSetInput> = {}): SaveWeightSetInput => ({
  environment: 'live',
  scope,
  mode: 'off',
  explore_ppm: 20_000,
  weights: [row(first, 500), row(second, 500)],
  why: 'test',
  ...change,
});
const save = (change?: Partial<SaveWeightSetInput>) => saveWeightSet({ ctx: stage.ctx, input: input(change) });
const permilleOf = (weights: readonly WeightRow[], route: number) =>
  weights.find(({ route_id }) => route_id === idOf(route))?.permille;

/** What a decision about this traffic is told. */
const facts = (country: string, trafficClass: 'transactional' | 'otp') => {
  const config = stage.services.config.current();
  const question = {
    workspace: stage.ctx.workspace.number,
    environment: 'live' as const,
    channel: 'sms' as const,
    class: trafficClass,
    country,
    address: '+5255',
    maxPriceMicrosPerPart: null,
    maxPriceCurrency: null,
    barred: [],
    dlt: null,
  };
  const gateOf = () => ({ breaker: 'closed' as const, admitPermille: 1000 });
  const standing = {
    isUp: () => true,
    gateOf,
    ...standingOf(stage.services, config, question),
  };
  return factsOf(question, [], config.routesOf(question.workspace), standing);
};

describe('weights', () => {
  it('that do not sum to 1000, lie outside their bounds or name a route of elsewhere are refused with the place', async () => {
    const at = (change: Partial<SaveWeightSetInput>) => save(change).catch((error) => error.fields?.[0]);
    expect(await at({ weights: [row(first, 500), row(second, 499)] })).toMatchObject({ path: 'weights' });
    expect(await at({ weights: [row(first, 100, { floor_permille: 200 }), row(second, 900)] })).toMatchObject({
      path: 'weights.0.permille',
    });
    expect(await at({ weights: [row(first, 500), row(first, 500)] })).toMatchObject({ path: 'weights.1.route_id' });
    expect(await at({ scope: { ...scope, tier: 2 } })).toMatchObject({ path: 'weights.0.route_id' });
  });

  it('hold for their class and country and nothing else; a second editor is told', async () => {
    const made = await save({ weights: [row(first, 900), row(second, 100)] });
    expect(made.version).toBe(1);
    const weight = (of: ReturnType<typeof facts>, name: string) =>
      of.routes.find((route) => route.name === name)?.weight;
    expect(facts('MX', 'transactional')).toMatchObject({ weightsVersion: 1, explorePpm: 20_000 });
    expect(weight(facts('MX', 'transactional'), 'first')).toBe(900);
    expect(weight(facts('BR', 'transactional'), 'first')).toBe(300);
    expect(facts('MX', 'otp')).not.toHaveProperty('weightsVersion');
    await expect(save({ version: 7 })).rejects.toMatchObject({ code: 'conflict' });
    await expect(save()).rejects.toMatchObject({ code: 'conflict' });
  });

  it('are set back by an undo, which is in the history too', async () => {
    const before = (await listWeightSets({ ctx: stage.ctx, input: {} }))[0];
    await save({ version: before?.version ?? 0, weights: [row(first, 200), row(second, 800)], why: 'a mistake' });
    const [mistake] = await listWeightHistory({ ctx: stage.ctx, input: { id: before?.id ?? '' } });
    expect(mistake).toMatchObject({ why: 'a mistake', state: 'made', version: 2, actor: { name: 'Test' } });
    expect(mistake?.tried?.answer).toMatchObject({ kind: 'refused', reason: 'too_thin' });
    await undoWeights({ ctx: stage.ctx, input: { change_id: mistake?.id ?? '' } });
    const history = await listWeightHistory({ ctx: stage.ctx, input: { id: before?.id ?? '' } });
    expect(history[0]).toMatchObject({ undoes: mistake?.id, version: 3 });
    expect(permilleOf((await listWeightSets({ ctx: stage.ctx, input: {} }))[0]?.weights ?? [], first)).toBe(900);
  });
});

/** The first route delivers nearly all, the second half. */
const past = () =>
  Promise.all(
    [
      [first, 380, 20],
      [second, 200, 200],
    ].map(([route, delivered, faults]) =>
      addSignals(stage.services.database.sql, [
        {
          spanMs: Math.floor(Date.now() / 60_000 - 40) * 60_000,
          workspace: stage.ctx.workspace.number,
          route: route ?? 0,
          class: 'transactional',
          country: 'MX',
          network: '',
          counts: {
            accepted: 400,
            resolved: 400,
            delivered: delivered ?? 0,
            failed: faults ?? 0,
            failedMilli: 1000 * (faults ?? 0),
            parts: 400,
          },
          delays: [],
        },
      ]),
    ),
  );

describe('learning', () => {
  const current = async () => (await listWeightSets({ ctx: stage.ctx, input: {} }))[0];
  const reset = async (mode: 'automatic' | 'approval' | 'off', weights: WeightRow[]) => {
    const set = await current();
    await save({ version: set?.version ?? 0, mode, weights });
    // As if the last change was a while ago.
    await stage.services.database.sql`update weight_set set updated_at = now() - interval '5 minutes'`;
  };

  it('moves weights towards what delivers, no faster than it may, inside locks and floors, and stores what it was made from', async () => {
    await past();
    await reset('automatic', [row(first, 500), row(second, 500, { floor_permille: 450 })]);
    expect((await learn({ ctx: stage }))?.moved).toBe(1);
    const set = await current();
    expect(permilleOf(set?.weights ?? [], first)).toBe(550);
    const [change] = await listWeightHistory({ ctx: stage.ctx, input: { id: set?.id ?? '' } });
    expect(change).toMatchObject({ state: 'made', actor: { kind: 'system', name: 'learning' }, version: set?.version });
    const [stored] = await stage.services.database.sql<{ evidence: { question: never; step: unknown } }[]>`
      select evidence from weight_change order by id desc limit 1`;
    expect(learnWeights(stored?.evidence.question as never)).toEqual(stored?.evidence.step);
    await reset('automatic', [row(first, 500, { locked: true }), row(second, 500)]);
    expect((await learn({ ctx: stage }))?.moved).toBe(0);
  });

  it('only proposes where a person must agree, once until somebody decides; what is agreed to is in force', async () => {
    await reset('approval', [row(first, 500), row(second, 500)]);
    expect((await learn({ ctx: stage }))?.moved).toBe(0);
    await learn({ ctx: stage });
    const set = await current();
    expect(permilleOf(set?.weights ?? [], first)).toBe(500);
    expect(permilleOf(set?.proposal?.after ?? [], first)).toBe(560);
    const proposed = (await listWeightHistory({ ctx: stage.ctx, input: { id: set?.id ?? '' } })).filter(
      ({ state }) => state === 'proposed',
    );
    expect(proposed).toHaveLength(1);
    await approveWeights({ ctx: stage.ctx, input: { change_id: set?.proposal?.id ?? '' } });
    expect(permilleOf((await current())?.weights ?? [], first)).toBe(560);
    expect((await current())?.proposal).toBeNull();
    await expect(
      rejectWeights({ ctx: stage.ctx, input: { change_id: set?.proposal?.id ?? '' } }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  it('leaves weights alone that are switched off', async () => {
    await reset('off', [row(first, 500), row(second, 500)]);
    expect((await learn({ ctx: stage }))?.moved).toBe(0);
    expect((await readWeightSets(stage.services.database.sql))[0]?.mode).toBe('off');
  });
});

describe('removed weights', () => {
  it('leave their traffic to the weights of the routes, and are gone for everybody', async () => {
    const set = (await listWeightSets({ ctx: stage.ctx, input: {} }))[0];
    const input = { id: set?.id ?? '' };
    await removeWeightSet({ ctx: stage.ctx, input });
    expect(facts('MX', 'transactional')).not.toHaveProperty('weightsVersion');
    await expect(removeWeightSet({ ctx: stage.ctx, input })).rejects.toMatchObject({ code: 'not_found' });
    await expect(listWeightHistory({ ctx: stage.ctx, input })).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('what other weights would have brought', () => {
  it('is refused where too few decisions speak for it', async () => {
    const weights = [
      { route_id: idOf(first), permille: 1000 },
      { route_id: idOf(second), permille: 0 },
    ];
    const { answer, currency } = await tryWeights({ ctx: stage.ctx, input: { scope, weights } });
    expect(answer).toMatchObject({ kind: 'refused', reason: 'too_thin', messages: 0 });
    expect(currency).toBe('USD');
  });
});
