import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { readSinkEnv } from './env.ts';
import { createHistogram } from './histogram.ts';
import { type Door, serveHttp } from './listen.ts';
import { createSink, type SinkStats } from './sink.ts';
import { createSinkControl } from './sink-control.ts';
import { bindCustomer, sms, textOf } from './testing.ts';

const sink = createSink({ receipts: 'off', latencyMs: 0, receiptDelayMs: 0 });
let port = 0;
let http: Door;

beforeAll(async () => {
  port = await sink.listen(0, '127.0.0.1');
  http = await serveHttp(createSinkControl(sink), 0, '127.0.0.1');
});
afterAll(async () => {
  await http.close();
  await sink.stop();
});

async function ask(method: string, path: string, body?: unknown) {
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
  const response = await fetch(`http://127.0.0.1:${http.port}${path}`, init);
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
}
const stats = async () => (await ask('GET', '/stats')).body as SinkStats;

describe('the load sink', () => {
  test('answers a foreign client with ids of its own, counts, and forgets on DELETE', async () => {
    const customer = await bindCustomer(port, { systemId: 'anybody' });
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, i) => customer.submit(sms('+5215512345678', `load ${i}`))),
    );
    customer.end();
    expect(new Set(answers.map((pdu) => pdu.message_id)).size).toBe(200);
    expect(answers.every((pdu) => pdu.command_status === 0)).toBe(true);
    expect(await stats()).toMatchObject({ submits: 200, answered: 200, receipts_sent: 0, delay_us: {} });
    expect((await ask('DELETE', '/stats')).status).toBe(204);
    expect(await stats()).toMatchObject({ submits: 0, submits_per_second: 0 });
  });

  test('reports every submit that wants it, by text and parameters', async () => {
    await ask('PUT', '/settings', { receipts: 'both' });
    const customer = await bindCustomer(port);
    const wanted = await customer.submit(sms('+5215512345678', 'x'));
    await customer.submit({ ...sms('+5215512345678', 'y'), registered_delivery: 0 });
    const receipt = await customer.wait((pdu) => pdu.command === 'deliver_sm');
    expect(receipt).toMatchObject({
      receipted_message_id: wanted.message_id,
      message_state: 2,
      source_addr: '5215512345678',
      destination_addr: 'ACME',
      esm_class: 4,
    });
    expect(textOf(receipt)).toMatch(new RegExp(`^id:${wanted.message_id} sub:001 .* stat:DELIVRD err:000`));
    await vi.waitFor(async () =>
      expect(await stats()).toMatchObject({ receipts_sent: 1, receipts_answered: 1, receipts_failed: 0 }),
    );
    customer.end();
  });

  test('sends the receipts of a transmitter to a receiver of the same account, and counts those nobody takes', async () => {
    await ask('DELETE', '/stats');
    const sender = await bindCustomer(port, { systemId: 'pair', bind: 'bind_transmitter' });
    await sender.submit(sms('+5215512345678', 'nobody there'));
    expect(await stats()).toMatchObject({ receipts_unsendable: 1 });
    const receiver = await bindCustomer(port, { systemId: 'pair', bind: 'bind_receiver' });
    const answer = await sender.submit(sms('+5215512345678', 'x'));
    await receiver.wait((pdu) => pdu.receipted_message_id === answer.message_id);
    sender.end();
    receiver.end();
    await ask('PUT', '/settings', { receipts: 'off' });
  });

  test('measures the time from the stamp in the text by its first word', async () => {
    await ask('DELETE', '/stats');
    const customer = await bindCustomer(port);
    const ago = (ms: number) => Math.round((performance.timeOrigin + performance.now() - ms) * 1000);
    await customer.submit(sms('+5215512345678', `otp 1234 t=${ago(500)}`));
    await customer.submit(sms('+5215512345678', `t=${ago(0)}`));
    await customer.submit(sms('+5215512345678', 'marketing t=soon'));
    customer.end();
    const { delay_us: delays } = await stats();
    expect(Object.keys(delays).sort()).toEqual(['other', 'otp']);
    expect(delays.otp?.p50).toBeGreaterThan(499_000);
    expect(delays.otp?.p50).toBeLessThan(900_000);
    expect(delays.other?.p50).toBeLessThan(400_000);
  });

  test('sends receipts no sooner than their delay after the answer', async () => {
    await ask('PUT', '/settings', { receipts: 'both', receipt_delay_ms: 60 });
    const customer = await bindCustomer(port);
    const before = performance.now();
    const answer = await customer.submit(sms('+5215512345678', 'x'));
    await customer.wait((pdu) => pdu.receipted_message_id === answer.message_id);
    expect(performance.now() - before).toBeGreaterThan(55);
    customer.end();
    await ask('PUT', '/settings', { receipts: 'off', receipt_delay_ms: 0 });
  });

  test('answers no sooner than its latency', async () => {
    await ask('PUT', '/settings', { latency_ms: 50 });
    const customer = await bindCustomer(port);
    const before = performance.now();
    await customer.submit(sms('+5215512345678', 'x'));
    expect(performance.now() - before).toBeGreaterThan(48);
    customer.end();
    await ask('PUT', '/settings', { latency_ms: 0 });
  });

  test('names what is wrong with a setting', async () => {
    expect(await ask('PUT', '/settings', { receipts: 'maybe' })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'receipts' }] },
    });
    expect(() => readSinkEnv({ SINK_LATENCY_MS: '-1' })).toThrow(/^SINK_LATENCY_MS="-1" is not usable/);
    expect(readSinkEnv({ SINK_RECEIPTS: '1' }).receipts).toBe('both');
  });
});

test('a histogram tells quantiles within 2 %, at every size', () => {
  for (const scale of [1, 100, 10_000, 1_000_000]) {
    const histogram = createHistogram();
    for (let value = 1; value <= 1000; value += 1) histogram.add(value * scale);
    const { count, min, p50, p99, max, mean } = histogram.summary();
    expect([count, min, max]).toEqual([1000, scale, 1000 * scale]);
    expect(mean).toBeCloseTo(500.5 * scale);
    for (const [got, exact] of [
      [p50, 500],
      [p99, 990],
    ] as const)
      expect(Math.abs(got / (exact * scale) - 1)).toBeLessThan(0.02);
  }
  expect(createHistogram().summary()).toMatchObject({ count: 0, max: 0 });
});
