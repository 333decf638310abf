import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Stage, setStage } from '../dispatch/testing.ts';
import { checkVerification } from './check.ts';
import { startVerification } from './start.ts';
import { codeOf, start, wrongCode } from './testing.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
beforeEach(() => stage.services.database.sql`delete from rate_counter`);
afterAll(() => stage.end());

const HOUR = 3600;
const TO = '+525512340001';
/** What is counted over a window begins anew, as it does when the window is over. */
const windowEnds = (seconds: number) =>
  stage.services.database
    .sql`delete from rate_counter where window_end - window_start <= ${seconds} * interval '1 second'`;

/** Types wrong codes of one person until a check is refused; how many were looked at, and how long the person waits. */
async function guess(): Promise<{ tested: number; waitSeconds: number }> {
  for (let tested = 0; ; ) {
    await stage.services.database.sql`delete from rate_counter where scope like '% start %'`;
    const { id } = await start(stage, TO);
    const code = await codeOf(stage.services, id);
    for (let n = 1; n <= 5; n += 1) {
      try {
        await checkVerification({ ctx: stage.ctx, input: { id, code: wrongCode(code, n) } });
        tested += 1;
      } catch (error) {
        const { retryAfterSeconds } = error as { retryAfterSeconds: number };
        if (retryAfterSeconds === undefined) break;
        return { tested, waitSeconds: retryAfterSeconds };
      }
    }
  }
}

describe('A-02: whoever goes on guessing is locked out for longer', () => {
  it('ten in an hour, twenty-five in a day, a hundred in a row at last', async () => {
    const first = await guess();
    expect(first.tested).toBe(10);
    expect(first.waitSeconds).toBeLessThanOrEqual(HOUR);
    await windowEnds(HOUR);
    expect((await guess()).tested).toBe(10);
    await windowEnds(HOUR);
    const third = await guess();
    expect(third.tested).toBe(5);
    expect(third.waitSeconds).toBeLessThanOrEqual(24 * HOUR);
    // Day after day.
    let tested = 25;
    let last = third;
    for (let day = 0; day < 10 && last.tested > 0; day += 1) {
      await windowEnds(24 * HOUR);
      last = await guess();
      tested += last.tested;
      if (tested >= 100) break;
      await windowEnds(HOUR);
    }
    await windowEnds(24 * HOUR);
    const end = await guess();
    expect(tested + end.tested).toBe(100);
    expect(end.waitSeconds).toBeGreaterThan(24 * HOUR);
  });

  it('a right code ends the row: who mistypes now and then is never locked out', async () => {
    for (let day = 0; day < 6; day += 1) {
      await stage.services.database.sql`delete from rate_counter where scope like '% start %'`;
      const { id } = await start(stage, TO);
      const code = await codeOf(stage.services, id);
      for (let n = 1; n <= 4; n += 1) {
        await checkVerification({ ctx: stage.ctx, input: { id, code: wrongCode(code, n) } });
      }
      expect((await checkVerification({ ctx: stage.ctx, input: { id, code } })).valid).toBe(true);
    }
  });
});

describe('A-01: networks that ask for codes', () => {
  it('one network of 256 addresses asks for 150 at most, whichever of them it asks from', async () => {
    const ask = async (n: number): Promise<boolean> => {
      const to = `+525599${String(n).padStart(6, '0')}`;
      try {
        await startVerification({
          ctx: stage.ctx,
          input: { body: { to, app_name: 'Shop', ip: `198.51.100.${n % 256}` } },
        });
        return true;
      } catch (error) {
        expect(error).toMatchObject({ code: 'rate_limited', detail: expect.stringContaining('/24') });
        return false;
      }
    };
    let taken = 0;
    for (let n = 0; n < 170; n += 1) if (await ask(n)) taken += 1;
    expect(taken).toBe(150);
  });
});
