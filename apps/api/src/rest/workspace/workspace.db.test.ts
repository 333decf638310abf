import { WorkspaceView } from '@signalbox/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApi, type Tenant, type TestApi } from '../../testing.ts';

let api: TestApi;
let shop: Tenant;
let stranger: Tenant;
beforeAll(async () => {
  api = await openTestApi({ region: 'mx-1' });
  shop = await api.addTenant('Shop');
  stranger = await api.addTenant('Stranger');
});
afterAll(() => api.stop());

const call = (method: string, body?: unknown, key = shop.keys.live) =>
  api.call(method, '/v1/workspace', { key, ...(body === undefined ? {} : { body }) });
const SETTINGS = { home_region: 'mx-1', default_currency: 'MXN', time_zone: 'America/Mexico_City' };

describe('the workspace by the API', () => {
  it('is that of the key, in live and in sandbox; what is left out of a change stays', async () => {
    const before = WorkspaceView.parse((await call('GET')).json);
    expect(before).toMatchObject({ name: 'Shop', home_region: null, time_zone: 'UTC', regions: ['mx-1'] });
    const changed = await call('PATCH', SETTINGS);
    expect(changed.json).toEqual({ ...before, ...SETTINGS });
    expect((await call('PATCH', { default_language: 'es-MX' })).json).toMatchObject({ ...SETTINGS, name: 'Shop' });
    expect((await call('GET', undefined, shop.keys.sandbox)).json).toMatchObject(SETTINGS);
    expect((await call('GET', undefined, stranger.keys.live)).json).toMatchObject({
      name: 'Stranger',
      time_zone: 'UTC',
    });
    const { data } = (await api.call('GET', '/v1/audit', { key: shop.keys.live })).json;
    expect(data.map((entry: { action: string }) => entry.action)).toContain('workspace.changed');
  });

  it.each([
    ['nothing', {}, ''],
    ['a region that is not here', { home_region: 'eu-1' }, 'home_region'],
    ['a zone that is an offset', { time_zone: '+05:30' }, 'time_zone'],
    ['a currency that is none', { default_currency: 'ABC' }, 'default_currency'],
    ['what does not belong here', { organisation: 'x' }, 'organisation'],
  ])('refuses %s by name', async (_, body, path) => {
    const refused = await call('PATCH', body);
    expect([refused.status, refused.json.errors[0].path]).toEqual([400, path]);
  });

  it('a max_price without a currency is one in the default currency of the workspace', async () => {
    await call('PATCH', { default_currency: 'BRL' });
    await api.services.config.refresh();
    const body = { to: '+525512345678', channel: 'sms', class: 'transactional', content: { text: 'x' } };
    const sent = await api.call('POST', '/v1/messages', {
      key: shop.keys.live,
      body: { ...body, max_price: { amount_micros: 5000 } },
    });
    expect(sent.status).toBe(202);
    const [row] = await api.services.database.sql`
      select max_price_micros::int as micros, max_price_currency as currency from message order by id desc limit 1`;
    expect(row).toEqual({ micros: 5000, currency: 'BRL' });
  });
});
