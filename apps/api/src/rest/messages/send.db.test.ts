import { connect } from 'node:net';
import { MessageView, RoutingDecision, SendMessageAnswer } from '@signalbox/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Called, openTestApi, type Tenant, type TestApi } from '../../testing.ts';

let api: TestApi;
let shop: Tenant;
beforeAll(async () => {
  api = await openTestApi();
  shop = await api.addTenant('Shop');
});
afterAll(() => api.stop());

const good = { to: '+525512345678', channel: 'sms', class: 'transactional', content: { text: 'hola' } };
const send = (body: unknown, headers: Record<string, string> = {}): Promise<Called> =>
  api.call('POST', '/v1/messages', { key: shop.keys.live, body, headers });
const stored = async (): Promise<number> => {
  const [row] = await api.services.database.sql<{ n: number }[]>`select count(*)::int as n from message`;
  return row?.n ?? -1;
};

describe('POST /v1/messages', () => {
  it('202: answers an id only after the message is stored', async () => {
    const before = await stored();
    const sent = await send({ ...good, client_ref: 'order-1' });
    expect(sent.status).toBe(202);
    expect(sent.json).toMatchObject({ to: '+525512345678', state: 'accepted', parts: 1, client_ref: 'order-1' });
    expect(sent.json.id).toMatch(/^msg_[0-9a-hjkmnp-tv-z]{26}$/);
    expect(sent.headers.get('content-type')).toBe('application/json');
    expect(await stored()).toBe(before + 1);
  });

  it('202: a key of the sandbox stores in the sandbox', async () => {
    const sent = await api.call('POST', '/v1/messages', { key: shop.keys.sandbox, body: good });
    expect(sent.json.environment).toBe('sandbox');
  });

  it('202: warns who sends without an Idempotency-Key', async () => {
    expect((await send(good)).json.warnings).toMatchObject([{ code: 'idempotency_key_missing' }]);
    expect((await send(good, { 'idempotency-key': 'k-warn' })).json.warnings).toBeUndefined();
  });

  it('202: 20 equal calls at once make one message, and a later repeat is the same answer byte for byte, marked', async () => {
    const before = await stored();
    const headers = { 'idempotency-key': 'k-once' };
    const many = await Promise.all(Array.from({ length: 20 }, () => send(good, headers)));
    expect(new Set(many.filter((one) => one.status === 202).map((one) => one.json.id)).size).toBe(1);
    expect(many.every((one) => one.status === 202 || one.status === 409)).toBe(true);
    expect(await stored()).toBe(before + 1);
    const again = await send(good, headers);
    const first = many.find((one) => one.status === 202 && !one.headers.has('idempotent-replayed'));
    expect(again.text).toBe(first?.text);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(again.headers.get('original-request-id')).toBe(first?.headers.get('x-request-id'));
    expect(again.headers.get('x-request-id')).not.toBe(first?.headers.get('x-request-id'));
  });

  it('202: one key means two things in two workspaces', async () => {
    const other = await api.addTenant('Elsewhere');
    const headers = { 'idempotency-key': 'k-shared' };
    const [ours, theirs] = [
      await send(good, headers),
      await api.call('POST', '/v1/messages', { key: other.keys.live, body: good, headers }),
    ];
    expect([ours.status, theirs.status]).toEqual([202, 202]);
    expect(ours.json.id).not.toBe(theirs.json.id);
  });

  it('422: the same key with another body is refused and the first request named', async () => {
    const headers = { 'idempotency-key': 'k-other' };
    const first = await send(good, headers);
    const second = await send({ ...good, content: { text: 'geheim' } }, headers);
    expect(second.status).toBe(422);
    expect(second.json.code).toBe('idempotency_mismatch');
    expect(second.json.detail).toContain(first.headers.get('x-request-id'));
    expect(second.text).not.toContain('geheim');
  });

  it('409: a client_ref is taken for ever', async () => {
    await send({ ...good, client_ref: 'order-twice' });
    const again = await send({ ...good, client_ref: 'order-twice' });
    expect([again.status, again.json.code]).toEqual([409, 'client_ref_taken']);
  });

  it('413: a body of 5 MiB is refused by name, also in chunks, and the connection lives on', async () => {
    const large = { ...good, content: { text: 'x'.repeat(5 * 1024 * 1024) } };
    const refused = await send(large);
    expect([refused.status, refused.json.code]).toEqual([413, 'payload_too_large']);
    let left = 6;
    const body = new ReadableStream({
      pull(controller) {
        left -= 1;
        if (left < 0) controller.close();
        else controller.enqueue(new Uint8Array(1024 * 1024).fill(0x20));
      },
    });
    const response = await fetch(`${api.url}/v1/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${shop.keys.live}`, 'content-type': 'application/json' },
      body,
      duplex: 'half',
    } as RequestInit);
    expect(response.status).toBe(413);
    await response.body?.cancel();
    expect((await send(good)).status).toBe(202);
  });

  it('202: over several channels: the answer names each, and the message shows its group', async () => {
    const sent = await send({ ...both, client_ref: 'order-both' }, { 'idempotency-key': 'k-both' });
    expect(sent.status).toBe(202);
    expect(SendMessageAnswer.parse(sent.json)).toMatchObject({
      to: '+525512345678',
      channel: 'sms',
      mode: 'failover',
      channel_timeout_seconds: 300,
      client_ref: 'order-both',
      channels: [
        { channel: 'sms', id: sent.json.id, state: 'accepted' },
        { channel: 'email', id: null, state: 'waiting' },
      ],
    });
    const again = await send({ ...both, client_ref: 'order-both' }, { 'idempotency-key': 'k-both' });
    expect([again.text, again.headers.get('idempotent-replayed')]).toEqual([sent.text, 'true']);
    const read = await api.call('GET', `/v1/messages/${sent.json.id}`, { key: shop.keys.live });
    expect(MessageView.parse(read.json).group).toEqual({
      mode: 'failover',
      substitution: null,
      channel_timeout_seconds: 300,
      channels: [
        { channel: 'sms', id: sent.json.id, state: 'queued', because: null },
        { channel: 'email', id: null, state: 'waiting', because: null },
      ],
    });
  });

  it('202: no channel waits longer than its share of the validity unless the caller says so', async () => {
    const waits = [
      { ...both, class: 'otp' },
      { ...both, class: 'marketing' },
      { ...both, class: 'otp', valid_for_seconds: 40 },
      { ...both, channel_timeout_seconds: 30, valid_for_seconds: 40 },
    ];
    const sent = await Promise.all(waits.map((body) => send(body)));
    expect(sent.map(({ json }) => json.channel_timeout_seconds)).toEqual([30, 3600, 20, 30]);
    expect((await send({ ...both, mode: 'parallel' })).json.channel_timeout_seconds).toBeNull();
  });

  it('202: explain answers the routing decision, as the preview would', async () => {
    const [sent, preview] = [
      await send({ ...good, explain: true }),
      await api.call('POST', '/v1/routing/preview', {
        key: shop.keys.live,
        body: { to: good.to, channel: good.channel, class: good.class },
      }),
    ];
    expect(RoutingDecision.parse(sent.json.decision)).toEqual(preview.json);
    expect((await send({ ...good, explain: false })).json).not.toHaveProperty('decision');
  });

  it('415: what is not JSON by its type is refused before it is read', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', '']) {
      const refused = await send(JSON.stringify(good), { 'content-type': type });
      expect([refused.status, refused.json.code]).toEqual([415, 'media_type_unsupported']);
    }
  });

  it('a client that leaves in the middle of its body takes nobody with it', async () => {
    const socket = connect(Number(new URL(api.url).port), '127.0.0.1');
    socket.write(
      `POST /v1/messages HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${shop.keys.live}\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{"to":`,
    );
    await new Promise((resolve) => setImmediate(resolve));
    socket.destroy();
    await new Promise((resolve) => socket.once('close', resolve));
    expect((await send(good)).status).toBe(202);
    expect(api.logged.filter((line) => line.message.includes('failed'))).toEqual([]);
  });
});

