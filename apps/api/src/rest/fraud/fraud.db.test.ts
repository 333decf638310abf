import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Called, openTestApi, type Tenant, type TestApi } from '../../testing.ts';

let api: TestApi;
let shop: Tenant;
let stranger: Tenant;
beforeAll(async () => {
  api = await openTestApi();
  shop = await api.addTenant('Shop');
  stranger = await api.addTenant('Stranger');
});
afterAll(() => api.stop());

const call = (method: string, path: string, body?: unknown, key = shop.keys.live): Promise<Called> =>
  api.call(method, path, { key, ...(body === undefined ? {} : { body }) });
const stored = async (): Promise<number> => {
  const [row] = await api.services.database.sql<{ count: number }[]>`
    select ((select count(*) from message) + (select count(*) from otp_verification) + (select count(*) from rate_counter))::int as count`;
  return row?.count ?? 0;
};

describe('A-04: ranges that bill the sender are refused before anything is stored or spent', () => {
  it.each([
    ['premium rate', '+19002345678'],
    ['satellite', '+881612345678'],
    ['shared cost', '+33810123456'],
    ['international premium rate', '+979123456789'],
    ['personal numbers', '+447012345678'],
  ])('400: %s', async (_name, to) => {
    const before = await stored();
    const verification = await call('POST', '/v1/verifications', { to, app_name: 'Tienda' });
    const own = { to, channel: 'sms', class: 'otp', content: { text: '123456' } };
    const code = await call('POST', '/v1/messages', own);
    const [item] = (await call('POST', '/v1/messages/batch', { messages: [own] })).json.rejected;
    for (const errors of [verification.json.errors, code.json.errors, item.error.errors]) {
      expect(errors).toEqual([
        { path: 'to', code: 'range_refused', message: expect.stringContaining('bill the sender') },
      ]);
    }
    expect([verification.status, code.status]).toEqual([400, 400]);
    expect(await stored()).toBe(before);
  });

  it('202: other messages are not concerned, and a range that is allowed is taken', async () => {
    const to = '+881612345679';
    const notice = { to, channel: 'sms', class: 'transactional', content: { text: 'Your parcel is on board.' } };
    expect((await call('POST', '/v1/messages', notice)).status).toBe(202);
    const allowed = { prefix: '+8816', action: 'allow', reason: 'Crews of our ships' };
    expect((await call('POST', '/v1/fraud/prefixes', allowed)).status).toBe(201);
    await api.services.config.refresh();
    expect((await call('POST', '/v1/verifications', { to, app_name: 'Tienda' })).status).toBe(202);
    // In the workspace that said so, and in the environment.
    const body = { to, app_name: 'Tienda' };
    for (const key of [stranger.keys.live, shop.keys.sandbox]) {
      expect((await call('POST', '/v1/verifications', body, key)).status).toBe(400);
    }
  });
});

describe('/v1/fraud/prefixes', () => {
  it('201, 200, 204, 404: listed, found, lifted, and kept as evidence', async () => {
    const listed = { prefix: '+5255', action: 'block', reason: 'Reported by the carrier', expires_in_hours: 24 };
    const first = await call('POST', '/v1/fraud/prefixes', listed);
    expect(first).toMatchObject({
      status: 201,
      json: { state: 'active', origin: 'person', evidence: null, prefix: '+5255' },
    });
    // Listed again it takes the place of what was listed.
    const second = await call('POST', '/v1/fraud/prefixes', { ...listed, reason: 'Still', expires_in_hours: null });
    expect(second.json).toMatchObject({ expires_at: null, reason: 'Still' });
    const active = await call('GET', '/v1/fraud/prefixes?state=active&action=block');
    expect(active.json).toEqual({ data: [second.json], next_cursor: null });
    const path = `/v1/fraud/prefixes/${second.json.id}`;
    expect((await call('DELETE', path, undefined, stranger.keys.live)).status).toBe(404);
    expect((await call('DELETE', path)).status).toBe(204);
    expect((await call('DELETE', path)).status).toBe(404);
    const ended = await call('GET', '/v1/fraud/prefixes?state=ended&action=block');
    expect(ended.json.data.map(({ state, reason }: { state: string; reason: string }) => [state, reason])).toEqual([
      ['lifted', 'Still'],
      ['lifted', 'Reported by the carrier'],
    ]);
    expect((await call('GET', '/v1/fraud/prefixes', undefined, stranger.keys.live)).json.data).toEqual([]);
  });

  it('page by page', async () => {
    for (const end of ['1', '2', '3']) {
      await call('POST', '/v1/fraud/prefixes', { prefix: `+5733${end}`, action: 'block', reason: 'x' });
    }
    const first = await call('GET', '/v1/fraud/prefixes?state=active&action=block&limit=2');
    const rest = await call(
      'GET',
      `/v1/fraud/prefixes?state=active&action=block&limit=2&cursor=${first.json.next_cursor}`,
    );
    const prefixes = [...first.json.data, ...rest.json.data].map(({ prefix }: { prefix: string }) => prefix);
    expect(prefixes).toEqual(['+57333', '+57332', '+57331']);
  });

  it.each([
    ['no plus', { prefix: '5255' }, 'prefix'],
    ['letters', { prefix: '+52ab' }, 'prefix'],
    ['longer than a number', { prefix: '+1234567890123456' }, 'prefix'],
    ['another action', { action: 'slow' }, 'action'],
    ['no reason', { reason: '' }, 'reason'],
    ['a year', { expires_in_hours: 9000 }, 'expires_in_hours'],
  ])('400: %s', async (_name, change, path) => {
    const body = { prefix: '+5255', action: 'block', reason: 'x', ...change };
    const refused = await call('POST', '/v1/fraud/prefixes', body);
    expect([refused.status, refused.json.errors[0].path]).toEqual([400, path]);
  });
});

