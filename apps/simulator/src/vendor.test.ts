import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { httpDefaults } from './behaviour.ts';
import type { HandsetMessage } from './handsets.ts';
import type { Simulator } from './simulator.ts';
import type { LogEntry } from './submit-log.ts';
import { controlOf, startTestSimulator } from './testing.ts';

let simulator: Simulator;
let control: ReturnType<typeof controlOf>;
interface Callback {
  headers: Record<string, string | string[] | undefined>;
  body: string;
}
const callbacks: Callback[] = [];
let answerCallback = 200;
const receiver = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    callbacks.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
    response.writeHead(answerCallback).end();
  });
});
let callbackUrl = '';

beforeAll(async () => {
  simulator = await startTestSimulator();
  control = controlOf(simulator);
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  callbackUrl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/callbacks/courier`;
});
afterAll(async () => {
  receiver.close();
  receiver.closeAllConnections();
  await simulator.stop();
});
beforeEach(async () => {
  callbacks.length = 0;
  answerCallback = 200;
  await control.behave('courier', {
    ...httpDefaults,
    latency_ms: { min: 0, max: 0 },
    receipt: { ...httpDefaults.receipt, delay_ms: { min: 0, max: 10 } },
  });
  await control.call('DELETE', '/v1/log');
});

async function vendor(method: string, path: string, body?: unknown, init: RequestInit = {}) {
  const response = await fetch(`http://127.0.0.1:${simulator.ports.vendor}${path}`, {
    method,
    headers: { authorization: 'Bearer courier-token-01', 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...init,
  });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, unknown>,
  };
}
const send = (fields: object = {}, init?: RequestInit) =>
  vendor('POST', '/v1/sms', { to: '+5215512345678', from: 'ACME', text: 'Hola €', ...fields }, init);