/** A send over both channels. */
const both = {
  channels: ['sms', 'email'],
  mode: 'failover',
  to: { sms: '+525512345678', email: 'ana@example.com' },
  class: 'transactional',
  content: { text: 'hola', subject: 'Hola' },
};
const without = (name: keyof typeof both): object => ({ ...both, [name]: undefined });

/** What a caller may get wrong, and the fields it is told. */
const BAD: [string, unknown, string, string[]][] = [
  ['text that is no JSON', '{"to":', 'json_invalid', []],
  ['an array', [], 'request_invalid', [' wrong_type']],
  ['null', 'null', 'request_invalid', [' wrong_type']],
  ['a number', '7', 'request_invalid', [' wrong_type']],
  ['text', '"x"', 'request_invalid', [' wrong_type']],
  ['no body at all', '', 'json_invalid', []],
  ['an unknown field', { ...good, colour: 'red' }, 'request_invalid', ['colour unknown_field']],
  ['no recipient', { ...good, to: undefined }, 'request_invalid', ['to required']],
  ['a bad class', { ...good, class: 'spam' }, 'request_invalid', ['class not_allowed']],
  ['a bad channel', { ...good, channel: 'fax' }, 'request_invalid', ['channel not_allowed']],
  ['an empty text', { ...good, content: { text: '' } }, 'request_invalid', ['content.text too_short']],
  ['a text of 1 MB', { ...good, content: { text: 'x'.repeat(1e6) } }, 'request_invalid', ['content.text too_long']],
  ['an object for text', { ...good, content: { text: {} } }, 'request_invalid', ['content.text wrong_type']],
  [
    'a lone surrogate',
    JSON.stringify(good).replace('hola', '\\ud800'),
    'request_invalid',
    ['content.text invalid_value'],
  ],
  ['NUL', { ...good, content: { text: 'a\u0000b' } }, 'request_invalid', ['content.text invalid_value']],
  [
    'metadata 500 deep',
    `${JSON.stringify(good).slice(0, -1)},"metadata":${'{"a":'.repeat(500)}1${'}'.repeat(500)}}`,
    'request_invalid',
    ['metadata.a.a.a.a.a.a.a too_deep'],
  ],
  [
    '__proto__',
    `${JSON.stringify(good).slice(0, -1)},"__proto__":{"admin":true}}`,
    'request_invalid',
    ['__proto__ unknown_field'],
  ],
  [
    '__proto__ as metadata',
    `${JSON.stringify(good).slice(0, -1)},"metadata":{"__proto__":"x"}}`,
    'request_invalid',
    ['metadata.__proto__ unknown_field'],
  ],
  ['words for an instant', { ...good, send_at: 'tomorrow' }, 'request_invalid', ['send_at format_invalid']],
  ['a negative validity', { ...good, valid_for_seconds: -1 }, 'request_invalid', ['valid_for_seconds too_small']],
  [
    'a header in the subject',
    { ...good, to: 'a@example.com', channel: 'email', content: { subject: 'x\r\nBcc: b@example.com', text: 'x' } },
    'request_invalid',
    ['content.subject invalid_value'],
  ],
  ['a mode alone', { ...good, mode: 'failover' }, 'request_invalid', ['channels required', 'channel not_allowed']],
  ['channels without mode', without('mode'), 'request_invalid', ['mode required']],
  ['a mode there is not', { ...both, mode: 'race' }, 'request_invalid', ['mode not_allowed']],
  ['one channel as a list', { ...both, channels: ['sms'] }, 'request_invalid', ['channels too_few']],
  ['six channels', { ...both, channels: Array(6).fill('sms') }, 'request_invalid', ['channels too_many']],
  ['a channel twice', { ...both, channels: ['sms', 'sms'] }, 'request_invalid', ['channels duplicate']],
  ['a channel that is none', { ...both, channels: ['sms', 'fax'] }, 'request_invalid', ['channels.1 not_allowed']],
  ['channel and channels', { ...both, channel: 'sms' }, 'request_invalid', ['channel not_allowed']],
  ['one address for two channels', { ...both, to: '+525512345678' }, 'request_invalid', ['to wrong_type']],
  ['an address too few', { ...both, to: { sms: '+525512345678' } }, 'request_invalid', ['to.email required']],
  [
    'bad addresses, each by its place',
    { ...both, to: { sms: '12', email: 'x' } },
    'request_invalid',
    ['to.sms', 'to.email'],
  ],
  [
    'an address, a sender and a content too many',
    {
      ...both,
      channels: ['sms', 'sms'],
      from: { email: 'shop@example.com' },
      content: { sms: { text: 'x' }, email: { subject: 'x', text: 'x' } },
    },
    'request_invalid',
    ['to.email not_allowed', 'from.email not_allowed', 'content.email not_allowed'],
  ],
  ['no subject for the mail', { ...both, content: { text: 'x' } }, 'request_invalid', ['content.subject required']],
  [
    'no text for the text',
    { ...both, content: { subject: 'x', html: 'x' } },
    'request_invalid',
    ['content.text required'],
  ],
  [
    'content by channel, one missing',
    { ...both, content: { sms: { text: 'x' } } },
    'request_invalid',
    ['content.email required'],
  ],
  [
    'content by channel, wrong inside',
    { ...both, content: { sms: { text: '' }, email: { subject: 'x', text: 5 } } },
    'request_invalid',
    ['content.sms.text too_short', 'content.email.text wrong_type'],
  ],
  [
    'content of both kinds',
    { ...both, content: { sms: { text: 'x' }, email: { subject: 'x', text: 'x' }, text: 'x' } },
    'request_invalid',
    ['content.text not_allowed'],
  ],
  [
    'a field of the content there is not',
    { ...both, content: { ...both.content, body: 'x' } },
    'request_invalid',
    ['content.body unknown_field'],
  ],
  [
    'a text of eleven parts among channels',
    { ...both, content: { ...both.content, text: '\u4e2d'.repeat(700) } },
    'request_invalid',
    ['content.text too_many_parts'],
  ],
  [
    'a wait without failover',
    { ...both, mode: 'parallel', channel_timeout_seconds: 60 },
    'request_invalid',
    ['channel_timeout_seconds not_allowed'],
  ],
  [
    'a wait longer than the validity',
    { ...both, channel_timeout_seconds: 60, valid_for_seconds: 60 },
    'request_invalid',
    ['channel_timeout_seconds too_big'],
  ],
  [
    'a wait of four seconds',
    { ...both, channel_timeout_seconds: 4 },
    'request_invalid',
    ['channel_timeout_seconds too_small'],
  ],
  [
    'a price in no currency',
    { ...good, max_price: { amount_micros: 1, currency: 'usd' } },
    'request_invalid',
    ['max_price.currency format_invalid'],
  ],
  [
    'an item key outside a batch',
    { ...good, idempotency_key: 'x' },
    'request_invalid',
    ['idempotency_key unknown_field'],
  ],
];

