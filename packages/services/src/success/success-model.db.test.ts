import type { RoutingFacts } from '@signalbox/contracts';
import { planRoutes } from '@signalbox/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { factsOf, standingOf } from '../dispatch/plan-book.ts';
import { type Stage, setStage } from '../dispatch/testing.ts';
import { noteAnswer, noteReceipt, submissionOf } from '../learning/note-outcomes.ts';
import { listModels } from './list-models.ts';
import { switchModel } from './switch-model.ts';
import { type Came, type ModelWorld, openModelWorld } from './testing.ts';
import { trainModels } from './train-models.ts';

const TELCEL = '334020';
const ATT = '334050';

let stage: Stage;
let world: ModelWorld;
let first: number;
let second: number;
beforeAll(async () => {
  stage = await setStage();
  first = await stage.addRoute('first', 1, 900);
  second = await stage.addRoute('second', 1, 100);
  world = openModelWorld(stage);
  // Each route is good on one network and bad on the other: together they look alike.
  await world.believe(
    new Map([
      [first, 0.85],
      [second, 0.85],
    ]),
  );
});
afterAll(() => stage.end());

/** What a decision about a text is told, to a number of a network. */
const factsFor = (network: string, country = 'MX'): RoutingFacts => {
  const { services } = world;
  const config = services.config.current();
  const question = {
    ...({
      workspace: stage.ctx.workspace.number,
      environment: 'live',
      channel: 'sms',
      class: 'transactional',
    } as const),
    ...{
      country,
      address: '+525512345678',
      parts: 1,
      sender: null,
      learned: { code: network, source: 'receipt' } as const,
    },
    ...{ maxPriceMicrosPerPart: null, maxPriceCurrency: null, barred: [], dlt: null },
  };
  const gateOf = () => ({ breaker: 'closed' as const, admitPermille: 1000 });
  const standing = { isUp: () => true, gateOf, ...standingOf(services, config, question) };
  return factsOf(question, [], config.routesOf(question.workspace), standing);
};
const split = (good: number, bad: number): Came[] => [
  { route: first, network: TELCEL, outcomes: 100, succeeded: good },
  { route: first, network: ATT, outcomes: 100, succeeded: bad },
  { route: second, network: TELCEL, outcomes: 100, succeeded: bad },
  { route: second, network: ATT, outcomes: 100, succeeded: good },
];
const newest = async () => {
  const [row] = await stage.services.database.sql`select * from success_model order by version desc limit 1`;
  return row;
};
const scope = async () => {
  const [row] = await stage.services.database.sql`select * from success_scope`;
  return row;
};

describe('what the model learns from', () => {
  it('is counted by whoever settles an outcome, by parts and kind of sender, as signals count it', async () => {
    const { services } = stage;
    const message = { class: 'otp' as const, country: 'MX', parts: 5, sender: 'Shop', sealedBody: null };
    const claim = {
      ...{ message, workspace: stage.ctx.workspace.number, routeNumber: first, claimedAtMs: Date.now() },
      ...{ network: TELCEL, trial: undefined },
    };
    const receipt = { submission: submissionOf(claim), reason: null, atMs: Date.now() };
    for (let n = 0; n < 5; n += 1) noteAnswer(services, claim, { kind: 'accepted', refs: ['a'] });
    noteReceipt(services, { ...receipt, verdict: 'delivered' });
    noteReceipt(services, { ...receipt, verdict: 'undelivered', reason: 'recipient.unknown' });
    noteReceipt(services, { ...receipt, verdict: 'undelivered', reason: 'network.failure' });
    noteReceipt(services, { ...receipt, verdict: 'unknown' });
    noteAnswer(services, { ...claim, network: null }, { kind: 'rejected', reason: 'provider.unavailable', raw: '' });
    await services.signals.flush();
    const rows = await services.database.sql`
      select network, parts, sender, accepted, resolved, settled_milli as settled, success_milli as success from success_tally order by network`;
    expect([...rows]).toEqual([
      { network: '', parts: 3, sender: 'name', accepted: 0, resolved: 0, settled: 1000, success: 0 },
      { network: TELCEL, parts: 3, sender: 'name', accepted: 5, resolved: 4, settled: 2500, success: 1000 },
    ]);
    await services.database.sql`truncate success_tally`;
  });
});

