import { encodeId, type LaneJob, type RoutingFacts, SignalboxError } from '@signalbox/contracts';
import { planKey, planRoutes } from '@signalbox/core';
import { readPlans } from '@signalbox/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { factsOf, standingOf } from '../dispatch/plan-book.ts';
import { openScripted, type Stage, scriptCarriers, setStage } from '../dispatch/testing.ts';
import { getMessage } from '../messages/get.ts';
import { importNetworks, listNetworks } from '../networks/networks.ts';
import { listPriceChanges, undoPrices } from './changes.ts';
import { importPrices } from './import.ts';
import { listPrices } from './list.ts';
import { listExchangeRates, removeExchangeRate, setExchangeRates } from './rates.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  await stage.addRoute('First', 1, 500);
  await stage.addRoute('Second', 1, 500);
});
afterAll(() => stage.end());

const bring = (csv: string, more: object = {}) =>
  importPrices({
    ctx: stage.ctx,
    input: {
      csv,
      file_name: 'list.csv',
      route_id: null,
      currency: null,
      whole_list: false,
      dry_run: false,
      skip_faulty: false,
      ...more,
    },
  });
const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

/** What a decision is told of the routes, for a number. */
function facts(address: string, country: string | null, more: object = {}, atMs?: number): RoutingFacts {
  const config = stage.services.config.current();
  const question = {
    workspace: stage.ctx.workspace.number,
    environment: 'live' as const,
    channel: 'sms' as const,
    class: 'transactional' as const,
    country,
    address,
    maxPriceMicrosPerPart: null,
    maxPriceCurrency: null,
    barred: [],
    dlt: null,
    ...more,
  };
  const world = atMs === undefined ? stage.services.world : { ...stage.services.world, nowMs: () => atMs };
  return factsOf(question, [], config.routesOf(question.workspace), {
    isUp: () => true,
    gateOf: () => ({ breaker: 'closed', admitPermille: 1000 }),
    ...standingOf({ ...stage.services, world }, config, question),
  });
}
const priceOf = (of: RoutingFacts, name = 'First') => of.routes.find((route) => route.name === name)?.priceMicros;

