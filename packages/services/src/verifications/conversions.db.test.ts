import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Worker } from '../dispatch/open-worker.ts';
import { openScripted, type Stage, scriptCarriers, setStage, until } from '../dispatch/testing.ts';
import { checkVerification } from './check.ts';
import { countConversions } from './count-conversions.ts';
import { readVerificationFigures } from './figures.ts';
import { getVerification } from './get.ts';
import { codeOf, start } from './testing.ts';

let stage: Stage;
let worker: Worker;
beforeAll(async () => {
  stage = await setStage();
  await stage.addRoute('texts', 1, 1000);
  worker = await openScripted(stage, scriptCarriers());
});
afterAll(async () => {
  await worker.stop(100);
  await stage.end();
});

const HOUR_MS = 3_600_000;
/** Counts as the sweep does at another hour. */
const countAt = (nowMs: number) => {
  const services = { ...stage.services, world: { ...stage.services.world, nowMs: () => nowMs } };
  return countConversions({ ctx: { services } });
};

describe('conversion by route', () => {
  it('is the same while it is counted row by row and from the tally, and each verification is counted once', async () => {
    const ids: string[] = [];
    for (const to of ['+525512340001', '+525512340002', '+525512340003', '+4915112345678'])
      ids.push((await start(stage, to)).id);
    for (const id of ids)
      await until('the text was taken', async () => {
        const { sends } = await getVerification({ ctx: stage.ctx, input: { id } });
        return sends[0]?.state === 'sent';
      });
    for (const id of ids.slice(0, 2))
      await checkVerification({ ctx: stage.ctx, input: { id, code: await codeOf(stage.services, id) } });

    const live = await readVerificationFigures({ ctx: stage.ctx });
    const route = { id: expect.stringMatching(/^rte_/), name: 'texts', channel: 'sms' };
    expect(live).toEqual({
      started: 4,
      approved: 2,
      blocked: 0,
      routes: [
        { route, country: 'MX', sent: 3, converted: 2 },
        { route, country: 'DE', sent: 1, converted: 0 },
      ],
    });

    const { sql } = stage.services.database;
    await countAt(Date.now());
    expect(await sql`select * from conversion_tally`).toEqual([]);
    const laterMs = Date.now() + HOUR_MS / 2;
    await Promise.all([countAt(laterMs), countAt(laterMs)]);
    await countAt(laterMs);
    const tallied = await sql`select country, sent::int, converted::int from conversion_tally order by country`;
    expect(tallied).toEqual([
      { country: 'DE', sent: 1, converted: 0 },
      { country: 'MX', sent: 3, converted: 2 },
    ]);
    expect(await readVerificationFigures({ ctx: stage.ctx })).toEqual(live);
    // A code that was not typed is of no more use: nothing of it is kept that could be opened.
    expect(await sql`select id from otp_verification where sealed_code is not null`).toEqual([]);
  });

  it('is seen by its own workspace and environment alone', async () => {
    const { sql } = stage.services.database;
    const [other] = await sql<{ number: number; id: string; name: string }[]>`
      insert into workspace (id, name) values (${stage.services.ids.next()}, 'Other') returning number, id, name`;
    if (other === undefined) throw new Error('no workspace');
    const nothing = { started: 0, approved: 0, blocked: 0, routes: [] };
    expect(await readVerificationFigures({ ctx: { ...stage.ctx, workspace: other } })).toEqual(nothing);
    expect(await readVerificationFigures({ ctx: { ...stage.ctx, environment: 'sandbox' } })).toEqual(nothing);
  });
});
