import { createHmac } from 'node:crypto';
import { encodeId } from '@signalbox/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Called, CONSOLE_ORIGIN, openTestApi, type TestApi } from '../../testing.ts';

const SECRET = 'vendor-signing-secret';
let api: TestApi;
let provider: string;
beforeAll(async () => {
  api = await openTestApi();
  const shop = await api.addTenant('Shop');
  const saved = await api.call('POST', '/trpc/providers.save', {
    body: {
      environment: 'live',
      name: 'Vendor',
      protocol: 'http',
      enabled: true,
      settings: { base_url: 'https://vendor.example.com', auth: 'none', signature_secret: SECRET },
    },
    headers: { cookie: await api.signIn(shop), origin: CONSOLE_ORIGIN },
  });
  if (saved.status !== 200) throw new Error(saved.text);
  provider = saved.json.result.data.id;
});
afterAll(() => api.stop());

const sign = (body: string, atMs = Date.now(), secret = SECRET): Record<string, string> => ({
  'x-timestamp': String(Math.floor(atMs / 1000)),
  'x-signature': createHmac('sha256', secret)
    .update(`${Math.floor(atMs / 1000)}.${body}`)
    .digest('hex'),
});
const report = (body: string, headers: Record<string, string>, id = provider): Promise<Called> =>
  api.call('POST', `/callbacks/${id}`, { body, headers });
const receipts = async (): Promise<number> => {
  const [row] = await api.services.database.sql<{ n: number }[]>`select count(*)::int as n from receipt`;
  return row?.n ?? -1;
};

describe('POST /callbacks/{provider}', () => {
  const body = JSON.stringify({ id: 'vendor-1', status: 'delivered' });

  it('200: a signed receipt is stored before it is acknowledged, known or not', async () => {
    const before = await receipts();
    expect((await report(body, sign(body))).status).toBe(200);
    expect(await receipts()).toBe(before + 1);
  });

  it.each([
    ['without a signature', () => ({})],
    ['signed by somebody else', () => sign(body, Date.now(), 'another secret')],
    ['signed for another body', () => sign(`${body} `)],
    ['from ten minutes ago', () => sign(body, Date.now() - 600_000)],
    ['from the future', () => sign(body, Date.now() + 600_000)],
  ])('401: %s nothing is stored, and why is not told', async (_name, headers) => {
    const before = await receipts();
    const answered = await report(body, headers());
    expect([answered.status, answered.json.code]).toEqual([401, 'unauthenticated']);
    expect(answered.text).not.toMatch(/signature|minutes|future/);
    expect(await receipts()).toBe(before);
  });

  it('404: an address nobody listens at, whatever it looks like', async () => {
    const nobody = encodeId('provider', api.services.ids.next());
    for (const id of [nobody, 'prv_x', '__proto__', "' or 1=1 --"]) {
      const answered = await report(body, sign(body), encodeURIComponent(id));
      expect([answered.status, answered.json.code]).toEqual([404, 'not_found']);
    }
  });

  it.each([
    '',
    '<html>Service unavailable</html>',
    '{"id":',
    '[]',
    '{"status":"delivered"}',
    '7',
    `${'['.repeat(1e5)}`,
  ])('400: signed, but no receipt: %.20s', async (text) => {
    const answered = await report(text, sign(text));
    expect([answered.status, answered.json.code]).toEqual([400, 'request_invalid']);
  });

  it('413: a callback of 300 KiB', async () => {
    const text = JSON.stringify({ id: 'x'.repeat(300_000), status: 'delivered' });
    expect((await report(text, sign(text))).status).toBe(413);
  });
});
