import {
  AskRegistryRequest,
  CheckComplianceRequest,
  encodeId,
  LaneJob,
  SetRegistryRequest,
  type TrafficClass,
} from '@signalbox/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { recordConsent } from '../consent/record.ts';
import { askRegistriesFirst } from '../dispatch/ask-registries-first.ts';
import type { Worker } from '../dispatch/open-worker.ts';
import { openScripted, type Stage, scriptCarriers, setStage, until } from '../dispatch/testing.ts';
import { readTimeline } from '../messages/timeline.ts';
import { addSuppression } from '../policy/suppressions.ts';
import { askRegistry } from './ask-registry.ts';
import { checkCompliance } from './check.ts';
import { listRegistries, removeRegistry, setRegistry } from './registries.ts';

let stage: Stage;
let worker: Worker;
/** Who was asked for, call by call, and who stands on the registry; null when it does not answer. */
const asked: string[][] = [];
let listed: ((number: string) => boolean) | null;
let serial = 20_000_000;
const nextNumber = () => {
  serial += 7;
  return `+49151${serial}`;
};

beforeAll(async () => {
  stage = await setStage([], {
    request({ body }) {
      const { numbers } = JSON.parse(body ?? '{}') as { numbers: string[] };
      asked.push(numbers);
      const says = listed;
      if (says === null) return Promise.resolve({ status: 503, headers: {}, body: '' });
      const results = numbers.map((number) => ({ number, listed: says(number) }));
      return Promise.resolve({ status: 200, headers: {}, body: JSON.stringify({ results }) });
    },
  });
  await stage.addRoute('carrier', 1, 1000);
  worker = await openScripted(stage, scriptCarriers());
});
afterAll(async () => {
  await worker.stop(100);
  await stage.end();
});
beforeEach(async () => {
  // What waits for an answer since another test would ask again in this one.
  await stage.jobs('marketing');
  asked.length = 0;
  listed = () => true;
  await stage.services.database.sql`delete from registry`;
  await stage.services.database.sql`delete from registry_answer`;
  await stage.services.database.sql`delete from lookup_day`;
  await stage.services.config.refresh();
});

async function set(change: { key?: string; service?: object } & Record<string, unknown> = {}) {
  const { key = 'permits', service, ...rest } = change;
  const registry = SetRegistryRequest.parse({
    ...{ name: 'Registry of consents', enabled: true, country: 'DE', meaning: 'permits' },
    service: {
      url: 'https://registry.example.com/numbers',
      body: { numbers: '{{numbers}}' },
      ...{ price_micros: 2_000, currency: 'USD', max_numbers: 100 },
      ...service,
    },
    ...rest,
  });
  return setRegistry({ ctx: stage.ctx, input: { key, registry } });
}
async function run(trafficClass: TrafficClass) {
  for (const job of await stage.jobs(trafficClass)) await worker.runLane(trafficClass, [LaneJob.parse(job.data)]);
}
const endOf = async (id: string) =>
  (
    await stage.services.database.sql<{ state: string; reason: string | null }[]>`
      select state, reason from event where message_id = ${id} order by seq desc limit 1`
  )[0];
async function send(to: string, trafficClass: TrafficClass = 'marketing') {
  await recordConsent({ ctx: stage.ctx, input: { address: to, channel: 'sms', state: 'granted', source: 'test' } });
  const id = await stage.accept(trafficClass, to);
  await run(trafficClass);
  await until('the message is decided', async () => (await endOf(id)) !== undefined);
  const timeline = await readTimeline({ ctx: stage.ctx, input: { id: encodeId('message', id) } });
  const step = timeline.data.find(({ kind }) => kind === 'registry');
  return { id, ...(await endOf(id)), step, replayed: timeline.replayed };
}

