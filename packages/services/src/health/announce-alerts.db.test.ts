import { CreateWebhookRequest } from '@signalbox/contracts';
import { type AlertRow, endAlerts, endAlertsBut, raiseAlerts } from '@signalbox/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Stage, setStage } from '../dispatch/testing.ts';
import { createWebhook } from '../webhooks/endpoints.ts';
import { announceAlerts } from './announce-alerts.ts';

let stage: Stage;
let route: number;
beforeAll(async () => {
  stage = await setStage();
  route = await stage.addRoute('First', 1, 500);
  const subscribe = (url: string, types: string[]) =>
    createWebhook({ ctx: stage.ctx, input: CreateWebhookRequest.parse({ url, event_types: types }) });
  await subscribe('https://alerts.example.com/', ['route.alert_started', 'route.alert_ended']);
  await subscribe('https://messages.example.com/', ['message.delivered']);
  await stage.services.config.refresh();
});
afterAll(() => stage.end());

const FROM_MS = Date.parse('2026-11-27T10:00:00Z');
const place = (country: string) => ({ route, country, kind: 'breaker_open' as const });
const alert = (country: string, atMs: number): Omit<AlertRow, 'endedAtMs'> => ({
  id: stage.services.ids.next(),
  workspace: stage.ctx.workspace.number,
  environment: 'live',
  ...place(country),
  startedAtMs: atMs,
  facts: { reason: 'faults' },
});
/** Raises and ends as the watchers do, and returns the events that were stored since. */
async function happen(work: (atMs: number) => Promise<{ started?: AlertRow[]; ended?: AlertRow[] }>, atMs: number) {
  const { sql } = stage.services.database;
  const [before] = await sql<{ id: string }[]>`select id from webhook_event order by id desc limit 1`;
  const { started = [], ended = [] } = await work(atMs);
  await sql.begin((tx) => announceAlerts(tx, stage.services, { started, ended }));
  const rows = await sql<{ type: string; body: string }[]>`
    select type, body from webhook_event where id > ${before?.id ?? '00000000-0000-0000-0000-000000000000'} order by id`;
  return rows.map(({ type, body }) => ({ type, data: JSON.parse(body).data }));
}
const raise = (country: string) => async (atMs: number) => ({
  started: await raiseAlerts(stage.services.database.sql, [alert(country, atMs)]),
});
const end = (country: string) => async (atMs: number) => ({
  ended: await endAlerts(stage.services.database.sql, [place(country)], atMs),
});

describe('alerts about routes', () => {
  it('are told to webhooks that asked for them when they begin and when they end, once each', async () => {
    const [begun, ...more] = await happen(raise('MX'), FROM_MS);
    expect(more).toEqual([]);
    expect(begun).toMatchObject({
      type: 'route.alert_started',
      data: { kind: 'breaker_open', country: 'MX', reason: 'faults', route: { name: 'First' }, ended_at: null },
    });
    expect(await happen(raise('MX'), FROM_MS + 1_000)).toEqual([]);
    const ended = await happen(end('MX'), FROM_MS + 60_000);
    expect(ended).toMatchObject([
      { type: 'route.alert_ended', data: { id: begun?.data.id, ended_at: '2026-11-27T10:01:00.000Z' } },
    ]);
    const packets = await stage.services.database.sql`select from webhook_packet`;
    expect(packets.count).toBe(2);
  });

  it('that come and go are told of once in a quarter of an hour', async () => {
    expect(await happen(raise('BR'), FROM_MS)).toHaveLength(1);
    expect(await happen(end('BR'), FROM_MS + 10_000)).toHaveLength(1);
    for (const second of [60, 120, 600]) {
      expect(await happen(raise('BR'), FROM_MS + second * 1000)).toEqual([]);
      expect(await happen(end('BR'), FROM_MS + second * 1000 + 5_000)).toEqual([]);
    }
    expect(await happen(raise('BR'), FROM_MS + 901_000)).toHaveLength(1);
    const holding = async (atMs: number) => ({
      ended: await endAlertsBut(stage.services.database.sql, ['breaker_open'], [], atMs),
    });
    expect(await happen(holding, FROM_MS + 950_000)).toMatchObject([
      { type: 'route.alert_ended', data: { country: 'BR' } },
    ]);
  });
});
