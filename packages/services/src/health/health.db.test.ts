import { LaneJob, type SubmitAnswer, type TrafficClass } from '@signalbox/contracts';
import { readPositions } from '@signalbox/db';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Worker } from '../dispatch/open-worker.ts';
import {
  openScripted,
  type ScriptedCarriers,
  type Stage,
  scriptCarriers,
  setStage,
  until,
} from '../dispatch/testing.ts';
import { readRoutingHealth } from '../routing/health.ts';
import { previewRouting } from '../routing/preview.ts';

let stage: Stage;
let carriers: ScriptedCarriers;
let worker: Worker;
const routes: Record<'first' | 'second', number> = { first: 0, second: 0 };
let serial = 0;
const number = () => {
  serial += 1;
  return `+5255126${String(serial).padStart(5, '0')}`;
};
const accepts: ScriptedCarriers['script'] = (_, request) => ({ kind: 'accepted', refs: [`ref-${request.attemptRef}`] });

beforeAll(async () => {
  stage = await setStage();
  carriers = scriptCarriers();
  routes.first = await stage.addRoute('first', 1, 500);
  routes.second = await stage.addRoute('second', 1, 500);
  worker = await openScripted(stage, carriers);
});
beforeEach(() => {
  carriers.script = accepts;
});
afterAll(async () => {
  await worker.stop(100);
  await stage.end();
});

const run = async (lane: TrafficClass = 'transactional') => {
  for (const job of await stage.jobs(lane)) await worker.runLane(lane, [LaneJob.parse(job.data)]);
};
const isAnswered = (id: string) =>
  until('the message is answered', async () => {
    const position = (await readPositions(stage.services.database.sql, [id])).get(id);
    return (
      position !== undefined &&
      (position.state ?? 'sending') !== 'sending' &&
      !(position.claimed && position.eventAttempt < position.turns)
    );
  });
/** Sends one after the other and returns how many the first route was given. */
async function send(count: number): Promise<number> {
  const before = carriers.submitted.length;
  for (let one = 0; one < count; one += 1) {
    const id = await stage.accept('transactional', number());
    await run();
    await isAnswered(id);
  }
  return carriers.submitted.slice(before).filter(({ provider }) => provider === 'first').length;
}
const answerOfFirst = (answer: SubmitAnswer) => {
  carriers.script = (provider, request) => (provider === 'first' ? answer : accepts(provider, request));
};
const health = async () => {
  const { routes: views, alerts } = await readRoutingHealth({ ctx: stage.ctx, input: {} });
  return { first: views.find(({ name }) => name === 'first'), alerts };
};

describe('a breaker', () => {
  it('stays closed whatever a carrier throttles and however many numbers are dead', async () => {
    answerOfFirst({ kind: 'rejected', reason: 'recipient.unknown', raw: '' });
    await send(40);
    answerOfFirst({ kind: 'rejected', reason: 'provider.throttled', raw: '' });
    await send(30);
    await worker.ctx.health.step();
    expect((await health()).first?.breakers).toEqual([]);
    expect(worker.ctx.health.gateOf(routes.first, 'MX').breaker).toBe('closed');
  });

  it('opens after a few dozen faults at most, is told to everybody, and what follows goes by the other route', async () => {
    answerOfFirst({ kind: 'rejected', reason: 'provider.unavailable', raw: 'down' });
    let given = 0;
    for (let round = 0; round < 20 && worker.ctx.health.gateOf(routes.first, 'MX').breaker === 'closed'; round += 1) {
      given += await send(6);
      await worker.ctx.health.step();
    }
    expect(given).toBeLessThanOrEqual(50);
    expect(await send(10)).toBe(0);
    const { first, alerts } = await health();
    expect(first?.breakers).toContainEqual(
      expect.objectContaining({ country: 'MX', state: 'open', reason: 'sudden_faults' }),
    );
    expect(alerts).toContainEqual(
      expect.objectContaining({ route_name: 'first', kind: 'breaker_open', ended_at: null }),
    );
    const preview = await previewRouting({
      ctx: stage.ctx,
      input: { to: number(), channel: 'sms', class: 'transactional' },
    });
    expect(preview.candidates.find(({ route_name }) => route_name === 'first')?.excluded).toBe('breaker_open');
  });

  it('is known to a worker that comes new', async () => {
    const other = await openScripted(stage, scriptCarriers(), 'two');
    expect(other.ctx.health.gateOf(routes.first, 'MX').breaker).toBe('open');
    await other.stop(100);
  });
});
