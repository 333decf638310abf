import { encodeId } from '@signalbox/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Called, openTestApi, type Tenant, type TestApi } from '../../testing.ts';

let api: TestApi;
let shop: Tenant;
let people = 0;
let address: string;
let token: string;
let listId: string;
beforeAll(async () => {
  api = await openTestApi();
  shop = await api.addTenant('Tienda & <b>Hijos</b>');
  const made = await call('POST', '/v1/lists', {
    name: 'Ofertas & más',
    channel: 'email',
    topic: 'offers',
    opt_in: 'single',
    wordings: { es: { text: 'Sí', version: '1' } },
  });
  listId = made.json.id;
});
afterAll(() => api.stop());

const call = (method: string, path: string, body?: unknown): Promise<Called> =>
  api.call(method, path, { key: shop.keys.live, ...(body === undefined ? {} : { body }) });
const consents = async () => (await call('GET', `/v1/consents?address=${encodeURIComponent(address)}`)).json.data;
const isAllowed = async () =>
  (await call('GET', `/v1/consents/as-of?address=${encodeURIComponent(address)}`)).json.allowed;

/** The token of a link as dispatch seals it. */
function tokenOf(more: object = {}, madeMs = Date.now()): string {
  const { workspace, environment, to, message } = {
    ...{ workspace: shop.number, environment: 'live', to: address, message: api.services.ids.next() },
    ...more,
  };
  const fields = ['unsubscribe', workspace, environment, 'email', to, message, null, madeMs];
  return api.services.sealer.seal(JSON.stringify(fields), 'person-link');
}
const page = (of: string, init: RequestInit = {}) => fetch(`${api.url}/u/${of}`, { redirect: 'manual', ...init });
const post = (of: string, fields: Record<string, string>, headers = {}) =>
  page(of, { method: 'POST', body: new URLSearchParams(fields), headers });

beforeEach(async () => {
  people += 1;
  address = `ana-${people}@example.com`;
  token = tokenOf();
  const made = await call('POST', '/v1/consents', { address, channel: 'email', state: 'granted', source: 'checkout' });
  expect(made.status).toBe(201);
});

describe('S-14: opt-out links', () => {
  it('fetched by anybody, however often and by whatever method but POST, change nothing', async () => {
    const before = await api.everything();
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE']) {
      const headers = { purpose: 'prefetch', 'sec-purpose': 'prefetch' };
      await page(token, { method, headers });
      await page(`${token}?act=leave_all&List-Unsubscribe=One-Click`, { method, headers });
    }
    expect(await api.everything()).toBe(before);
    expect(await isAllowed()).toBe(true);
  });

  it('stop at one click, which is answered at once, without a redirect, and twice is once', async () => {
    for (let n = 0; n < 2; n += 1) {
      const answered = await post(token, { 'List-Unsubscribe': 'One-Click' }, { 'user-agent': 'Mailbox/9' });
      expect([answered.status, await answered.text()]).toEqual([200, 'unsubscribed']);
    }
    const [entry, ...others] = await consents();
    expect(others).toHaveLength(1);
    expect(entry).toMatchObject({
      state: 'withdrawn',
      source: 'one-click unsubscribe',
      proof: { form: 'one_click', ip: '127.0.0.1', user_agent: 'Mailbox/9' },
    });
    expect(await isAllowed()).toBe(false);
  });

  it('take the one click as multipart too', async () => {
    const body = new FormData();
    body.set('List-Unsubscribe', 'One-Click');
    expect((await page(token, { method: 'POST', body })).status).toBe(200);
    expect(await isAllowed()).toBe(false);
  });

  it('that are forged, cut, foreign, of another purpose or too old all answer the same, and change nothing', async () => {
    const before = await api.everything();
    const years = 4 * 365 * 86_400_000;
    const flipped = token.slice(0, 60) + (token[60] === 'A' ? 'B' : 'A') + token.slice(61);
    const asked = new Set<string>();
    for (const bad of [
      flipped,
      token.slice(0, -3),
      `${token}x`,
      'v1.a.b.c.d',
      'x'.repeat(2000),
      '..%2f..%2fv1',
      tokenOf({}, Date.now() - years),
      tokenOf({ workspace: 999_999 }),
      api.services.sealer.seal('[]', 'person-link'),
      api.services.sealer.seal(JSON.stringify(['unsubscribe', shop.number]), 'another place'),
    ]) {
      for (const answered of [await page(bad), await post(bad, { 'List-Unsubscribe': 'One-Click' })]) {
        expect(answered.status).toBe(404);
        asked.add(await answered.text());
      }
    }
    expect(asked.size).toBe(1);
    expect(await api.everything()).toBe(before);
  });

  it('are no oracle: an address nobody has heard of gets the same page and may say no as well', async () => {
    address = 'unheard@example.com';
    const unknown = tokenOf();
    expect((await page(unknown)).status).toBe(200);
    expect((await post(unknown, { 'List-Unsubscribe': 'One-Click' })).status).toBe(200);
    expect(await consents()).toMatchObject([{ state: 'withdrawn' }]);
  });

  it('leave codes alone: after opting out of marketing nothing stands against a code', async () => {
    await post(token, { act: 'leave_all' });
    const preview = (trafficClass: string) =>
      call('POST', '/v1/compliance/check', { to: address, channel: 'email', class: trafficClass });
    const [marketing, code] = [await preview('marketing'), await preview('otp')];
    expect(JSON.stringify(marketing.json)).toContain('consent');
    expect(JSON.stringify(code.json)).not.toContain('policy.consent_missing');
  });

  it('used over and over are told to wait, and only they', async () => {
    const statuses = new Set<number>();
    for (let n = 0; n < 35; n += 1) statuses.add((await post(token, { act: 'leave_all' })).status);
    expect(statuses).toEqual(new Set([200, 429]));
    expect((await post(token, { act: 'undo' })).headers.get('retry-after')).toMatch(/^[1-9]\d*$/);
    expect((await post(tokenOf(), { act: 'leave_all' })).status).toBe(200);
  });
});

