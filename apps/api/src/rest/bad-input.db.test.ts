import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Called, openTestApi, type Tenant, type TestApi } from '../testing.ts';

const MEBIBYTE = 1024 * 1024;
let api: TestApi;
let shop: Tenant;
beforeAll(async () => {
  api = await openTestApi();
  shop = await api.addTenant('Shop');
});
afterAll(async () => {
  // Nothing of all this was a failure of ours.
  const faults = api.logged.filter((line) => line.message.includes('failed'));
  await api.stop();
  expect(faults).toEqual([]);
});

const message = (more: object = {}) => ({
  to: '+525512345678',
  channel: 'sms',
  class: 'transactional',
  content: { text: 'Hello' },
  ...more,
});
const post = (body: unknown, path = '/v1/messages'): Promise<Called> =>
  api.call('POST', path, { key: shop.keys.live, body });
const stored = async (): Promise<number> => {
  const [row] = await api.services.database.sql<{ count: number }[]>`select count(*)::int as count from message`;
  return row?.count ?? 0;
};
/** Status, code and the fields at fault. */
const refusalOf = ({ status, json }: Called) => [
  status,
  json?.code,
  ...(json?.errors ?? []).map((field: { path: string; code: string }) => `${field.path}:${field.code}`),
];

describe('B-01: a body nobody should send is refused by name, and stores nothing', () => {
  const deep = `${'{"a":'.repeat(1000)}1${'}'.repeat(1000)}`;
  it.each([
    ['nested a thousand deep', deep, [400, 'request_invalid']],
    ['nested deep inside a field', JSON.stringify(message()).replace('"Hello"', deep), [400, 'request_invalid']],
    [
      'half a pair of surrogates',
      '{"to":"+525512345678","content":{"text":"\\ud83d"}}',
      [400, 'request_invalid', 'content.text:invalid_value'],
    ],
    ['a NUL', '{"content":{"text":"a\\u0000b"}}', [400, 'request_invalid', 'content.text:invalid_value']],
    ['a list in place of an object', '[]', [400, 'request_invalid']],
    ['nothing', '', [400, 'json_invalid']],
    ['half of it', '{"to":"+5255', [400, 'json_invalid']],
  ])('%s', async (_what, body, refusal) => {
    const before = await stored();
    for (const path of ['/v1/messages', '/v1/messages/batch', '/v1/verifications', '/v1/webhooks']) {
      const answered = await post(body, path);
      expect(refusalOf(answered).slice(0, path === '/v1/messages' ? refusal.length : 2)).toEqual(
        path === '/v1/messages' ? refusal : refusal.slice(0, 2),
      );
    }
    expect(await stored()).toBe(before);
  });

  it('ten MiB are read to their end and refused, not cut off', async () => {
    const answered = await post(JSON.stringify(message({ content: { text: 'x'.repeat(10 * MEBIBYTE) } })));
    expect(refusalOf(answered)).toEqual([413, 'payload_too_large']);
  });

  it('of a name given twice the last counts, as JSON has it, and nothing of the first is left', async () => {
    const sent = await post(
      '{"to":"+525512345670","to":"+525512345678","channel":"sms","class":"otp","content":{"text":"a"}}',
    );
    expect([sent.status, sent.json.to]).toEqual([202, '+525512345678']);
  });

  it.each([
    ['composed', 'caf\u00e9 ma\u00f1ana', 1],
    ['decomposed', 'cafe\u0301 man\u0303ana', 1],
    ['with a right-to-left override', 'total \u202e00.1$ \u202c', 1],
    ['with an emoji of four bytes where a part ends', `${'x'.repeat(66)}\u{1f69a}${'y'.repeat(66)}\u{1f69a}`, 3],
    ['with a joined family', '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}', 1],
  ])('a text %s is kept letter for letter and counted as it will be billed', async (_what, text, parts) => {
    const sent = await post(message({ content: { text } }));
    expect([sent.status, sent.json.parts]).toEqual([202, parts]);
    const read = await api.call('GET', `/v1/messages/${sent.json.id}`, { key: shop.keys.live });
    expect(read.json.content.text).toBe(text);
  });
});

describe('B-02: a number is read as people write it, or refused with what is wrong with it', () => {
  it.each([
    ['+52 (55) 1234-5678', '+525512345678'],
    ['+52\u00a055\u00a01234\u00a05678', '+525512345678'],
    ['\u202a+52 55 1234 5678\u202c', '+525512345678'],
    ['+52 1 55 1234 5678', '+525512345678'],
  ])('%j', async (to, e164) => {
    const sent = await post(message({ to }));
    expect([sent.status, sent.json.to]).toEqual([202, e164]);
  });

  it.each([
    ['0052 55 1234 5678', 'number_prefix_00'],
    ['55 1234 5678', 'number_plus_missing'],
    ['72975', 'number_plus_missing'],
    ['+\u0665\u0662\u0665\u0665\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668', 'number_character'],
    ['+5255123456\uff17\uff18', 'number_character'],
    ['+1234567890123456', 'number_too_long'],
    ['+52551234567', 'number_too_short'],
    ['+525512345678,+525512345679', 'number_character'],
    ['+', 'number_calling_code'],
    [' ', 'number_empty'],
  ])('%j is refused', async (to, code) => {
    const before = await stored();
    const refused = await post(message({ to }));
    expect(refusalOf(refused)).toEqual([400, 'request_invalid', `to:${code}`]);
    expect(refused.json.errors[0].message).toMatch(/\w{3}.*[.)]$/);
    expect(await stored()).toBe(before);
  });

  it.each([[525512345678], [null], [['+525512345678']], [{ e164: '+525512345678' }], [true]])(
    '%j is no text',
    async (to) => {
      expect(refusalOf(await post(message({ to }))).slice(0, 2)).toEqual([400, 'request_invalid']);
    },
  );
});

describe('B-07: names that mean something to JavaScript mean nothing here', () => {
  it.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '0', 'content.text', 'to ', ''])(
    'the unknown field %j is refused by its name',
    async (name) => {
      const before = await stored();
      const body = JSON.stringify(message()).replace('{', `{${JSON.stringify(name)}:{"admin":true},`);
      const refused = await post(body);
      expect(refusalOf(refused)).toEqual([400, 'request_invalid', `${name}:unknown_field`]);
      expect(await stored()).toBe(before);
      expect(({} as { admin?: unknown }).admin).toBeUndefined();
    },
  );

  it.each(['constructor', 'toString', 'hasOwnProperty', '0', '1e3', 'a.b', 'a b'])(
    'as a name of your own, %j comes back as it was given',
    async (name) => {
      const sent = await post(message({ metadata: { [name]: 'x' } }));
      expect(sent.status).toBe(202);
      const read = await api.call('GET', `/v1/messages/${sent.json.id}`, { key: shop.keys.live });
      expect(Object.entries(read.json.metadata)).toEqual([[name, 'x']]);
    },
  );
});
