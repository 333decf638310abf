import {
  encodeId,
  LaneJob,
  LookupRule,
  LookupService,
  SetLookupRequest,
  type TrafficClass,
} from '@signalbox/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { lookUpFirst } from '../dispatch/look-up-first.ts';
import type { Worker } from '../dispatch/open-worker.ts';
import {
  openScripted,
  type ScriptedCarriers,
  type Stage,
  scriptCarriers,
  setStage,
  until,
} from '../dispatch/testing.ts';
import { readTimeline } from '../messages/timeline.ts';
import type { OutgoingRequest } from '../outgoing.ts';
import { addSuppression } from '../policy/suppressions.ts';
import { lookUpNumbers } from './look-up-numbers.ts';
import { getLookup, setLookup } from './lookup-settings.ts';
import { setMexicanNetworks } from './mexican-networks.case.ts';

type Answer = { status: number; headers: Record<string, string>; body: string };
let stage: Stage;
let carriers: ScriptedCarriers;
let worker: Worker;
/** What the service was asked, and how it answers. */
const asked: { request: OutgoingRequest; numbers: string[] }[] = [];
let reply: (numbers: string[]) => Answer | Promise<Answer>;
let serial = 1_000_000;

const told = (of: Record<string, object>) => (numbers: string[]) => ({
  status: 200,
  headers: {},
  body: JSON.stringify({
    results: numbers.map((number) => ({ number, ...(of[number] ?? { network: '334050', status: 'active' }) })),
  }),
});
const nextNumber = () => {
  serial += 7;
  return `+5255${String(serial).padStart(8, '1')}`;
};

beforeAll(async () => {
  stage = await setStage([], {
    request(request) {
      const { numbers } = JSON.parse(request.body ?? '{}') as { numbers: string[] };
      asked.push({ request, numbers });
      return Promise.resolve(reply(numbers));
    },
  });
  carriers = scriptCarriers();
  await stage.addRoute('carrier', 1, 1000);
  worker = await openScripted(stage, carriers);
  await setMexicanNetworks(stage);
});
afterAll(async () => {
  await worker.stop(100);
  await stage.end();
});
beforeEach(async () => {
  asked.length = 0;
  reply = told({});
  await stage.services.database.sql`delete from number_network`;
  await stage.services.database.sql`delete from lookup_day`;
});

/** Sets the service with its rules, of transactional texts unless told otherwise. */
async function set(change: { service?: object; rules?: object[]; enabled?: boolean } = {}) {
  const { version } = await getLookup({ ctx: stage.ctx, input: {} });
  const service = LookupService.parse({
    url: 'https://lookup.example.com/numbers',
    body: { numbers: '{{numbers}}' },
    price_micros: 4_000,
    currency: 'USD',
    state_pointer: '/status',
    max_numbers: 100,
    ...change.service,
  });
  const rules = (change.rules ?? [{ country: 'MX', class: 'transactional', look_up: true }]).map((rule) =>
    LookupRule.parse(rule),
  );
  const input = SetLookupRequest.parse({ version, enabled: change.enabled ?? true, service, rules, secret: 'tok-1' });
  return setLookup({ ctx: stage.ctx, input });
}

async function run(trafficClass: TrafficClass) {
  for (const job of await stage.jobs(trafficClass)) await worker.runLane(trafficClass, [LaneJob.parse(job.data)]);
}
async function decisionOf(id: string) {
  const { sql } = stage.services.database;
  const stateOf = async () =>
    (await sql<{ state: string }[]>`select state from event where message_id = ${id} order by seq desc limit 1`)[0]
      ?.state;
  await until('the text is decided', async () => (await stateOf()) !== undefined);
  const [turn] = await sql<
    { facts: { network?: { code: string; source: string }; routes: { priceMicros: number }[] } }[]
  >`
    select p.facts from attempt a join routing_plan p on p.key = a.plan where a.message_id = ${id} and a.n = 1`;
  return { state: await stateOf(), network: turn?.facts.network, price: turn?.facts.routes[0]?.priceMicros };
}
async function send(to: string, trafficClass: TrafficClass = 'transactional') {
  const id = await stage.accept(trafficClass, to);
  await run(trafficClass);
  return { id, ...(await decisionOf(id)) };
}
const spent = async () => (await getLookup({ ctx: stage.ctx, input: {} })).days[0];

