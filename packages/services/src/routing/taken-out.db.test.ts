import { encodeId, LaneJob } from '@signalbox/contracts';
import { readAttempts } from '@signalbox/db';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { Worker } from '../dispatch/open-worker.ts';
import { openScripted, type Stage, scriptCarriers, setStage, until } from '../dispatch/testing.ts';
import { readRoutingHealth } from './health.ts';
import { liftPause, pauseRoute } from './pauses.ts';
import { previewRouting } from './preview.ts';
import { saveWeights } from './routes.ts';

let stage: Stage;
let worker: Worker;
const routes = { first: 0, second: 0 };
let serial = 0;
const number = () => {
  serial += 1;
  return `+5255127${String(serial).padStart(5, '0')}`;
};

beforeAll(async () => {
  stage = await setStage();
  routes.first = await stage.addRoute('first', 1, 500);
  routes.second = await stage.addRoute('second', 1, 500);
  worker = await openScripted(stage, scriptCarriers());
  await until('both carriers are reported up', async () => {
    const { count } = await stage.services.database.sql`select from connection_report where up`;
    return count === 2;
  });
});
afterAll(async () => {
  await worker.stop(100);
  await stage.end();
});

const idOf = (route: number) => encodeId('route', stage.services.config.current().route(route)?.id ?? '');
const accept = async (count: number) => {
  const ids: string[] = [];
  for (let one = 0; one < count; one += 1) ids.push(await stage.accept('transactional', number()));
  return ids;
};
const run = async () => {
  for (const job of await stage.jobs('transactional')) await worker.runLane('transactional', [LaneJob.parse(job.data)]);
};
const preview = () =>
  previewRouting({ ctx: stage.ctx, input: { to: number(), channel: 'sms', class: 'transactional' } });
const exclusionOfSecond = async () =>
  (await preview()).candidates.find(({ route_name }) => route_name === 'second')?.excluded;

describe('a pause', () => {
  test('R-09 a route that is taken out during a send gets no claim after that commit, and carries again when it is lifted', async () => {
    const ids = await accept(80);
    const sending = run();
    await new Promise((resolve) => setTimeout(resolve, 30));
    const pause = await pauseRoute({
      ctx: stage.ctx,
      input: { id: idOf(routes.second), reason: 'maintenance at the carrier' },
    });
    const [clock] = await stage.services.database.sql<{ ms: number }[]>`
      select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms`;
    await sending;
    const attempts = await readAttempts(stage.services.database.sql, ids);
    expect(attempts).toHaveLength(ids.length);
    const pausedAtMs = clock?.ms ?? 0;
    expect(attempts.filter(({ claimedAtMs }) => claimedAtMs > pausedAtMs).length).toBeGreaterThan(0);
    expect(attempts.filter(({ route, claimedAtMs }) => route === routes.second && claimedAtMs > pausedAtMs)).toEqual(
      [],
    );
    const { routes: views } = await readRoutingHealth({ ctx: stage.ctx, input: {} });
    expect(views.find(({ name }) => name === 'second')?.pauses).toEqual([
      expect.objectContaining({ id: pause.id, active: true, until: null, reason: 'maintenance at the carrier' }),
    ]);
    expect(await exclusionOfSecond()).toBe('draining');
    await liftPause({ ctx: stage.ctx, input: { pause_id: pause.id } });
    expect(await exclusionOfSecond()).toBeNull();
    await expect(liftPause({ ctx: stage.ctx, input: { pause_id: pause.id } })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('that is to come takes nothing out before its time, and an end before its beginning is refused with the field', async () => {
    const inAnHour = new Date(Date.now() + 3_600_000).toISOString();
    const input = { id: idOf(routes.second), reason: 'planned work' };
    const pause = await pauseRoute({ ctx: stage.ctx, input: { ...input, from: inAnHour } });
    expect(pause.active).toBe(false);
    expect(await exclusionOfSecond()).toBeNull();
    await expect(
      pauseRoute({ ctx: stage.ctx, input: { ...input, from: inAnHour, until: new Date().toISOString() } }),
    ).rejects.toMatchObject({ code: 'request_invalid', fields: [expect.objectContaining({ path: 'until' })] });
    await liftPause({ ctx: stage.ctx, input: { pause_id: pause.id } });
  });
});

test('R-12 of each version of the weights the counts are what it says, as near as chance allows', async () => {
  const { sql } = stage.services.database;
  const ids = await accept(150);
  await run();
  const views = await sql<{ id: string; number: number; version: number }[]>`select id, number, version from route`;
  ids.push(...(await accept(75)));
  const sending = run();
  await saveWeights({
    ctx: stage.ctx,
    input: {
      weights: views.map(({ id, number: route, version }) => ({
        id: encodeId('route', id),
        version,
        weight: route === routes.second ? 900 : 100,
      })),
    },
  });
  await sending;
  ids.push(...(await accept(150)));
  await run();
  const attempts = await readAttempts(sql, ids);
  const plans = await sql<{ key: string; second: number }[]>`
    select key::text, (select (r->>'weight')::float8 from jsonb_array_elements(facts->'routes') r where r->>'name' = 'second') as second
    from routing_plan`;
  const weights = new Map(plans.map(({ key, second }) => [key, second]));
  const versions = Map.groupBy(attempts, ({ plan }) => weights.get(plan ?? ''));
  expect([...versions.keys()].sort()).toEqual([500, 900]);
  for (const [weight, own] of versions) {
    const share = weight === 900 ? 0.9 : 0.5;
    const got = own.filter(({ route }) => route === routes.second).length;
    expect(own.length).toBeGreaterThanOrEqual(150);
    // The draws of this test are never the same: four standard deviations are passed once in sixteen thousand runs. With given seeds three hold (bench/routing.test.ts).
    expect(Math.abs(got - share * own.length)).toBeLessThanOrEqual(4 * Math.sqrt(own.length * share * (1 - share)));
  }
});
