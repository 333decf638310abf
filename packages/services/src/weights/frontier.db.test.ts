import { encodeId } from '@signalbox/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Stage, setStage } from '../dispatch/testing.ts';
import { readFrontier } from './frontier.ts';
import { saveWeightSet } from './weight-sets.ts';

let stage: Stage;
let dear: number;
let cheap: number;
beforeAll(async () => {
  stage = await setStage();
  dear = await stage.addRoute('dear', 1, 750);
  cheap = await stage.addRoute('cheap', 1, 250);
  await stage.services.database.sql`update route set price_micros = 5000 where number = ${cheap}`;
  await stage.services.config.refresh();
});
afterAll(() => stage.end());

const scope = { channel: 'sms', class: 'transactional', tier: 1, country: 'MX' } as const;
const read = (more: Partial<Parameters<typeof readFrontier>[0]['input']['scope']> = {}) =>
  readFrontier({ ctx: stage.ctx, input: { scope: { ...scope, ...more } } });
const believe = async (route: number, successPpm: number, basis = 'cell') => {
  const { sql } = stage.services.database;
  const signal = {
    successPpm,
    lowPpm: successPpm - 20_000,
    highPpm: successPpm + 20_000,
    basis,
    withinPpm: null,
    factorPpm: 1_000_000,
  };
  await sql`
    insert into route_belief (workspace, route, class, country, network, changed_at, signal, estimate)
    values (${stage.ctx.workspace.number}, ${route}, 'transactional', 'MX', '', now(), ${sql.json(signal)}, '{}')
    on conflict (workspace, route, class, country, network) do update set signal = excluded.signal`;
  await stage.services.knowledge.refresh();
};
const idOf = (route: number) => encodeId('route', stage.services.config.current().route(route)?.id ?? '');

describe('what success costs', () => {
  it('is refused, with the reason, where it cannot be told', async () => {
    expect(await read()).toEqual({ kind: 'refused', reason: 'nothing_known' });
    expect(await read({ country: null })).toEqual({ kind: 'refused', reason: 'no_country' });
    expect(await read({ tier: 2 })).toEqual({ kind: 'refused', reason: 'too_few_routes' });
    for (const route of [dear, cheap]) await believe(route, 900_000, 'prior');
    expect(await read()).toEqual({ kind: 'refused', reason: 'nothing_known' });
  });

  it('goes from the cheapest route to the best one, tells intervals, and where the traffic stands now', async () => {
    await believe(dear, 960_000);
    await believe(cheap, 860_000);
    const view = await read();
    if (view.kind !== 'points') throw new Error(view.reason);
    expect(view.currency).toBe('USD');
    expect(view.points).toHaveLength(5);
    const permilleOf = (at: number, route: number) =>
      view.points.at(at)?.weights.find(({ route_id }) => route_id === idOf(route))?.permille;
    expect([permilleOf(0, cheap), permilleOf(-1, dear)]).toEqual([1000, 1000]);
    expect(view.points[0]).toMatchObject({ cost_micros: 5000, success: 0.86, low: 0.84 });
    expect(view.now.success).toBeCloseTo(0.935);
    expect(view.now.cost_micros).toBe(8750);
  });

  it('stays inside locks, floors and ceilings of the weights of the traffic', async () => {
    const row = { locked: false, floor_permille: 0, ceiling_permille: 1000 };
    await saveWeightSet({
      ctx: stage.ctx,
      input: {
        environment: 'live',
        scope,
        mode: 'off',
        explore_ppm: 0,
        why: 'test',
        weights: [
          { ...row, route_id: idOf(dear), permille: 400, ceiling_permille: 700 },
          { ...row, route_id: idOf(cheap), permille: 600 },
        ],
      },
    });
    const view = await read();
    if (view.kind !== 'points') throw new Error(view.reason);
    expect(view.points.at(-1)?.weights.find(({ route_id }) => route_id === idOf(dear))?.permille).toBe(700);
    expect(view.now.weights.map(({ permille }) => permille).toSorted()).toEqual([400, 600]);
  });

  it('is refused where prices cannot be compared', async () => {
    await stage.services.database.sql`update route set currency = 'XAF' where number = ${cheap}`;
    await stage.services.config.refresh();
    expect(await read()).toEqual({ kind: 'refused', reason: 'currencies' });
  });
});