describe('marketing to a country with a registry', () => {
  it('goes to who stands on one that permits, and is asked for once while the answer holds', async () => {
    await set();
    const to = nextNumber();
    const sent = await send(to);
    expect(sent.state).not.toBe('suppressed');
    expect(sent).toMatchObject({
      replayed: true,
      step: { result: 'pass', facts: { registry: 'permits', listed: true } },
    });
    expect((await send(to)).step).toMatchObject({ result: 'pass' });
    expect(asked).toEqual([[to]]);
    const may = async (number: string) => {
      const input = CheckComplianceRequest.parse({ to: number, class: 'marketing' });
      return (await checkCompliance({ ctx: stage.ctx, input })).rules.find(({ kind }) => kind === 'registry');
    };
    expect(await may(to)).toMatchObject({ result: 'pass', facts: { registry: 'permits', listed: true } });
    // To look is not to ask.
    expect(await may(nextNumber())).toMatchObject({ result: 'wait', code: 'policy.registry_unanswered' });
    expect(asked).toHaveLength(1);
    const { data } = await listRegistries({ ctx: stage.ctx, input: {} });
    expect(data).toMatchObject([{ key: 'permits', asked_today: 1, spent_today_micros: 2_000 }]);
    await stage.services.database.sql`update registry_answer set until = now() - interval '1 second'`;
    listed = () => false;
    expect(await send(to)).toMatchObject({ state: 'suppressed', reason: 'policy.registry_blocked' });
    expect(asked).toHaveLength(2);
  });

  it('is stopped by any registry that says no, with its answer as evidence', async () => {
    await set();
    await set({ key: 'dnd', name: 'Do not disturb', meaning: 'blocks', country: null });
    const stopped = await send(nextNumber());
    expect(stopped).toMatchObject({ state: 'suppressed', reason: 'policy.registry_blocked', replayed: true });
    expect(stopped.step).toMatchObject({
      result: 'fail',
      facts: { registry: 'dnd', listed: true, valid_until: expect.any(String) },
      text: expect.stringContaining('Stopped: Do not disturb said'),
    });
  });

  it('never goes without an answer: it is held and asks again, or is stopped by choice', async () => {
    listed = null;
    await set();
    const held = await send(nextNumber());
    expect(held).toMatchObject({ state: 'held', reason: 'policy.registry_unanswered', replayed: true });
    expect(held.step).toMatchObject({ result: 'wait', facts: { asks_again_at: expect.any(String) } });
    listed = () => true;
    await run('marketing');
    await until('it goes when the answer comes', async () => (await endOf(held.id))?.state !== 'held');
    expect((await endOf(held.id))?.state).not.toBe('suppressed');
    listed = null;
    await set({ unanswered: 'stop' });
    expect(await send(nextNumber())).toMatchObject({ state: 'suppressed', reason: 'policy.registry_unanswered' });
    // What cannot be paid for any more is not answered either.
    listed = () => true;
    await set({ service: { daily_numbers: 1 } });
    expect(await send(nextNumber())).toMatchObject({ state: 'held', reason: 'policy.registry_unanswered' });
  });

  it('is asked for no codes, no transactional texts, not in the sandbox, and for nobody to whom it does not go anyway', async () => {
    await set();
    for (const lane of ['otp', 'transactional'] as const) expect((await send(nextNumber(), lane)).step).toBeUndefined();
    const to = nextNumber();
    // Whoever has no consent or is suppressed is told to nobody.
    const input = { address: to, channel: 'sms' as const, classes: ['marketing' as const], reason: 'manual' as const };
    await addSuppression({ ctx: stage.ctx, input });
    expect(await send(to)).toMatchObject({ state: 'suppressed', reason: 'policy.suppressed' });
    const id = await stage.accept('marketing', nextNumber());
    const [job] = await stage.jobs('marketing');
    await askRegistriesFirst(worker.ctx, 'marketing', { ...LaneJob.parse(job?.data), environment: 'sandbox' }, [id]);
    expect(asked).toEqual([]);
  });
});

describe('a registry', () => {
  it('is asked by hand with the price said beforehand, and forgets what it said when it is asked otherwise', async () => {
    const { version } = await set();
    const to = nextNumber();
    const ask = (dry: boolean) =>
      askRegistry({
        ctx: stage.ctx,
        input: { key: 'permits', question: AskRegistryRequest.parse({ address: to, dry_run: dry }) },
      });
    expect(await ask(true)).toMatchObject({ outcome: 'to_ask', listed: null, allows: null, cost_micros: 2_000 });
    expect(asked).toEqual([]);
    expect(await ask(false)).toMatchObject({ outcome: 'asked', listed: true, allows: true, cost_micros: 2_000 });
    expect(await ask(true)).toMatchObject({ outcome: 'known', listed: true });
    await expect(set({ version: version + 5 })).rejects.toMatchObject({ code: 'conflict' });
    await set({ version, service: { listed_pointer: '/other' } });
    expect(await ask(true)).toMatchObject({ outcome: 'to_ask' });
    await removeRegistry({ ctx: stage.ctx, input: { key: 'permits' } });
    await expect(ask(true)).rejects.toMatchObject({ code: 'not_found' });
  });
});
