import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Called, openTestApi, type Tenant, type TestApi } from '../../testing.ts';

let api: TestApi;
let shop: Tenant;
let lists = 0;
let list: { id: string; sign_up: { open: boolean; hourly_limit: number; url: string } };
beforeAll(async () => {
  api = await openTestApi();
  shop = await api.addTenant('Tienda & <b>Hijos</b>');
});
afterAll(() => api.stop());

const call = (method: string, path: string, body?: unknown): Promise<Called> =>
  api.call(method, path, { key: shop.keys.live, ...(body === undefined ? {} : { body }) });
const WORDINGS = { en: { text: 'Yes, send me "news".', version: '3' }, fr: { text: 'Oui, je veux.', version: '1' } };
const make = async (more: object = {}) => {
  lists += 1;
  const given = { name: `Noticias & más ${lists}`, channel: 'email', wordings: WORDINGS, ...more };
  return call('POST', '/v1/lists', given);
};
const page = (init: RequestInit = {}, query = '', id = list.id) =>
  fetch(`${api.url}/f/${id}${query}`, { redirect: 'manual', ...init });
const post = (fields: Record<string, string>, headers = {}) =>
  page({ method: 'POST', body: new URLSearchParams(fields), headers });
const members = async () => (await call('GET', `/v1/lists/${list.id}/members`)).json.data;

beforeEach(async () => {
  const made = await make({ sign_up: { open: true } });
  expect(made.status).toBe(201);
  list = made.json;
});