describe('training', () => {
  it('learns from a span once, when it has settled, and makes a version that nobody changes', async () => {
    await world.pass(split(98, 72));
    const row = await newest();
    expect(row).toMatchObject({ version: 1, outcomes: 400, model_loss: null });
    await trainModels({ ctx: world });
    expect((await newest())?.version).toBe(1);
    await expect(stage.services.database.sql`update success_model set outcomes = 1`).rejects.toThrow(/never changes/);
  });

  it('judges each version by what it had not seen, beside the signals, until it is proven better', async () => {
    await world.pass(split(98, 72));
    const thin = await scope();
    expect(thin?.record).toMatchObject({ outcomes: 400 });
    for (let span = 0; span < 10; span += 1) await world.pass(split(98, 72));
    const row = await newest();
    expect(row?.model_loss).toBeLessThan(row?.signals_loss * 0.85);
    const { record, in_use: inUse } = (await scope()) ?? {};
    expect(inUse).toBe(false);
    expect(record.outcomes).toBeGreaterThan(4300);
    expect(record.evidence).toBeGreaterThan(9.3);
  });

  it('can be switched on where it is proven, by a word that is kept in the audit log, and is refused elsewhere', async () => {
    const { sql } = stage.services.database;
    const ctx = { ...stage.ctx, services: world.services };
    const input = { channel: 'sms', class: 'transactional', country: 'MX', in_use: true } as const;
    expect((await listModels({ ctx, input: {} })).scopes).toMatchObject([
      { country: 'MX', standing: 'proven', in_use: false, proof: 1, drifting: [] },
    ]);
    expect(factsFor(TELCEL)).not.toHaveProperty('model');
    await expect(switchModel({ ctx, input: { ...input, country: 'BR' } })).rejects.toMatchObject({ code: 'not_found' });
    await sql`update success_scope set record = jsonb_set(record, '{evidence}', '1')`;
    await expect(switchModel({ ctx, input })).rejects.toMatchObject({ code: 'request_invalid' });
    await sql`update success_scope set record = jsonb_set(record, '{evidence}', '20')`;
    expect(await switchModel({ ctx, input })).toEqual({ in_use: true });
    const [entry] = await sql`select action, before, after from audit_entry order by seq desc limit 1`;
    expect(entry).toMatchObject({
      action: 'success_model.switched',
      before: { in_use: false },
      after: { in_use: true },
    });
  });

  it('stands in the record of a decision with its version and what it foretells, and leans to who is good on the network', () => {
    const { services } = world;
    const chanceOf = (network: string) => {
      const facts = factsFor(network);
      expect(facts.model?.state).toBe('used');
      const plan = planRoutes(facts);
      expect(planRoutes(JSON.parse(JSON.stringify(facts)))).toEqual(plan);
      const id = services.config.current().route(second)?.id;
      return plan.candidates.find(({ routeId }) => routeId === id)?.probabilityPpm ?? 0;
    };
    expect(chanceOf(ATT)).toBeGreaterThan(600_000);
    expect(chanceOf(TELCEL)).toBeLessThan(20_000);
    // Of a sender that nobody used yet it knows what it knows of the rest; of a class in another country nothing is asked.
    expect(factsFor(ATT, 'BR')).not.toHaveProperty('model');
  });

  it('says that it falls back to the signals: of what it knows too little, and where they foretold better', async () => {
    const { sql } = stage.services.database;
    const third = await stage.addRoute('third', 1, 100);
    await world.believe(
      new Map([
        [first, 0.85],
        [second, 0.85],
        [third, 0.8],
      ]),
    );
    const id = stage.services.config.current().route(third)?.id;
    const own = factsFor(ATT).routes.find(({ routeId }) => routeId === id);
    expect(own?.model).toEqual({ successPpm: 800_000, basis: 'thin' });
    const [{ record } = { record: {} }] = await sql`select record from success_scope`;
    await sql`update success_scope set record = ${sql.json({ ...record, modelLoss: record.signalsLoss * 2 })}`;
    await world.services.knowledge.refresh();
    const facts = factsFor(ATT);
    expect(facts.model?.state).toBe('worse');
    expect(facts.routes.every((route) => !('model' in route))).toBe(true);
    await sql`update success_scope set record = ${sql.json(record)}`;
  });

  it('raises an alert about a route whose outcomes drift away, where decisions go by the model, and ends it when it is not used any more', async () => {
    const { sql } = stage.services.database;
    const alerts = () =>
      sql`select route, country, facts->>'reason' as reason, ended_at is null as stands from route_alert`;
    for (let span = 0; span < 4; span += 1) await world.pass(split(40, 72));
    expect([...(await alerts())]).toEqual(
      expect.arrayContaining([{ route: first, country: 'MX', reason: 'transactional', stands: true }]),
    );
    await sql`update success_scope set in_use = false`;
    await trainModels({ ctx: world });
    expect((await alerts()).every(({ stands }) => stands === false)).toBe(true);
  });
});
