import { LaneJob } from '@signalbox/contracts';
import { addSignals, readPositions, upsertNetworkPrefixes } from '@signalbox/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Worker } from '../dispatch/open-worker.ts';
import {
  openScripted,
  type ScriptedCarriers,
  type Stage,
  scriptCarriers,
  setStage,
  until,
} from '../dispatch/testing.ts';
import { recordReceipts } from '../receipts/record-receipts.ts';
import { explainRouting } from '../routing/explain.ts';
import { readRoutingHealth } from '../routing/health.ts';
import { learn } from './learn.ts';

let stage: Stage;
let carriers: ScriptedCarriers;
let worker: Worker;
let route: number;

beforeAll(async () => {
  stage = await setStage();
  carriers = scriptCarriers();
  route = await stage.addRoute('carrier', 1, 500);
  worker = await openScripted(stage, carriers);
  const range = { workspace: stage.ctx.workspace.number, country: 'MX', sample: false };
  await upsertNetworkPrefixes(stage.services.database.sql, [
    { ...range, prefix: '5255', network: '334020', name: 'Telcel' },
    { ...range, prefix: '5281', network: '334050', name: 'AT&T' },
    { ...range, prefix: '5233', network: '334030', name: 'Movistar' },
  ]);
  await stage.services.tariffs.refresh();
});
afterAll(async () => {
  await worker.stop(100);
  await stage.end();
});

const sql = () => stage.services.database.sql;

describe('the figures of a network', () => {
  it('are those of its country too, counted once there whichever process hears of the receipt', async () => {
    const numbers = ['+525512345678', '+528112345678', '+525587654321', '+529991234567'];
    const ids: string[] = [];
    for (const to of numbers) ids.push(await stage.accept('transactional', to));
    for (const job of await stage.jobs('transactional'))
      await worker.runLane('transactional', [LaneJob.parse(job.data)]);
    await until('all are sent', async () => {
      const positions = await readPositions(sql(), ids);
      return ids.every((id) => positions.get(id)?.state === 'sent');
    });
    const receipt = (id: string) => ({
      ref: `ref-${id.replaceAll('-', '')}-1`,
      verdict: 'delivered' as const,
      reason: null,
      raw: '',
    });
    const [first = '', ...others] = ids;
    await carriers.hosts.get('carrier')?.onReceipts([receipt(first)]);
    const provider = {
      number: stage.services.config.current().route(route)?.provider ?? 0,
      workspace: stage.ctx.workspace.number,
    };
    await recordReceipts({ ctx: stage, input: { provider, receipts: others.map(receipt) } });
    await stage.services.signals.flush();
    const rows = await sql()`
      select network, sum(accepted)::int as accepted, sum(delivered)::int as delivered from route_signal group by 1 order by 1`;
    expect([...rows]).toEqual([
      { network: '', accepted: 4, delivered: 4 },
      { network: '334020', accepted: 2, delivered: 2 },
      { network: '334050', accepted: 1, delivered: 1 },
    ]);
    const [use] = await sql()`select sum(taken)::int as taken from route_use`;
    expect(use?.taken).toBe(4);
  });

  it('count eight networks apart in a minute at most, and the country all of them', async () => {
    const submission = {
      workspace: stage.ctx.workspace.number,
      route,
      class: 'otp',
      country: 'DE',
      claimedAtMs: Date.now(),
      trial: undefined,
      shape: 1,
      expectant: false,
    } as const;
    for (let n = 0; n < 30; n += 1) stage.services.signals.of({ ...submission, network: `2620${n}` }).add('accepted');
    await stage.services.signals.flush();
    const rows = await sql()<{ network: string; accepted: number }[]>`
      select network, sum(accepted)::int as accepted from route_signal where country = 'DE' group by 1`;
    expect(rows).toHaveLength(9);
    expect(rows.find(({ network }) => network === '')?.accepted).toBe(30);
  });

  it('decide where they suffice; a network of which little is known goes by its country, and the health page says so', async () => {
    const past = (network: string, delivered: number, faults: number) => ({
      spanMs: Math.floor(Date.now() / 60_000 - 20) * 60_000,
      workspace: stage.ctx.workspace.number,
      route,
      class: 'transactional' as const,
      country: 'MX',
      network,
      counts: {
        accepted: delivered + faults,
        resolved: delivered + faults,
        delivered,
        failed: faults,
        failedMilli: faults * 1000,
      },
      delays: [],
    });
    await addSignals(sql(), [
      past('', 1450, 250),
      past('334020', 1250, 50),
      past('334050', 200, 200),
      past('334030', 3, 0),
    ]);
    await learn({ ctx: stage });
    await stage.services.knowledge.refresh();
    const successOf = async (number: string) => {
      const input = { channel: 'sms', class: 'transactional', country: 'MX', number } as const;
      return (await explainRouting({ ctx: stage.ctx, input })).routes[0]?.signal?.success ?? 0;
    };
    const country = await successOf('+5299');
    expect(country).toBeCloseTo(0.85, 1);
    expect(await successOf('+525512345678')).toBeGreaterThan(0.93);
    expect(await successOf('+528112345678')).toBeLessThan(0.6);
    expect(await successOf('+523312345678')).toBe(country);
    const { routes } = await readRoutingHealth({ ctx: stage.ctx, input: {} });
    const cells = routes[0]?.cells.filter((cell) => cell.class === 'transactional' && cell.country === 'MX');
    expect(cells?.map(({ network }) => network)).toEqual([
      null,
      { code: '334020', name: 'Telcel', thin: false },
      { code: '334050', name: 'AT&T', thin: false },
      { code: '334030', name: 'Movistar', thin: true },
    ]);
  });
});