describe('a number that is looked up before a text goes to it', () => {
  it('is asked for once, priced and counted, and its network decides while it is believed', async () => {
    await set();
    const to = nextNumber();
    expect(await send(to)).toMatchObject({
      network: { code: '334050', source: 'lookup', name: 'AT&T' },
      price: 50_000,
    });
    expect(await send(to)).toMatchObject({ network: { code: '334050', source: 'cache' }, price: 50_000 });
    expect(asked.map(({ numbers }) => numbers)).toEqual([[to]]);
    expect(asked[0]?.request.headers.authorization).toBe('Bearer tok-1');
    expect(await spent()).toMatchObject({ asked: 1, answered: 1, spent_micros: 4_000 });
    await stage.services.database.sql`update number_network set until = now() - interval '1 second'`;
    await send(to);
    expect(asked).toHaveLength(2);
  });

  it('is nobody’s business without a rule, in the sandbox, and where policy sends nothing', async () => {
    await set({ rules: [] });
    expect(await send(nextNumber())).toMatchObject({ network: { source: 'prefix' }, price: 20_000 });
    await set({
      rules: [
        { country: null, class: 'transactional', look_up: true },
        { country: 'MX', class: 'transactional', look_up: false },
      ],
    });
    await send(nextNumber());
    await set();
    await send(nextNumber(), 'otp');
    const suppressed = nextNumber();
    await addSuppression({
      ctx: stage.ctx,
      input: { address: suppressed, channel: 'sms', classes: ['transactional'], reason: 'manual' },
    });
    expect(await send(suppressed)).toMatchObject({ state: 'suppressed' });
    const id = await stage.accept('transactional', nextNumber());
    const [job] = await stage.jobs('transactional');
    await lookUpFirst(worker.ctx, 'transactional', { ...LaneJob.parse(job?.data), environment: 'sandbox' }, [id]);
    expect(asked).toEqual([]);
  });

  it('goes with the others of its group in one call, and as many as the limit of the day leaves', async () => {
    await set({ service: { daily_numbers: 4, daily_micros: 12_000 } });
    const ids: string[] = [];
    for (let n = 0; n < 5; n += 1) ids.push(await stage.accept('transactional', nextNumber()));
    const jobs = await stage.jobs('transactional');
    await worker.runLane(
      'transactional',
      jobs.map((job) => LaneJob.parse(job.data)),
    );
    const sources = (await Promise.all(ids.map(decisionOf))).map(({ network }) => network?.source);
    expect(sources.filter((source) => source === 'lookup')).toHaveLength(3);
    expect(asked.flatMap(({ numbers }) => numbers)).toHaveLength(3);
    expect(asked).toHaveLength(1);
    expect(await spent()).toMatchObject({ asked: 3, spent_micros: 12_000 });
  });

  it('holds a code up no longer than its time: it goes by the range, and what comes later serves the next', async () => {
    await set({ rules: [{ country: null, class: 'otp', look_up: true }] });
    let release: (answer: Answer) => void = () => undefined;
    reply = () => new Promise((resolve) => (release = resolve));
    const to = nextNumber();
    expect(await send(to, 'otp')).toMatchObject({ network: { code: '334020', source: 'prefix' } });
    release(told({})([to]));
    await stage.services.numberLookups.idle();
    expect(await send(to, 'otp')).toMatchObject({ network: { code: '334050', source: 'cache' } });
    expect(asked).toHaveLength(1);
  });

  it('stops a text to a phone that is nobody’s where the rule says so, and else only says it', async () => {
    const [gone, off] = [nextNumber(), nextNumber()];
    reply = told({ [gone]: { network: null, status: 'unknown' }, [off]: { network: '334020', status: 'absent' } });
    await set({ rules: [{ country: 'MX', class: 'transactional', look_up: true, unknown: 'stop' }] });
    const stopped = await send(gone);
    expect(stopped.state).toBe('suppressed');
    const steps = async (id: string) =>
      (await readTimeline({ ctx: stage.ctx, input: { id: encodeId('message', id) } })).data;
    expect((await steps(stopped.id)).find(({ kind }) => kind === 'reach')).toMatchObject({
      result: 'fail',
      code: 'recipient.unknown',
      text: expect.stringContaining('nobody has the number'),
    });
    const sent = await send(off);
    expect(sent.network).toMatchObject({ code: '334020', source: 'lookup' });
    const timeline = await readTimeline({ ctx: stage.ctx, input: { id: encodeId('message', sent.id) } });
    expect(timeline.data.find(({ kind }) => kind === 'reach')).toMatchObject({ result: 'pass' });
    expect(timeline.replayed).toBe(true);
    // Asked again when nobody knows any more whether the phone is on, as the rule hangs on it.
    await stage.services.database.sql`update number_network set reach_until = now() - interval '1 second'`;
    await send(off);
    expect(asked.flatMap(({ numbers }) => numbers)).toEqual([gone, off, off]);
  });

  it('stays as it was paid for when a receipt confirms its range, with the network of the receipt', async () => {
    await set();
    const to = nextNumber();
    const { id } = await send(to);
    const { workspace } = stage.ctx;
    stage.services.networkNotes.note({ workspace: workspace.number, messageId: id, network: '334020' });
    await stage.services.networkNotes.flush();
    expect(await send(to)).toMatchObject({ network: { code: '334020', source: 'cache' } });
    expect(asked).toHaveLength(1);
  });

  it('can be asked for by hand, with the price said beforehand; the log says how many and never which', async () => {
    await set();
    const [known, fresh] = [nextNumber(), nextNumber()];
    await send(known);
    const ask = (dry_run: boolean, numbers = [known, fresh, fresh]) =>
      lookUpNumbers({ ctx: stage.ctx, input: { numbers, dry_run } });
    expect(await ask(true)).toMatchObject({ asked: 1, cost_micros: 4_000, currency: 'USD', dry_run: true });
    expect(asked).toHaveLength(1);
    expect((await ask(false)).data).toMatchObject([
      { number: known, outcome: 'known', network: { source: 'cache' } },
      {
        number: fresh,
        outcome: 'asked',
        network: { code: '334050', name: 'AT&T', source: 'lookup' },
        reach: 'reachable',
      },
    ]);
    expect(await ask(false)).toMatchObject({ asked: 0, cost_micros: 0 });
    await expect(ask(true, ['12'])).rejects.toMatchObject({ fields: [{ path: 'numbers.0' }] });
    const entries = await stage.services.database.sql<{ after: object }[]>`
      select after from audit_entry where action = 'numbers.looked_up'`;
    expect(entries).toHaveLength(1);
    expect(JSON.stringify(entries)).not.toContain(fresh.slice(1));
  });

  it('is asked of a service whose secret is sealed and never shown, set by one person at a time', async () => {
    const view = await set();
    expect(view).toMatchObject({ enabled: true, secret_stored: true });
    const [row] = await stage.services.database.sql<{ secret: string }[]>`select secret from number_lookup`;
    expect(`${row?.secret}${JSON.stringify(view)}`).not.toContain('tok-1');
    const { service, rules } = view;
    if (service === null) throw new Error('no service');
    const again = (change: object) =>
      setLookup({ ctx: stage.ctx, input: { version: view.version, enabled: true, service, rules, ...change } });
    await expect(again({ version: 0 })).rejects.toMatchObject({ code: 'conflict' });
    await expect(again({ service: { ...service, url: 'http://10.0.0.1/' } })).rejects.toMatchObject({
      fields: [{ path: 'service.url' }],
    });
    await expect(again({ rules: [...rules, ...rules] })).rejects.toMatchObject({ fields: [{ path: 'rules.1' }] });
    const stops = [{ country: null, class: 'otp', look_up: true, absent: 'stop', unknown: 'send' }];
    await expect(again({ service: { ...service, state_pointer: '' }, rules: stops })).rejects.toMatchObject({
      fields: [{ path: 'rules.0.absent' }],
    });
    // A secret that is not given stays.
    expect(await again({})).toMatchObject({ secret_stored: true });
    await send(nextNumber());
    expect(asked[0]?.request.headers.authorization).toBe('Bearer tok-1');
    expect(await again({ version: view.version + 1, enabled: false })).toMatchObject({ enabled: false });
    await expect(
      lookUpNumbers({ ctx: stage.ctx, input: { numbers: ['+525512345678'], dry_run: true } }),
    ).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('goes by its range while the service fails, which is left alone after a dozen failures', async () => {
    await set();
    reply = () => ({ status: 500, headers: {}, body: '' });
    for (let n = 0; n < 20; n += 1) expect(await send(nextNumber())).toMatchObject({ network: { source: 'prefix' } });
    expect(asked.length).toBeGreaterThan(5);
    expect(asked.length).toBeLessThan(20);
    expect(await spent()).toMatchObject({ asked: asked.length, answered: 0 });
  });
});