describe('the page of a person', () => {
  it('speaks the language of the browser, or the one chosen, asks for nothing from elsewhere and shows no full address', async () => {
    for (const [accepted, query, language, words] of [
      ['zh-CN,zh;q=0.9,en;q=0.8', '', 'zh', '停止所有营销消息'],
      ['pt-BR,pt;q=0.9', '', 'pt-BR', 'Parar todo o marketing'],
      ['fr,es-MX;q=0.8', '', 'es', 'Dejar de recibir publicidad'],
      ['fr', '', 'en', 'Stop all marketing'],
      ['zh', '?lang=es', 'es', 'Dejar de recibir publicidad'],
    ] as const) {
      const answered = await page(token + query, { headers: { 'accept-language': accepted } });
      const html = await answered.text();
      expect(html).toContain(`<html lang="${language}">`);
      expect(html).toContain(words);
      expect(html).not.toMatch(/(src|href)="?(https?:)?\/\//);
      expect(html).not.toMatch(/<script/);
      expect(html).not.toContain(address);
      expect(html).toContain('Tienda &amp; &lt;b&gt;Hijos&lt;/b&gt;');
      expect(answered.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(answered.headers.get('referrer-policy')).toBe('no-referrer');
      expect(answered.headers.get('cache-control')).toBe('no-store');
    }
  });

  it('leaves one list and keeps the others, joins it again, leaves all, and takes that back as it was', async () => {
    await call('POST', `/v1/lists/${listId}/members`, { address, source: 'form' });
    const topics = async () => {
      const asked = (topic: string) => call('GET', `/v1/consents/as-of?address=${address}&topic=${topic}`);
      return [(await asked('offers')).json.allowed, (await asked('other')).json.allowed];
    };
    const html = await (await page(token)).text();
    expect(html).toContain('Ofertas &amp; más');
    expect(await topics()).toEqual([true, true]);
    await post(token, { act: 'leave', list: listId });
    expect(await topics()).toEqual([false, true]);
    await post(token, { act: 'stay', list: listId });
    expect(await topics()).toEqual([true, true]);
    await post(token, { act: 'leave', list: listId });
    await post(token, { act: 'leave_all' });
    expect(await topics()).toEqual([false, false]);
    expect(await (await page(token)).text()).toContain('Undo');
    await post(token, { act: 'undo' });
    // The list that was left before stays left.
    expect(await topics()).toEqual([false, true]);
    expect((await call('GET', '/v1/consents/verify')).json).toMatchObject({ intact: true });
  });

  it('offers the topics by their names in the language of the page, each left and taken again by itself', async () => {
    const names = { en: 'Weekly <b>news</b>', es: 'Noticias', zh: '新闻' };
    expect((await call('PUT', '/v1/topics/weekly', { names })).status).toBe(200);
    try {
      const isGiven = async (topic: string) =>
        (await call('GET', `/v1/consents/as-of?address=${address}&topic=${topic}`)).json.allowed;
      for (const [lang, name] of [
        ['en', 'Weekly &lt;b&gt;news&lt;/b&gt;'],
        ['es', 'Noticias'],
        ['zh', '新闻'],
        ['pt-BR', 'Weekly &lt;b&gt;news&lt;/b&gt;'],
      ])
        expect(await (await page(`${token}?lang=${lang}`)).text()).toContain(name);
      await post(token, { act: 'leave', topic: 'weekly' });
      expect([await isGiven('weekly'), await isGiven('other')]).toEqual([false, true]);
      await post(token, { act: 'stay', topic: 'weekly' });
      expect([await isGiven('weekly'), await isGiven('other')]).toEqual([true, true]);
      const [entry] = await consents();
      expect(entry).toMatchObject({ topic: 'weekly', source: 'preference page', proof: { form: 'stay' } });
      // Nobody is put on what nobody spoke of, and no page offers what is no topic.
      await call('POST', '/v1/consents', { address, channel: 'email', state: 'withdrawn', source: 'phone' });
      const before = (await consents()).length;
      await post(token, { act: 'stay', topic: 'unheard' });
      expect(await consents()).toHaveLength(before);
      await post(token, { act: 'stay', topic: 'weekly' });
      expect([await isGiven('weekly'), await isGiven('other')]).toEqual([true, false]);
    } finally {
      await call('DELETE', '/v1/topics/weekly');
    }
  });

  it('gives nothing to who never agreed: joining a list of others, or undoing what was done elsewhere', async () => {
    await call('POST', '/v1/consents', { address, channel: 'email', state: 'withdrawn', source: 'phone' });
    const before = (await consents()).length;
    for (const fields of [
      { act: 'undo' },
      { act: 'stay', list: listId },
      { act: 'stay', topic: 'offers' },
      { act: 'stay', list: encodeId('list', api.services.ids.next()) },
      { act: 'confirm' },
      { act: 'nonsense' },
    ] as Record<string, string>[]) {
      expect((await post(token, fields)).status).toBe(200);
    }
    expect(await consents()).toHaveLength(before);
  });

  it('takes hours without marketing, shows them, and takes them back, each as an entry with its proof', async () => {
    const hours = async () => (await call('GET', `/v1/consents/hours?address=${address}`)).json;
    expect(await (await page(token)).text()).toContain('name="zone"');
    const form = new URLSearchParams({ act: 'hours', from: '20:00', to: '09:00', zone: 'America/Tijuana' });
    for (const day of ['7', '6']) form.append('day', day);
    for (let twice = 0; twice < 2; twice += 1) {
      const answered = await page(`${token}?lang=es`, { method: 'POST', body: form, headers: { 'user-agent': 'B' } });
      const html = await answered.text();
      expect(html).toContain('<li>sábado y domingo: todo el día</li><li>Todos los días: 20:00 – 09:00</li>');
      expect(html).toContain('<option value="America/Tijuana" selected>');
    }
    const quiet = [
      { days: [7, 6], from: '00:00', to: '24:00' },
      { days: [1, 2, 3, 4, 5, 6, 7], from: '20:00', to: '09:00' },
    ];
    expect(await hours()).toMatchObject({ quiet, time_zone: 'America/Tijuana', channel: 'email' });
    const [entry, ...others] = await consents();
    expect(others).toHaveLength(1);
    expect(entry).toMatchObject({
      ...{ purpose: 'marketing.hours', state: 'granted', source: 'preference page' },
      proof: { form: 'hours', ip: '127.0.0.1', user_agent: 'B', hours: { quiet, time_zone: 'America/Tijuana' } },
    });
    expect(await isAllowed()).toBe(true);
    await post(token, { act: 'hours', zone: 'America/Tijuana' });
    expect(await hours()).toMatchObject({ quiet: [], time_zone: null, consent_id: null });
    expect((await call('GET', '/v1/consents/verify')).json).toMatchObject({ intact: true });
  });

  it('says that hours leave nothing of the week, and takes none that no form sends', async () => {
    const before = (await consents()).length;
    const nothing = { act: 'hours', from: '08:00', to: '08:00', zone: 'Europe/Madrid' };
    expect(await (await post(token, nothing)).text()).toContain('leave no time at all');
    const wrongs: Record<string, string>[] = [{ zone: 'Mars/Olympus' }, { zone: '' }, { from: '99:99' }, { day: '9' }];
    for (const wrong of wrongs) {
      const answered = await post(token, { ...nothing, to: '09:00', ...wrong });
      expect(answered.status).toBe(200);
    }
    expect(await consents()).toHaveLength(before);
    const refused = await call('PUT', '/v1/consents/hours', {
      ...{ address, channel: 'email', time_zone: 'Europe/Madrid', source: 'settings' },
      quiet: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }],
    });
    expect([refused.status, refused.json.errors?.[0]?.path]).toEqual([400, 'quiet']);
    const reserved = await call('POST', '/v1/consents', {
      ...{ address, channel: 'email', state: 'granted', source: 'test', purpose: 'marketing.hours' },
    });
    expect(reserved.status).toBe(400);
  });

  it('refuses a form that is too large without an answer of ours failing', async () => {
    expect((await post(token, { act: 'x'.repeat(20_000) })).status).toBe(413);
    expect(api.logged.filter(({ message }) => message.includes('failed'))).toEqual([]);
  });
});
