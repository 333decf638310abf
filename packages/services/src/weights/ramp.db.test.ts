import {
  encodeId,
  type RampPlan,
  type RouteSignal,
  type SaveWeightSetInput,
  type WeightRow,
} from '@signalbox/contracts';
import { endAlerts, raiseAlerts } from '@signalbox/db';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Stage, setStage } from '../dispatch/testing.ts';
import { learn } from '../learning/learn.ts';
import { listWeightHistory, undoWeights } from './changes.ts';
import { steerRamp } from './steer-ramp.ts';
import { stepRamps } from './step-ramps.ts';
import { listWeightSets, saveWeightSet } from './weight-sets.ts';

const HOUR_MS = 3_600_000;
const scope = { channel: 'sms', class: 'transactional', tier: 1, country: 'MX' } as const;
const plan: RampPlan = { steps: 3, minutes: 180, min_success_ppm: 900_000 };

let stage: Stage;
let up: number;
let down: number;
/** The clock of the stage runs ahead of the real one by this. */
let aheadMs = 0;
beforeAll(async () => {
  stage = await setStage();
  const { world } = stage.services;
  Object.assign(stage.services, { world: { ...world, nowMs: () => world.nowMs() + aheadMs } });
  up = await stage.addRoute('up', 1, 300);
  down = await stage.addRoute('down', 1, 700);
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
const current = async () => {
  const set = (await listWeightSets({ ctx: stage.ctx, input: {} }))[0];
  if (set === undefined) throw new Error('no weights');
  return set;
};
const weightOfUp = async () => (await current()).weights.find(({ route_id }) => route_id === idOf(up))?.permille;
const save = async (change: Partial<SaveWeightSetInput>) => {
  const set = (await listWeightSets({ ctx: stage.ctx, input: {} }))[0];
  return saveWeightSet({
    ctx: stage.ctx,
    input: {
      environment: 'live',
      scope,
      ...(set === undefined ? {} : { version: set.version }),
      mode: 'automatic',
      explore_ppm: 20_000,
      weights: [row(up, 300), row(down, 700)],
      why: 'test',
      ...change,
    },
  });
};
const ramp = (change: Partial<SaveWeightSetInput> = {}) =>
  save({ weights: [row(up, 600), row(down, 400)], why: 'cheaper', ramp: plan, ...change });
const afterHours = async (hours: number) => {
  aheadMs += hours * HOUR_MS;
  await stepRamps({ ctx: stage });
};
const steer = async (act: 'pause' | 'resume' | 'finish') =>
  steerRamp({ ctx: stage.ctx, input: { id: (await current()).id, act } });
const history = async () => listWeightHistory({ ctx: stage.ctx, input: { id: (await current()).id } });

/** What is believed of the route on its way up. */
const believe = async (signal: Partial<RouteSignal>) => {
  const { sql } = stage.services.database;
  const { number } = stage.ctx.workspace;
  const full = { highPpm: 970_000, factorPpm: 1_000_000, forging: false, ...signal };
  await sql`
    insert into route_belief (workspace, route, class, country, network, changed_at, signal, estimate)
    values (${number}, ${up}, 'transactional', 'MX', '', now(), ${sql.json(full)}, '{}')
    on conflict (workspace, route, class, country, network) do update set signal = excluded.signal`;
};

beforeEach(async () => {
  await believe({});
  await save({});
});

describe('weights that are gone to step by step', () => {
  it('stand still until a step is due, sum to 1000 at each, end exactly, and are told in the history', async () => {
    const saved = await ramp();
    expect(saved.ramp).toMatchObject({ state: 'running', step: 0, plan });
    expect(await weightOfUp()).toBe(300);
    await afterHours(0.9);
    expect(await weightOfUp()).toBe(300);
    await afterHours(0.2);
    expect(await weightOfUp()).toBe(400);
    await stepRamps({ ctx: stage });
    expect(await weightOfUp()).toBe(400);
    await afterHours(1);
    await afterHours(1);
    expect(await current()).toMatchObject({ ramp: null, weights: [row(up, 600), row(down, 400)] });
    const told = (await history()).slice(0, 4);
    expect(told.map((change) => change.ramp?.kind)).toEqual(['step', 'step', 'step', 'started']);
    expect(told.map(({ actor }) => actor.name)).toEqual(['ramp', 'ramp', 'ramp', 'Test']);
    expect(new Set(told.map(({ version }) => version)).size).toBe(4);
    await undoWeights({ ctx: stage.ctx, input: { change_id: told[3]?.id ?? '' } });
    expect(await weightOfUp()).toBe(300);
  });

  it('are refused where a lock, floor or ceiling would be broken on the way, where nothing moves, or before there are any', async () => {
    const at = (weights: WeightRow[], more: Partial<SaveWeightSetInput> = {}) =>
      ramp({ weights, ...more }).catch((error) => error.fields?.[0]?.path);
    expect(await at([row(up, 600, { locked: true }), row(down, 400)])).toBe('weights.0.locked');
    expect(await at([row(up, 600, { floor_permille: 400 }), row(down, 400)])).toBe('weights.0.floor_permille');
    expect(await at([row(up, 600), row(down, 400, { ceiling_permille: 500 })])).toBe('weights.1.floor_permille');
    expect(await at([row(up, 300), row(down, 700)])).toBe('ramp');
    const quick = { ramp: { ...plan, steps: 5, minutes: 4 } };
    expect(await at([row(up, 600), row(down, 400)], quick)).toBe('ramp.steps');
    expect(await at([row(up, 600), row(down, 400)], { scope: { ...scope, country: 'BR' } })).toBe('ramp');
  });

  it('are paused, go on, and are finished or undone at any moment; other weights end them', async () => {
    await ramp();
    await steer('pause');
    await expect(steer('pause')).rejects.toMatchObject({ code: 'conflict' });
    await afterHours(2);
    expect(await weightOfUp()).toBe(300);
    await steer('resume');
    await afterHours(1);
    expect(await weightOfUp()).toBe(400);
    await steer('finish');
    expect(await current()).toMatchObject({ ramp: null, weights: [row(up, 600), row(down, 400)] });
    await expect(steer('pause')).rejects.toMatchObject({ code: 'not_found' });
    const [finished] = await history();
    expect(finished?.ramp).toEqual({ kind: 'finished' });
    await save({});
    const begun = await ramp();
    await afterHours(1);
    await undoWeights({ ctx: stage.ctx, input: { change_id: begun.ramp?.change_id ?? '' } });
    expect(await current()).toMatchObject({ ramp: null, weights: [row(up, 300), row(down, 700)] });
    await ramp();
    await save({ weights: [row(up, 500), row(down, 500)] });
    await afterHours(1);
    expect(await weightOfUp()).toBe(500);
  });

  it('stop by themselves when the route on its way up breaks or surely succeeds too seldom, and stay where they are', async () => {
    const { ids, database } = stage.services;
    await ramp();
    await afterHours(1);
    const place = { route: up, country: 'MX', kind: 'breaker_open' as const };
    const alert = { id: ids.next(), workspace: stage.ctx.workspace.number, environment: 'live' as const, ...place };
    const nowMs = stage.services.world.nowMs();
    await raiseAlerts(database.sql, [{ ...alert, startedAtMs: nowMs, facts: {} }]);
    // Closed again before anybody looked: it was open all the same.
    await endAlerts(database.sql, [place], nowMs + 1000);
    await stepRamps({ ctx: stage });
    expect((await current()).ramp).toMatchObject({
      state: 'stopped',
      stopped: { reason: 'breaker_open', route_id: idOf(up) },
      next_at: null,
    });
    await afterHours(3);
    expect(await weightOfUp()).toBe(400);
    await steer('resume');
    await believe({ highPpm: 899_000 });
    await afterHours(1);
    expect(await weightOfUp()).toBe(400);
    expect((await current()).ramp?.stopped?.reason).toBe('success_below_floor');
    expect((await history())[0]?.ramp).toMatchObject({ kind: 'stopped', reason: 'success_below_floor' });
  });

  it('are left alone by learning until they are there', async () => {
    const { sql } = stage.services.database;
    await sql`
      insert into route_signal (span, workspace, route, class, country, network, cost_micros, accepted, resolved, delivered, failed, failed_milli,
        silent, refused_milli, throttled, expectant, converted, parts)
      select date_trunc('minute', ${new Date(stage.services.world.nowMs() - 2_400_000)}::timestamptz), ${stage.ctx.workspace.number}, route, 'transactional', 'MX', '',
        0, 400, 400, good, 400 - good, 1000 * (400 - good), 0, 0, 0, 0, 0, 400
      from (values (${down}::int4, 390), (${up}::int4, 200)) as g(route, good)`;
    await ramp();
    await sql`update weight_set set updated_at = to_timestamp(0)`;
    expect((await learn({ ctx: stage }))?.moved).toBe(0);
    expect(await weightOfUp()).toBe(300);
    await save({});
    await sql`update weight_set set updated_at = to_timestamp(0)`;
    expect((await learn({ ctx: stage }))?.moved).toBe(1);
  });
});