describe('the page of a list', () => {
  it('says where it is, shows the wording with an empty box, and asks for nothing from elsewhere', async () => {
    expect(list.sign_up).toMatchObject({ open: true, hourly_limit: 500 });
    expect(list.sign_up.url).toMatch(new RegExp(`/f/${list.id}$`));
    const answered = await page({ headers: { 'accept-language': 'es-MX' } });
    const html = await answered.text();
    expect(answered.status).toBe(200);
    expect(html).toContain('<html lang="es">');
    expect(html).toContain('Tienda &amp; &lt;b&gt;Hijos&lt;/b&gt;');
    expect(html).toContain('Yes, send me &quot;news&quot;.');
    expect(html).not.toMatch(/ checked/);
    expect(html).not.toMatch(/<script|(src|href)="?(https?:)?\/\//);
    expect(answered.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('changes nothing when it is fetched, by whatever method but POST', async () => {
    const before = await api.everything();
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE'])
      await page({ method }, '?address=ana@example.com&agree=yes');
    expect(await api.everything()).toBe(before);
  });

  it('sends the link to who agreed, and keeps what was shown, from where and how as the proof', async () => {
    const asked = await post(
      { address: ' Ana@Example.com ', agree: 'yes', locale: 'fr' },
      { 'user-agent': 'Browser/9' },
    );
    expect(asked.status).toBe(200);
    expect(await asked.text()).toContain('Ana@Example.com');
    const [member] = await members();
    expect(member).toMatchObject({
      address: 'ana@example.com',
      state: 'pending',
      locale: 'fr',
      source: 'sign-up page',
    });
    const message = await call('GET', `/v1/messages/${member.message_id}`);
    const link = /\/u\/([\w.-]+)/.exec(JSON.stringify(message.json))?.[1] ?? '';
    await fetch(`${api.url}/u/${link}`, { method: 'POST', body: new URLSearchParams({ act: 'confirm' }) });
    const [entry] = (await call('GET', '/v1/consents?address=ana@example.com')).json.data;
    expect(entry).toMatchObject({ state: 'granted', source: 'sign-up page', locale: 'fr' });
    const shown = { text: 'Oui, je veux.', version: '1' };
    expect(entry.proof).toMatchObject({ asked: { form: 'sign_up', ip: '127.0.0.1', user_agent: 'Browser/9' } });
    expect(entry.wording).toMatchObject(shown);
  });

  it('answers alike whether the person is unknown, was asked, is on the list or was erased', async () => {
    const single = await make({ opt_in: 'single' });
    const on = 'on@example.com';
    await call('POST', `/v1/lists/${single.json.id}/members`, { address: on, source: 'counter' });
    await call('PATCH', `/v1/lists/${single.json.id}`, { opt_in: 'double', sign_up: { open: true } });
    list = single.json;
    const erased = 'erased@example.com';
    const gone = await call('POST', '/v1/people/erase', { address: erased, reason: 'test' });
    expect(gone.json.certificate).not.toBeNull();
    const texts = new Set<string>();
    for (const address of ['new@example.com', 'new@example.com', on, erased]) {
      const answered = await post({ address, agree: 'yes', locale: 'en' });
      expect(answered.status).toBe(200);
      texts.add((await answered.text()).replaceAll(address, 'ADDRESS'));
    }
    expect(texts.size).toBe(1);
    expect((await members()).map(({ address, state }: { address: string; state: string }) => [address, state])).toEqual(
      [
        ['new@example.com', 'pending'],
        [on, 'confirmed'],
      ],
    );
  });

  it.each([
    [{ address: 'ana@example.com' }, 'Tick the box'],
    [{ address: 'no address <b>', agree: 'yes' }, 'no mail address'],
    [{ agree: 'yes' }, 'no mail address'],
  ])('stores nothing of %o, says what is wrong, and keeps what was typed', async (fields, said) => {
    const answered = await post({ locale: 'en', ...fields } as Record<string, string>);
    const html = await answered.text();
    expect(answered.status).toBe(422);
    expect(html).toContain(said);
    expect(html).toContain(
      `value="${'address' in fields ? fields.address.replace('<', '&lt;').replace('>', '&gt;') : ''}"`,
    );
    expect(await members()).toEqual([]);
  });

  it('takes nothing from a program that fills in every field', async () => {
    expect((await post({ address: 'bot@example.com', agree: 'yes', website: 'https://spam.example' })).status).toBe(
      200,
    );
    expect(await members()).toEqual([]);
  });

  it('takes a number as it is dialled abroad, and no other', async () => {
    list = (await make({ channel: 'sms', sign_up: { open: true } })).json;
    expect((await post({ address: '0049 151 23456789', agree: 'yes' })).status).toBe(200);
    expect((await post({ address: '0151 23456789', agree: 'yes' })).status).toBe(422);
    expect(await members()).toMatchObject([{ address: '+4915123456789', state: 'pending' }]);
  });

  it('takes no more people in an hour than is set, and counts no wrong address', async () => {
    list = (await make({ sign_up: { open: true, hourly_limit: 2 } })).json;
    const statuses = [];
    for (const address of ['wrong', 'a@example.com', 'b@example.com', 'c@example.com'])
      statuses.push((await post({ address, agree: 'yes' })).status);
    expect(statuses).toEqual([422, 200, 200, 429]);
    expect(await members()).toHaveLength(2);
  });

  it('keeps the limit of the hour where a change names only whether it is open', async () => {
    list = (await make({ sign_up: { open: true, hourly_limit: 2 } })).json;
    const closed = await call('PATCH', `/v1/lists/${list.id}`, { sign_up: { open: false } });
    expect(closed.json.sign_up).toMatchObject({ open: false, hourly_limit: 2 });
    const opened = await call('PATCH', `/v1/lists/${list.id}`, { sign_up: { open: true, hourly_limit: 3 } });
    expect(opened.json.sign_up).toMatchObject({ open: true, hourly_limit: 3 });
  });

  it('is not there when it is closed, was never opened, or is no list of ours', async () => {
    await call('PATCH', `/v1/lists/${list.id}`, { sign_up: { open: false } });
    const never = (await make()).json.id;
    for (const id of [list.id, never, 'lst_00000000000000000000000000', 'nonsense']) {
      for (const init of [
        {},
        { method: 'POST', body: new URLSearchParams({ address: 'a@example.com', agree: 'yes' }) },
      ])
        expect((await page(init, '', id)).status).toBe(404);
    }
    expect(await members()).toEqual([]);
  });

  it('is never open on a list that asks nobody to confirm', async () => {
    const opened = await make({ opt_in: 'single', sign_up: { open: true } });
    expect(opened.json.errors).toMatchObject([{ path: 'sign_up', code: 'needs_double_opt_in' }]);
    const loosened = await call('PATCH', `/v1/lists/${list.id}`, { opt_in: 'single' });
    expect(loosened.json.errors).toMatchObject([{ path: 'opt_in', code: 'needs_double_opt_in' }]);
  });
});