describe('the vendor', () => {
  test('tells the network of each number, and whether its phone is on, by the number', async () => {
    const { status, body } = await vendor('POST', '/v1/lookup', {
      msisdns: ['4915112345673', '4915112345674', '525512990001', '525512990002', '15551234567'],
    });
    expect(status).toBe(200);
    expect(body.results).toEqual([
      { msisdn: '4915112345673', mcc: '262', mnc: '01', subscriber: 'active' },
      { msisdn: '4915112345674', mcc: '262', mnc: '02', subscriber: 'active' },
      { msisdn: '525512990001', mcc: '334', mnc: '030', subscriber: 'absent' },
      { msisdn: '525512990002', mcc: null, mnc: null, subscriber: 'unknown' },
      { msisdn: '15551234567', mcc: '001', mnc: '01', subscriber: 'active' },
    ]);
    expect((await vendor('POST', '/v1/lookup', { msisdns: [] })).status).toBe(422);
  });

  test('is a registry on which half of the numbers stand, and of one it knows nothing', async () => {
    const { body } = await vendor('POST', '/v1/registry', {
      msisdns: ['905321112234', '905321112233', '905551990002'],
    });
    expect(body.results).toEqual([
      { msisdn: '905321112234', listed: true },
      { msisdn: '905321112233', listed: false },
      { msisdn: '905551990002', listed: null },
    ]);
  });

  test('translates like LibreTranslate: many texts in a call, its key in the body, and a sentence for what it cannot', async () => {
    const ask = (change: object) =>
      vendor('POST', '/translator/translate', {
        ...{ q: ['Hello XQ1E, your order is ready', 'Now'], source: 'en', target: 'es', format: 'text' },
        ...{ api_key: 'courier-token-01', ...change },
      });
    expect(await ask({})).toMatchObject({
      status: 200,
      body: { translatedText: ['Hola XQ1E, tu pedido está listo', 'Ahora'] },
    });
    expect((await ask({ target: 'it' })).body.translatedText).toEqual([
      '[it] Hello XQ1E, your order is ready',
      '[it] Now',
    ]);
    expect((await ask({ target: 'qac' })).body.translatedText).toEqual(['Hello , your order is ready', 'Now']);
    expect(await ask({ target: 'xx' })).toMatchObject({ status: 400, body: { error: 'xx is not supported' } });
    expect(await ask({ target: 'qab' })).toMatchObject({ status: 500 });
    expect(await ask({ api_key: 'wrong' })).toMatchObject({ status: 403, body: { error: 'Invalid API key' } });
    expect(await ask({ q: 5 })).toMatchObject({ status: 400, body: { error: 'Invalid request: q' } });
    const { body } = await vendor('GET', '/translator/languages');
    expect(body).toContainEqual(
      expect.objectContaining({ code: 'en', targets: expect.arrayContaining(['es', 'zh-Hans']) }),
    );
  });

  test('brings what a phone answers to where the customer takes receipts, signed like them, again until it is taken', async () => {
    await send({ to: '+525512349001', reference: 'asked', callback_url: callbackUrl });
    await vi.waitFor(() => expect(callbacks).toHaveLength(1));
    answerCallback = 500;
    const answer = await control.call('POST', '/v1/handsets/525512349001/replies', { text: 'Stop.' });
    expect(answer).toMatchObject({ status: 202, body: { carrier: 'courier', parts: 1 } });
    await vi.waitFor(() => expect(callbacks).toHaveLength(2));
    answerCallback = 200;
    await vi.waitFor(() => expect(callbacks).toHaveLength(3), { timeout: 5000 });
    const [, first, again] = callbacks as [Callback, Callback, Callback];
    expect(JSON.parse(first.body)).toMatchObject({ type: 'inbound', from: '+525512349001', text: 'Stop.' });
    expect(again.body).toBe(first.body);
    const signed = `${String(again.headers['x-courier-timestamp'])}.${again.body}`;
    const signature = createHmac('sha256', 'courier-signing-secret-01').update(signed).digest('hex');
    expect(again.headers['x-courier-signature']).toBe(`sha256=${signature}`);
  });

  test('calls a phone: who answers hears it, a missed call is seen without its words, and the callback says which', async () => {
    const call = (to: string, fields: object = {}) =>
      vendor('POST', '/v1/calls', {
        ...{ to, from: '+12025550142', text: 'Hola, su pedido llega hoy.', language: 'es', callback_url: callbackUrl },
        ...fields,
      });
    const outcomes = [
      ['+525512349777', 'answered', 'Hola, su pedido llega hoy.'],
      ['+525512990030', 'no-answer', ''],
      ['+525512990031', 'busy', ''],
    ] as const;
    for (const [to, outcome, text] of outcomes) {
      callbacks.length = 0;
      expect((await call(to)).status).toBe(200);
      await vi.waitFor(() => expect(callbacks).toHaveLength(1));
      expect(JSON.parse(callbacks[0]?.body ?? '')).toMatchObject({ status: outcome, error_code: null });
      expect(await control.list<HandsetMessage>(`/v1/handsets/${encodeURIComponent(to)}/messages`)).toMatchObject([
        { text, call: { outcome, language: 'es' } },
      ]);
    }
    expect(await control.list<HandsetMessage>('/v1/calls?limit=3')).toHaveLength(3);
    expect((await call('+525512349777', { language: undefined })).status).toBe(422);
    expect((await call('+525512349777', { from: 'ACME' })).status).toBe(422);
  });

  test('takes a text, shows it on the phone and posts one signed receipt', async () => {
    const sent = await send({ reference: 'ref-1', callback_url: callbackUrl });
    expect(sent).toMatchObject({ status: 200, body: { status: 'accepted', id: expect.stringMatching(/^cr_/) } });
    await vi.waitFor(() => expect(callbacks).toHaveLength(1));
    const { headers, body } = callbacks[0] as Callback;
    expect(JSON.parse(body)).toMatchObject({
      id: sent.body.id,
      reference: 'ref-1',
      status: 'delivered',
      error_code: null,
    });
    const signature = createHmac('sha256', 'courier-signing-secret-01')
      .update(`${headers['x-courier-timestamp']}.${body}`)
      .digest('hex');
    expect(headers['x-courier-signature']).toBe(`sha256=${signature}`);
    expect(await control.list<HandsetMessage>('/v1/handsets/%2B5215512345678/messages')).toMatchObject([
      { text: 'Hola €', carrier: 'courier' },
    ]);
    await vi.waitFor(async () => {
      const [entry] = await control.list<LogEntry>('/v1/log');
      expect(entry).toMatchObject({
        decision: 'accepted',
        reference: 'ref-1',
        id: sent.body.id,
        receipts: [{ stat: 'DELIVRD', answer: 200 }],
      });
    });
  });

  test('answers a repeated reference with 409 and the first id, and finds a message by id and by reference', async () => {
    const first = await send({ reference: 'ref-2' });
    expect(await send({ reference: 'ref-2', text: 'other' })).toMatchObject({
      status: 409,
      body: { id: first.body.id },
    });
    expect((await vendor('GET', `/v1/sms/${first.body.id}`)).body).toMatchObject({
      id: first.body.id,
      reference: 'ref-2',
    });
    expect((await vendor('GET', '/v1/sms?reference=ref-2')).body).toMatchObject({ id: first.body.id });
    expect((await vendor('GET', '/v1/sms?reference=none')).status).toBe(404);
  });

  test('posts again what was not answered by 2xx', async () => {
    answerCallback = 503;
    await send({ callback_url: callbackUrl });
    await vi.waitFor(() => expect(callbacks).toHaveLength(1));
    answerCallback = 200;
    await vi.waitFor(() => expect(callbacks).toHaveLength(2), { timeout: 5000 });
  });

  test('names what is wrong with a request', async () => {
    expect((await send({}, { headers: { authorization: 'Bearer wrong' } })).status).toBe(401);
    expect(await send({ to: '5215512345678' })).toMatchObject({
      status: 422,
      body: { error: { message: expect.stringMatching(/^to: /) } },
    });
    expect((await send({ colour: 'red' })).status).toBe(422);
    expect((await send({ text: 'x'.repeat(100_000) })).status).toBe(413);
    expect((await vendor('GET', '/v2')).status).toBe(404);
  });

  test('refuses, throttles and lies as it is told to', async () => {
    await control.behave('courier', { errors: [{ status: 503, code: 'busy', retry_after_s: 7, share: 1 }] });
    const busy = await send();
    expect([busy.status, busy.headers.get('retry-after')]).toEqual([503, '7']);
    await control.behave('courier', { errors: [], throttle: { per_second: 1, retry_after_s: null } });
    const answers = await Promise.all(Array.from({ length: 10 }, () => send()));
    const throttled = answers.find(({ status }) => status === 429);
    expect(throttled?.headers.has('retry-after')).toBe(false);
    await control.behave('courier', { throttle: { per_second: null }, ok_with_error: 1, content_type: 'text/html' });
    const lie = await send();
    expect([lie.status, lie.headers.get('content-type'), lie.body.error]).toEqual([
      200,
      'text/html',
      { code: 'internal_failure', message: 'Not accepted' },
    ]);
    expect(await control.list<LogEntry>('/v1/log?limit=1')).toMatchObject([{ decision: 'refused', status: 503 }]);
  });

  test.each(['connect', 'headers', 'body'] as const)('hangs at %s until the caller gives up', async (at) => {
    await control.behave('courier', { hang: { at, share: 1 } });
    const error = await send(
      {},
      { signal: AbortSignal.timeout(300), headers: { authorization: 'Bearer courier-token-01', connection: 'close' } },
    ).catch((e: unknown) => e);
    expect(error).toMatchObject({ name: 'TimeoutError' });
  });

  test('loses the answer of a text it delivers', async () => {
    await control.behave('courier', { lose_response: 1 });
    await expect(send({ to: '+5215587654321' })).rejects.toThrow('fetch failed');
    await vi.waitFor(async () => expect(await control.list('/v1/handsets/5215587654321/messages')).toHaveLength(1));
    expect(await control.list<LogEntry>('/v1/log')).toMatchObject([
      { decision: 'swallowed', status: null, id: expect.stringMatching(/^cr_/) },
    ]);
  });

  test('is gone while it is down', async () => {
    await control.behave('courier', { down: true });
    await expect(send()).rejects.toThrow('fetch failed');
  });
});
