import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApi, type Tenant, type TestApi } from '../../testing.ts';

let api: TestApi;
let shop: Tenant;
let stranger: Tenant;
beforeAll(async () => {
  api = await openTestApi();
  shop = await api.addTenant('Shop');
  stranger = await api.addTenant('Stranger');
});
afterAll(() => api.stop());

const call = (method: string, path: string, body?: unknown, key = shop.keys.live) =>
  api.call(method, `/v1/countries${path}`, { key, ...(body === undefined ? {} : { body }) });
const full = {
  enabled: true,
  currency: 'MXN',
  languages: ['es-MX', 'es'],
  channels: ['sms'],
  senders: { sms: { default: 'SHOP', registered_only: false }, email: null, voice: null },
  opening_hours: [{ channels: null, days: [1, 2], from: '09:00', to: '24:00' }],
  closed_dates: ['2026-12-25', '2027-01-01'],
  max_price: { amount_micros: 45_000, currency: 'USD' },
  valid_for_seconds: 3600,
  marketing_per_day: 2,
};

describe('countries by the API', () => {
  it('are set as a whole, read, listed with the default first, shared by live and sandbox, and forgotten', async () => {
    expect((await call('PUT', '/MX', full)).json).toMatchObject({ country: 'MX', version: 1, ...full });
    expect((await call('PUT', '/default', { enabled: false })).json).toMatchObject({ enabled: false, currency: null });
    expect((await call('PUT', '/MX', { enabled: true })).json).toMatchObject({ version: 2, languages: null });
    const listed = await call('GET', '', undefined, shop.keys.sandbox);
    expect(listed.json.data.map((one: { country: string }) => one.country)).toEqual(['default', 'MX']);
    expect((await call('GET', '/MX')).json).toEqual(listed.json.data[1]);
    expect((await call('DELETE', '/MX')).status).toBe(204);
    for (const [method, path] of [
      ['GET', '/MX'],
      ['DELETE', '/MX'],
      ['GET', '/%00'],
      ['DELETE', '/%00'],
      ['DELETE', '/mx'],
    ] as const) {
      expect([path, (await call(method, path)).status]).toEqual([path, 404]);
    }
  });

  it('tell whether marketing goes there now, and when that changes, by what they inherit; "default" is no place', async () => {
    const always = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }];
    const today = new Date().toISOString().slice(0, 10);
    const around = [-1, 0, 1].map((days) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10));
    const said = { enabled: true };
    expect((await call('PUT', '/NP', said)).json.marketing_now).toBeNull();
    expect((await call('PUT', '/default', { ...said, opening_hours: always })).json.marketing_now).toBeNull();
    const place = { time_zone: 'Asia/Kathmandu', time_zones: 1 };
    expect((await call('GET', '/NP')).json.marketing_now).toEqual({ open: true, until: null, ...place });
    const closed = (await call('PUT', '/NP', { ...said, closed_dates: around })).json.marketing_now;
    expect(closed).toMatchObject({ open: false, ...place });
    // Midnight in Nepal.
    expect(closed.until).toMatch(/T18:15:00/);
    for (const country of ['NP', 'default']) await call('DELETE', `/${country}`);
  });

  it('tell how the hours of the law stand where nothing is said of any', async () => {
    const { marketing_now: now } = (await call('PUT', '/IN', { enabled: true })).json;
    expect(now).toMatchObject({ time_zone: 'Asia/Kolkata', time_zones: 1 });
    // They open at ten in the morning and close, ten minutes early, at nine in the evening.
    expect(now.until).toMatch(now.open ? /T15:20:00/ : /T04:30:00/);
    await call('DELETE', '/IN');
  });

  it('S-01, S-20: are of one workspace: a stranger sees none, changes none, and writes its own', async () => {
    await call('PUT', '/BR', full);
    expect((await call('GET', '', undefined, stranger.keys.live)).json).toEqual({ data: [] });
    expect((await call('GET', '/BR', undefined, stranger.keys.live)).status).toBe(404);
    expect((await call('DELETE', '/BR', undefined, stranger.keys.live)).status).toBe(404);
    await call('PUT', '/BR', { enabled: false }, stranger.keys.live);
    expect((await call('GET', '/BR')).json).toMatchObject(full);
  });

  it.each([
    ['no country', '/XX', { enabled: true }, 'country'],
    ['a lower-case code', '/mx', { enabled: true }, 'country'],
    ['nothing said of enabled', '/MX', {}, 'enabled'],
    ['a currency that is none', '/MX', { ...full, currency: 'ABC' }, 'currency'],
    ['a language that is none', '/MX', { ...full, languages: ['spanish!'] }, 'languages.0'],
    ['a language not in its spelling', '/MX', { ...full, languages: ['es-mx'] }, 'languages.0'],
    ['a language twice', '/MX', { ...full, languages: ['es', 'es'] }, 'languages'],
    ['a channel twice', '/MX', { ...full, channels: ['sms', 'sms'] }, 'channels'],
    [
      'a span that ends before it begins',
      '/MX',
      { ...full, opening_hours: [{ days: [1], from: '20:00', to: '08:00' }] },
      'opening_hours.0.to',
    ],
    [
      'a time that is none',
      '/MX',
      { ...full, opening_hours: [{ days: [1], from: '9', to: '10:00' }] },
      'opening_hours.0.from',
    ],
    [
      'an eighth day',
      '/MX',
      { ...full, opening_hours: [{ days: [8], from: '09:00', to: '10:00' }] },
      'opening_hours.0.days.0',
    ],
    ['no hours at all', '/MX', { ...full, opening_hours: [] }, 'opening_hours'],
    [
      'hours of mail, which has no country',
      '/MX',
      { ...full, opening_hours: [{ channels: ['email'], days: [1], from: '09:00', to: '20:00' }] },
      'opening_hours.0.channels',
    ],
    [
      'hours that never come in all zones at once',
      '/US',
      { ...full, opening_hours: [{ days: [1], from: '09:00', to: '12:00' }] },
      'opening_hours',
    ],
    [
      'hours that never meet those of the law',
      '/IN',
      { ...full, opening_hours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '21:00', to: '24:00' }] },
      'opening_hours',
    ],
    ['a date that is none', '/MX', { ...full, closed_dates: ['2026-02-30'] }, 'closed_dates.0'],
    [
      'a price of nothing',
      '/MX',
      { ...full, max_price: { amount_micros: 0, currency: 'USD' } },
      'max_price.amount_micros',
    ],
    [
      'a sender that cannot be',
      '/MX',
      { ...full, senders: { sms: { default: 'far too long a name' } } },
      'senders.sms.default',
    ],
  ])('B-01: %s is refused by its field', async (_what, path, body, field) => {
    const before = await api.everything();
    const answered = await call('PUT', path, body);
    expect([answered.status, answered.json.errors[0].path]).toEqual([400, field]);
    expect(await api.everything()).toBe(before);
  });
});
