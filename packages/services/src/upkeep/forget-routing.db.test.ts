import { LaneJob } from '@signalbox/contracts';
import { addSignals, readAttempts, readPositions } from '@signalbox/db';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Worker } from '../dispatch/open-worker.ts';
import { openScripted, type Stage, scriptCarriers, setStage, until } from '../dispatch/testing.ts';
import { keepHouse } from './keep-house.ts';

let stage: Stage;
let worker: Worker;
let route: number;
beforeAll(async () => {
  stage = await setStage();
  route = await stage.addRoute('only', 1, 1000);
  worker = await openScripted(stage, scriptCarriers());
});
afterAll(async () => {
  await worker.stop(100);
  await stage.end();
});

it('forgets plans that nothing was decided by for longer than messages are kept, and figures that nobody is shown', async () => {
  const { sql } = stage.services.database;
  const send = async (to: string) => {
    const id = await stage.accept('transactional', to);
    for (const job of await stage.jobs('transactional'))
      await worker.runLane('transactional', [LaneJob.parse(job.data)]);
    await until('it was sent', async () => (await readPositions(sql, [id])).get(id)?.state === 'sent');
    return (await readAttempts(sql, [id]))[0]?.plan;
  };
  const old = await send('+525512800001');
  await sql`update routing_plan set created_at = now() - interval '33 days'`;
  const place = { workspace: stage.ctx.workspace.number, route, class: 'otp' as const, country: 'MX', network: '' };
  const dayMs = 86_400_000;
  const spanOf = (days: number) => Math.floor((Date.now() - days * dayMs) / 60_000) * 60_000;
  await addSignals(
    sql,
    [15, 1].map((days) => ({ ...place, spanMs: spanOf(days), counts: { accepted: 1 }, delays: [] })),
  );
  // A worker that comes new stores what it uses again, though it is there already.
  const other = await openScripted(stage, scriptCarriers(), 'two');
  const id = await stage.accept('transactional', '+525512800002');
  for (const job of await stage.jobs('transactional')) await other.runLane('transactional', [LaneJob.parse(job.data)]);
  await until('it was sent', async () => (await readPositions(sql, [id])).get(id)?.state === 'sent');
  expect((await readAttempts(sql, [id]))[0]?.plan).toBe(old);
  await sql`insert into routing_plan (workspace, key, facts, created_at) values (${place.workspace}, 1, '{}', now() - interval '33 days')`;
  await keepHouse({ ctx: stage, input: { keepDays: 30 } });
  const kept = await sql<{ key: string }[]>`select key::text as key from routing_plan`;
  expect(kept.map(({ key }) => key)).toEqual([old]);
  expect((await sql`select from route_signal`).count).toBe(1);
  await other.stop(100);
});
