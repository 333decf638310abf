import assert from 'node:assert/strict';
import { createHmac, randomInt, randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { ApiError, ConnectionError, Signalbox, SignalboxError, webhooks } from '../src/index.ts';
import { WebhookVerificationError } from '../src/webhooks.ts';

// Runs against the api SIGNALBOX_BASE_URL names, with a sandbox key; FAULTS_URL misbehaves as told.
const client = new Signalbox();
const number = () => `+5255123${randomInt(10_000, 89_999)}`;
const sms = (to = number()) => ({ to, channel: 'sms', class: 'transactional', content: { text: 'Hola 🚚' } }) as const;

async function refusalOf(call: Promise<unknown>): Promise<ApiError> {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  assert(error instanceof ApiError, `an ApiError was expected, not ${error}`);
  return error;
}

/** A client of the fault server, and who came there. */
function told(script: string, options: { timeoutMs?: number } = {}) {
  const name = randomUUID();
  const faulty = new Signalbox({ baseUrl: `${process.env.FAULTS_URL}/s/${name}/${script}`, ...options });
  const visits = async () =>
    (await (await fetch(`${process.env.FAULTS_URL}/log/${name}`)).json()) as {
      key: string | null;
      agent: string;
      atMs: number;
    }[];
  return { client: faulty, visits };
}

test('a message is sent, read and explained', async () => {
  const sent = await client.messages.send({ ...sms(), metadata: { order: '84-2201' } });
  assert.match(sent.id, /^msg_/);
  assert.equal(sent.warnings, undefined);
  const message = await client.messages.get(sent.id);
  assert.equal(message.content.text, 'Hola 🚚');
  assert.deepEqual(message.metadata, { order: '84-2201' });
  assert.equal((await client.messages.getTimeline(sent.id)).data[0]?.kind, 'accept');
});

test('a batch is answered item by item', async () => {
  const answer = await client.messages.sendBatch({ messages: [sms(), sms('nobody')] });
  assert.deepEqual(
    answer.accepted.map(({ index }) => index),
    [0],
  );
  assert.equal(answer.rejected[0]?.index, 1);
  assert.equal(answer.rejected[0]?.error.errors[0]?.path, 'to');
});

test('a list is read over its pages', async () => {
  const to = number();
  await client.messages.sendBatch({ messages: [sms(to), sms(to), sms(to)] });
  const ids = new Set<string>();
  for await (const message of client.messages.list({ to, limit: 1 })) ids.add(message.id);
  assert.equal(ids.size, 3);
  let pages = 0;
  for await (const page of client.messages.list({ to, limit: 2 }).pages()) {
    pages += 1;
    assert(page.data.length > 0);
  }
  assert.equal(pages, 2);
  assert.equal((await client.messages.list({ to, limit: 2 }).first()).data.length, 2);
});

test('a refusal says code, fields, cure and request id', async () => {
  const error = await refusalOf(client.messages.send(sms('nobody')));
  assert.equal(error.status, 400);
  assert.equal(error.code, 'request_invalid');
  assert.equal(error.errors[0]?.path, 'to');
  assert.match(error.requestId ?? '', /^req_/);
  assert(error.cure);
  const stranger = new Signalbox({ apiKey: 'sb_test_00000000_wrong' });
  assert.equal((await refusalOf(stranger.messages.get(randomUUID()))).code, 'unauthenticated');
  assert.equal((await refusalOf(client.webhooks.get('whe_00000000000000000000000000'))).status, 404);
});

test('a repeat under one key answers as the first call did', async () => {
  const idempotencyKey = randomUUID();
  const body = sms();
  const first = await client.messages.send(body, { idempotencyKey });
  assert.equal((await client.messages.send(body, { idempotencyKey })).id, first.id);
  const other = await refusalOf(client.messages.send({ ...body, content: { text: 'Other' } }, { idempotencyKey }));
  assert.equal(other.code, 'idempotency_mismatch');
});

test('a verification is started and checked', async () => {
  const started = await client.verifications.start({ to: number(), app_name: 'Shop', locale: 'es' });
  const code = /\d{6}/.exec((await client.messages.get(started.message_id)).content.text ?? '')?.[0] ?? '';
  const wrong = await client.verifications.check(started.id, { code: code === '000000' ? '000001' : '000000' });
  assert.equal(wrong.valid, false);
  assert.equal((await client.verifications.check(started.id, { code })).valid, true);
  assert.equal((await client.verifications.get(started.id)).state, 'approved');
});

test('an answer without content is nothing', async () => {
  const address = number();
  const { id } = await client.suppressions.add({ address, channel: 'sms', reason: 'asked by mail' });
  assert.equal(await client.suppressions.remove(id), undefined);
});

test('429 is tried again after Retry-After, under the same key', async () => {
  const { client: faulty, visits } = told('429r1,ok');
  await faulty.messages.send(sms());
  const [first, second, ...more] = await visits();
  assert.equal(more.length, 0);
  assert(first && second && second.atMs - first.atMs >= 1000, 'came back too early');
  assert(first.key);
  assert.equal(second.key, first.key);
  assert.match(first.agent, /^signalbox-typescript\/\d/);
});

test('a Retry-After that is a date is waited for', async () => {
  const { client: faulty, visits } = told('later,ok');
  await faulty.messages.send(sms());
  const [first, second] = await visits();
  assert(first && second && second.atMs - first.atMs >= 900, 'came back too early');
});

test('what passes by itself is tried three times and no more', async () => {
  for (const script of ['503r0,502,ok', 'drop,html,ok', 'busy,504,ok']) {
    const { client: faulty, visits } = told(script);
    assert.equal((await faulty.messages.send(sms())).id, 'msg_fault');
    const keys = (await visits()).map(({ key }) => key);
    assert.equal(keys.length, 3, script);
    assert.equal(new Set(keys).size, 1);
  }
  const { client: faulty, visits } = told('503r0');
  assert.equal((await refusalOf(faulty.messages.send(sms()))).requestId, 'req_fault');
  assert.equal((await visits()).length, 3);
});

test('what a repeat could do twice, or cannot help, is tried once', async () => {
  const body = { address: number(), channel: 'sms', reason: 'asked' } as const;
  for (const script of ['502', 'html', 'drop']) {
    const { client: faulty, visits } = told(script);
    await assert.rejects(faulty.suppressions.add(body), SignalboxError);
    assert.equal((await visits()).length, 1, script);
  }
  for (const script of ['500', '409', '429r3600', '302']) {
    const { client: faulty, visits } = told(script);
    await refusalOf(faulty.messages.send(sms()));
    assert.equal((await visits()).length, 1, script);
  }
});

test('in the long run one call in ten is tried again', async () => {
  const { client: faulty, visits } = told('503r0');
  for (let call = 0; call < 20; call += 1) await refusalOf(faulty.messages.send(sms()));
  const tries = (await visits()).length;
  assert(tries >= 30 && tries <= 32, `${tries} tries of 20 calls`);
});

test('a server that hangs is left after the timeout', async () => {
  const { client: faulty } = told('hang', { timeoutMs: 150 });
  await assert.rejects(faulty.messages.send(sms()), ConnectionError);
});

test('a call is given up when its signal says so', async () => {
  const { client: faulty } = told('hang');
  await assert.rejects(faulty.messages.send(sms(), { signal: AbortSignal.timeout(50) }), { name: 'TimeoutError' });
});

test('fields and words of a later version are borne', async () => {
  const answer = await told('ok').client.messages.send(sms());
  assert.equal(answer.state, 'teleported');
  assert.deepEqual((answer as unknown as { of_tomorrow: unknown }).of_tomorrow, { is: 'kept' });
});

test('an id never leads to another path', () => {
  for (const id of ['', '.', '..']) assert.throws(() => client.messages.get(id), SignalboxError);
});

test('a client without key or address says which variable is missing', () => {
  assert.throws(() => new Signalbox({ apiKey: '' }), /SIGNALBOX_API_KEY/);
  assert.throws(() => new Signalbox({ baseUrl: 'messages.example.com' }), /SIGNALBOX_BASE_URL/);
});

// The example of the Standard Webhooks specification.
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const BODY = '{"test": 2432232314}';
const NOW_MS = 1_614_265_330_000;
const signed = (signature = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=') => ({
  'Webhook-Id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  'Webhook-Timestamp': '1614265330',
  'Webhook-Signature': signature,
});