/** Numbers no telephone has (B-02). */
const BAD_NUMBERS = ['+99912', '+52abc', 'not a number', '+', '٠٠٩٦٦٥٠', '+1234567890123456', '12345'];

describe('POST /v1/messages refuses with 400 and stores nothing', () => {
  it.each(BAD)('%s', async (_name, body, code, fields) => {
    const before = await stored();
    const refused = await send(body);
    expect(refused.status).toBe(400);
    expect(refused.headers.get('content-type')).toBe('application/problem+json');
    expect(refused.json.code).toBe(code);
    expect(refused.json.request_id).toBe(refused.headers.get('x-request-id'));
    const named = (refused.json.errors ?? []).map((one: { path: string; code: string }) => `${one.path} ${one.code}`);
    // A field alone stands for whatever is said of it.
    for (const field of fields)
      expect(named.map((one: string) => (field.includes(' ') ? one : one.split(' ')[0]))).toContain(field);
    expect(await stored()).toBe(before);
  });

  it.each(BAD_NUMBERS)('the number %s', async (to) => {
    const refused = await send({ ...good, to });
    expect([refused.status, refused.json.errors[0].path]).toEqual([400, 'to']);
  });

  it.each(['', ' ', 'a b', 'x'.repeat(256), '\u00e9'])('the Idempotency-Key "%s"', async (key) => {
    const refused = await send(good, { 'idempotency-key': key });
    expect([refused.status, refused.json.errors[0].path]).toEqual([400, 'Idempotency-Key']);
  });
});

describe('POST /v1/messages takes as it is', () => {
  it.each([
    ['a right-to-left override', 'a\u202Eb'],
    ['letters with combining marks', 'n\u0303'],
    ['emoji of four bytes', '🚚👍🏽'],
    ['the words of a query', "'; drop table message; --"],
  ])('%s in the text', async (_name, text) => {
    const sent = await send({ ...good, content: { text } });
    expect(sent.status).toBe(202);
    const [row] = await api.services.database.sql<
      { body: string }[]
    >`select body from message order by id desc limit 1`;
    expect(row?.body).toBe(text);
  });

  it('the keys a naive program would trip over, in metadata', async () => {
    const metadata = { constructor: 'a', toString: 'b', '1': 'c', 'a.b': 'd', hasOwnProperty: 'e' };
    expect((await send({ ...good, metadata })).status).toBe(202);
    const [row] = await api.services.database.sql<{ metadata: unknown }[]>`
      select metadata from message where metadata is not null order by id desc limit 1`;
    expect(row?.metadata).toEqual(metadata);
  });
});