describe('/v1/fraud/rules', () => {
  it('200: the defaults until they are set, then what was set, the rest by default; 409 for an old version', async () => {
    const unset = await call('GET', '/v1/fraud/rules');
    expect(unset.json).toMatchObject({
      version: 0,
      updated_at: null,
      each_country: { near: { sent: 10, percent: 20 } },
    });
    const limit = { amount_micros: 50_000_000, currency: 'USD' };
    const set = await call('PUT', '/v1/fraud/rules', { each_country: { spend_per_day: limit }, version: 0 });
    expect(set.json).toEqual({
      ...unset.json,
      each_country: { ...unset.json.each_country, spend_per_day: limit },
      version: 1,
      updated_at: expect.any(String),
    });
    expect((await call('GET', '/v1/fraud/rules')).json).toEqual(set.json);
    expect((await call('PUT', '/v1/fraud/rules', { version: 0 })).json.code).toBe('conflict');
    expect((await call('GET', '/v1/fraud/rules', undefined, stranger.keys.live)).json).toEqual(unset.json);
  });

  it('200: a rule is switched off in one country by a share of zero; what the country leaves open is null', async () => {
    const near = { sent: 10, percent: 0 };
    const set = await call('PUT', '/v1/fraud/rules', { countries: [{ country: 'MX', near }] });
    const open = { wide: null, block_hours: null, spend_per_hour: null, spend_per_day: null };
    expect(set.json.countries).toEqual([{ country: 'MX', near, ...open }]);
    // What was read is what can be set: null says the same as nothing.
    const { updated_at: _updatedAt, ...rules } = set.json;
    expect((await call('PUT', '/v1/fraud/rules', rules)).json.countries).toEqual(set.json.countries);
  });

  it('403: a key of the sandbox does not change what holds in live', async () => {
    const refused = await call('PUT', '/v1/fraud/rules', {}, shop.keys.sandbox);
    expect([refused.status, refused.json.detail]).toEqual([403, expect.stringContaining('key of live')]);
  });

  it('429: as many codes in a minute as the rules say', async () => {
    await call('PUT', '/v1/fraud/rules', { all_codes: { codes_per_minute: 1 } });
    await api.services.config.refresh();
    await api.services.database.sql`delete from rate_counter`;
    const start = (to: string) => call('POST', '/v1/verifications', { to, app_name: 'Tienda' });
    const [first, second] = [await start('+525512340091'), await start('+525512340092')];
    // A minute may have begun between the two.
    const third = await start('+525512340093');
    expect(first.status).toBe(202);
    expect([second.status, third.status]).toContain(429);
    expect([second, third].find(({ status }) => status === 429)?.json.detail).toContain('at most 1 codes in a minute');
  });

  it.each([
    ['no country', { countries: [{ country: 'ZZ' }] }, 'countries.0.country'],
    ['a country twice', { countries: [{ country: 'MX' }, { country: 'MX' }] }, 'countries'],
    ['no threshold', { each_country: { near: { sent: 0, percent: 20 } } }, 'each_country.near.sent'],
    [
      'no money',
      { all_codes: { spend_per_day: { amount_micros: 0, currency: 'USD' } } },
      'all_codes.spend_per_day.amount_micros',
    ],
    [
      'no currency',
      { all_codes: { spend_per_day: { amount_micros: 1, currency: 'ZZZ' } } },
      'all_codes.spend_per_day.currency',
    ],
  ])('400: %s', async (_name, body, path) => {
    const refused = await call('PUT', '/v1/fraud/rules', body);
    expect([refused.status, refused.json.errors[0].path]).toEqual([400, path]);
  });
});