describe('a price list', () => {
  it('with bad rows names line, column and cure, and changes nothing unless they are left out', async () => {
    const csv = `Route,Country,Price,Currency,Note\nFirst,MX,0.0185,USD,a\nFirst,Atlantis,0.02,USD,b\nThird,BR,cheap,USD,c\n`;
    const seen = await bring(csv, { dry_run: true });
    expect(seen).toMatchObject({ rows: 3, right: 1, counts: { new: 1 }, change_id: null });
    expect(seen.columns.at(-1)).toEqual({ column: 'Note', field: null });
    expect(seen.faults.map(({ line, column }) => [line, column])).toEqual([
      [3, 'Country'],
      [4, 'Route'],
      [4, 'Price'],
    ]);
    expect(seen.error_csv).toContain('Third,BR,cheap,USD,c');
    await expect(bring(csv)).rejects.toMatchObject({ code: 'request_invalid' });
    expect((await listPrices({ ctx: stage.ctx, input: { limit: 50, state: 'all' } })).data).toEqual([]);
    expect(priceOf(facts('+525512345678', 'MX'))).toBe(10_000);
  });

  it('that cannot be used at all says which column is missing', async () => {
    const fieldOf = (error: unknown) => (error instanceof SignalboxError ? error.fields?.[0]?.message : error);
    expect(await bring('route,price\nFirst,1\n').catch(fieldOf)).toContain('“currency”');
    expect(await bring('country,price,currency\nMX,1,USD\n').catch(fieldOf)).toContain('“route”');
    expect(await bring('route,cost,price,currency\nFirst,1,1,USD\n').catch(fieldOf)).toContain('Two columns');
  });

  it('is in force for the next decision by network, prefix and country, is told in the history and taken back', async () => {
    const csv =
      'route;country;prefix;price;currency\nFirst;MX;;0,0185;USD\nFirst;;5255;0,0160;USD\nSecond;Mexico;;0,0150;USD\n';
    const seen = await bring(csv, { dry_run: true });
    expect(seen.lines.map(({ verdict, country, prefix }) => [verdict, country, prefix])).toEqual([
      ['new', 'MX', ''],
      ['new', '', '5255'],
      ['new', 'MX', ''],
    ]);
    const done = await bring(csv);
    expect([priceOf(facts('+525512345678', 'MX')), priceOf(facts('+528112345678', 'MX'))]).toEqual([16_000, 18_500]);
    expect(priceOf(facts('+5511912345678', 'BR'))).toBe(10_000);
    const dearer = await bring('route,country,price,currency\nFirst,MX,0.02,USD\n');
    expect(dearer).toMatchObject({ counts: { dearer: 1 }, lines: [{ change_percent: 8.1 }] });

    const undo = (id: string | null) => undoPrices({ ctx: stage.ctx, input: { id: id ?? '' } });
    await expect(undo(done.change_id)).rejects.toMatchObject({ code: 'conflict' });
    const { change_id } = await undo(dearer.change_id);
    expect(priceOf(facts('+528112345678', 'MX'))).toBe(18_500);
    await undo(done.change_id);
    expect(priceOf(facts('+528112345678', 'MX'))).toBe(10_000);
    const { data } = await listPriceChanges({ ctx: stage.ctx, input: {} });
    expect(data).toHaveLength(4);
    expect(data.find(({ id }) => id === dearer.change_id)).toMatchObject({
      undone_by: change_id,
      file_name: 'list.csv',
    });
    await expect(undo(dearer.change_id)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('of a day to come is used from that day on', async () => {
    await bring(`route,country,price,currency,valid_from,valid_until\nFirst,PE,0.03,USD,${day(2)},${day(3)}\n`);
    const at = (offset: number) => priceOf(facts('+51912345678', 'PE', {}, Date.parse(`${day(offset)}T12:00:00Z`)));
    expect([at(0), at(2), at(3), at(4)]).toEqual([10_000, 30_000, 30_000, 10_000]);
    const { data } = await listPrices({ ctx: stage.ctx, input: { limit: 50, state: 'current', country: 'PE' } });
    expect(data).toMatchObject([{ state: 'to_come', route: { name: 'First' }, compared: { price_micros: 30_000 } }]);
  });

  it('that overlaps itself, ends what is not there or lies in the past is refused by its line', async () => {
    const csv = `route,country,price,currency,valid_until\nFirst,CL,0.01,USD,\nFirst,CL,0.02,USD,\nFirst,AR,0.01,USD,2020-01-01\n`;
    const { faults } = await bring(csv, { dry_run: true });
    expect(faults.map(({ line }) => line)).toEqual([3, 4]);
    const ends = await bring(`route,country,price,currency,valid_from\nFirst,CO,,USD,${day(1)}\n`, { dry_run: true });
    expect(ends.faults[0]?.message).toContain('none is in force');
  });

  it('by the name of a provider counts for each of its routes; a whole list ends what it leaves out', async () => {
    await bring('provider,country,price,currency\nSecond,CL,0.01,USD\nSecond,AR,0.01,USD\n');
    const whole = await bring('provider,country,price,currency\nSecond,CL,0.01,USD\n', { whole_list: true });
    expect(whole.counts).toMatchObject({ unchanged: 1, ended: 1 });
    expect(priceOf(facts('+5491112345678', 'AR'), 'Second')).toBe(10_000);
  });
});

describe('networks', () => {
  const table = (csv: string, more: object = {}) =>
    importNetworks({
      ctx: stage.ctx,
      input: { csv, file_name: 'n.csv', whole_table: false, dry_run: false, skip_faulty: false, ...more },
    });

  it('of a number is that of its longest range, is told to the decision and stored with it, and has prices of its own', async () => {
    await table('prefix,mcc,mnc,country,name\n+234,621,20,NG,Airtel\n234803,621,30,Nigeria,MTN\n');
    await bring('route,network,price,currency\nFirst,621-30,0.04,USD\nFirst,62120,0.03,USD\n');
    const mtn = facts('+2348031234567', 'NG');
    expect([mtn.network, priceOf(mtn)]).toEqual([{ code: '62130', name: 'MTN', source: 'prefix' }, 40_000]);
    expect(priceOf(facts('+2348021234567', 'NG'))).toBe(30_000);
    expect(facts('+525512345678', 'MX')).not.toHaveProperty('network');
  });

  it('are compared before they are stored; bad rows are named; a whole table takes the place of all', async () => {
    const seen = await table('prefix,network\n234803,62130\n0800,62130\n2348,6\n2347,62150\n2347,62160\n', {
      dry_run: true,
    });
    expect(seen).toMatchObject({ added: 1, changed: 1, removed: 0, stored: false });
    expect(seen.faults.map(({ line, column }) => [line, column])).toEqual([
      [3, 'prefix'],
      [4, 'network'],
      [6, 'prefix'],
    ]);
    await expect(table('prefix,network\nx,62130\n')).rejects.toMatchObject({ code: 'request_invalid' });
    expect(await table('prefix,network,country,name\n234803,62130,NG,MTN\n', { whole_table: true })).toMatchObject({
      unchanged: 1,
      removed: 1,
    });
    expect(await listNetworks({ ctx: stage.ctx, input: { limit: 10 } })).toMatchObject({
      total: 1,
      data: [{ prefix: '234803', network: '62130', sample: false }],
      next_after: null,
    });
  });
});

describe('exchange rates', () => {
  it('a price in another currency needs one, and the refusal names it', async () => {
    const csv = 'route,country,price,currency\nFirst,DE,0.05,EUR\n';
    const { faults } = await bring(csv, { dry_run: true });
    expect(faults[0]?.message).toContain('no exchange rate from EUR to USD');
    const list = await setExchangeRates({
      ctx: stage.ctx,
      input: { rates: [{ currency: 'EUR', from: day(-1), rate: '1.1' }] },
    });
    expect(list).toMatchObject({ base: 'USD', data: [{ currency: 'EUR', rate: '1.1', in_force: true }], missing: [] });
    await bring(csv);
    expect(priceOf(facts('+4915112345678', 'DE'))).toBe(50_000);
  });

  it('a limit in another currency is met by the price in that currency, and not at all without a rate', async () => {
    const limited = (micros: number) =>
      planRoutes(
        facts('+4915112345678', 'DE', { maxPriceMicrosPerPart: micros, maxPriceCurrency: 'USD' }),
      ).candidates.find(({ name }) => name === 'First')?.excluded;
    expect([limited(55_000), limited(54_999)]).toEqual([null, 'price_above_limit']);
    const { data } = await listExchangeRates({ ctx: stage.ctx, input: {} });
    const { missing } = await removeExchangeRate({ ctx: stage.ctx, input: { id: data[0]?.id ?? '' } });
    expect(missing).toEqual(['EUR']);
    expect(limited(900_000)).toBe('price_above_limit');
  });
});

describe('the record of a decision', () => {
  it('carries the price of its instant, replays bit for bit, and keeps it when the list is taken back', async () => {
    const carriers = scriptCarriers();
    const worker = await openScripted(stage, carriers);
    const done = await bring('route,country,price,currency\nFirst,MX,0.0123,USD\nSecond,MX,0.0123,USD\n');
    const id = await stage.accept('transactional', '+525512345678');
    const jobs = await stage.jobs('transactional');
    await worker.runLane(
      'transactional',
      jobs.map(({ data }) => data as LaneJob),
    );
    await worker.stop(1000);
    expect(carriers.submitted).toHaveLength(1);
    const { sql } = stage.services.database;
    const [attempt] = await sql<{ plan: string }[]>`select plan::text as plan from attempt where message_id = ${id}`;
    const plans = await readPlans(sql, stage.ctx.workspace.number, [attempt?.plan ?? '']);
    const stored = plans.get(attempt?.plan ?? '') as unknown as RoutingFacts;
    expect(stored.routes.map(({ priceMicros }) => priceMicros)).toEqual([12_300, 12_300]);
    expect(stored.routes.every(({ pricedBy }) => pricedBy?.startsWith('prc_'))).toBe(true);
    expect(String(planKey(stored))).toBe(attempt?.plan);
    await undoPrices({ ctx: stage.ctx, input: { id: done.change_id ?? '' } });
    const view = await getMessage({ ctx: stage.ctx, input: { id: encodeId('message', id) } });
    expect(view.price).toMatchObject({ amount_micros: 12_300, currency: 'USD' });
  });
});