test('a webhook verifies by the example of the specification, as text and as bytes', () => {
  for (const body of [BODY, Buffer.from(BODY)]) {
    assert.equal(webhooks.verify(body, signed(), SECRET, { nowMs: NOW_MS }).id, 'msg_p5jXN8AQM9LWM0D4loKWxJek');
  }
  webhooks.verify(BODY, new Headers(signed()), SECRET, { nowMs: NOW_MS });
});

test('a webhook that was changed, is old or is of another secret does not verify', () => {
  const refused = (body: string, headers: Record<string, string>, secret = SECRET, nowMs = NOW_MS) =>
    assert.throws(() => webhooks.verify(body, headers, secret, { nowMs }), WebhookVerificationError);
  refused(`${BODY} `, signed());
  refused(BODY, { ...signed(), 'Webhook-Id': 'msg_other' });
  refused(BODY, signed(), 'whsec_AAAA');
  refused(BODY, signed(), '');
  refused(BODY, signed(), SECRET, NOW_MS + 301_000);
  refused(BODY, signed(), SECRET, NOW_MS - 301_000);
  refused(BODY, signed('v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE='));
  refused(BODY, { 'Webhook-Id': 'x', 'Webhook-Timestamp': '1614265330' });
  refused(BODY, { ...signed(), 'Webhook-Timestamp': 'soon' });
});

test('while a secret is rotated a webhook verifies with the old and the new one', () => {
  const other = Buffer.from('another secret of the same endpoint');
  const text = `msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.${BODY}`;
  const second = `v1,${createHmac('sha256', other).update(text).digest('base64')}`;
  const headers = signed(`${second} ${signed()['Webhook-Signature']}`);
  for (const secret of [SECRET, `whsec_${other.toString('base64')}`]) {
    webhooks.verify(BODY, headers, secret, { nowMs: NOW_MS });
  }
});
