import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readEnv } from './env.ts';
import type { Simulator } from './simulator.ts';
import type { LogEntry } from './submit-log.ts';
import { bindCustomer, controlOf, sms, startTestSimulator } from './testing.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'simulator-'));
const logFile = path.join(folder, 'log.jsonl');
let simulator: Simulator;
let control: ReturnType<typeof controlOf>;

beforeAll(async () => {
  simulator = await startTestSimulator({ logFile });
  control = controlOf(simulator);
});
afterAll(async () => {
  await simulator.stop();
  rmSync(folder, { recursive: true });
});

describe('the control interface', () => {
  test('merges a behaviour and leaves the rest as it was', async () => {
    await control.behave('aurora', { receipt: { loss: 0.5 }, errors: [{ status: 8, share: 0.1 }] });
    await control.behave('aurora', { receipt: { duplicates: 1 } });
    const { body } = await control.call('GET', '/v1/carriers/aurora/behaviour');
    expect(body).toMatchObject({
      receipt: { loss: 0.5, duplicates: 1 },
      errors: [{ status: 8, share: 0.1 }],
      latency_ms: { min: 4, max: 12 },
    });
    await control.behave('aurora', { receipt: { loss: 0, duplicates: 0 }, errors: [] });
  });

  test.each([
    ['an unknown field', { receipt: { colour: 1 } }, 'receipt.colour'],
    ['a share above 1', { swallow: 2 }, 'swallow'],
    [
      'shares that add up to more than 1',
      {
        errors: [
          { status: 8, share: 0.6 },
          { status: 9, share: 0.6 },
        ],
      },
      'errors',
    ],
    ['a range upside down', { latency_ms: { min: 9, max: 1 } }, 'latency_ms'],
    ['a wrong type deep down', { link: { half_open: 'yes' } }, 'link.half_open'],
    ['a prototype', '{"receipt":{"__proto__":{"loss":1},"constructor":1}}', 'receipt.__proto__'],
  ])('refuses %s by name and changes nothing', async (_name, patch, field) => {
    const before = (await control.call('GET', '/v1/carriers/aurora/behaviour')).body;
    const answer = await control.call('PUT', '/v1/carriers/aurora/behaviour', patch);
    expect(answer).toMatchObject({
      status: 422,
      type: 'application/problem+json',
      body: { code: 'invalid_behaviour' },
    });
    expect((answer.body as { errors: { field: string }[] }).errors.map((error) => error.field)).toContain(field);
    expect((await control.call('GET', '/v1/carriers/aurora/behaviour')).body).toEqual(before);
  });

  test('answers every mistake with a problem that has a code', async () => {
    const mistakes: [string, string, unknown, number][] = [
      ['GET', '/v1/nothing', undefined, 404],
      ['PUT', '/v1/carriers/nobody/behaviour', {}, 404],
      ['PUT', '/v1/carriers/aurora/behaviour', '{"x":', 400],
      ['PUT', '/v1/carriers/aurora/behaviour', [], 422],
      ['PUT', '/v1/listeners/telex', { open: true }, 404],
      ['PUT', '/v1/listeners/smpp', { open: 1 }, 422],
      ['POST', '/v1/handsets/abc/replies', { text: 'x' }, 400],
      ['POST', '/v1/handsets/525512345678/replies', { text: '' }, 422],
      ['POST', '/v1/carriers/postbox/acts', { act: 'unbind' }, 409],
      ['GET', '/v1/log?after=-1', undefined, 400],
      ['GET', '/v1/log?limit=many', undefined, 400],
    ];
    for (const [method, where, body, status] of mistakes) {
      const answer = await control.call(method, where, body);
      expect(answer, `${method} ${where}`).toMatchObject({
        status,
        type: 'application/problem+json',
        body: { code: expect.any(String) },
      });
    }
  });

  test('tells its state, its carriers and its calls', async () => {
    expect((await control.call('GET', '/livez')).status).toBe(200);
    expect((await control.call('GET', '/readyz')).body).toMatchObject({
      listeners: { smpp: { open: true }, smtp: { open: true } },
    });
    expect((await control.list<{ name: string }>('/v1/carriers')).map(({ name }) => name)).toEqual([
      'aurora',
      'borealis',
      'cascade',
      'delta',
      'postbox',
      'courier',
    ]);
    expect((await control.call('GET', '/v1/calls')).body).toEqual({ data: [] });
    expect(await control.list('/v1/magic-numbers')).toContainEqual(expect.objectContaining({ code: '01' }));
  });
});

test('the log pages by seq, empties on DELETE and stands in the file too', async () => {
  const customer = await bindCustomer(simulator.ports.smpp);
  for (const text of ['a', 'b', 'c']) await customer.submit({ ...sms('+5215500000001', text), registered_delivery: 0 });
  customer.end();
  const first = (await control.call('GET', '/v1/log?limit=2')).body as {
    data: LogEntry[];
    next_after: number;
    dropped: number;
  };
  expect([first.data.map(({ text }) => text), first.next_after, first.dropped]).toEqual([['a', 'b'], 2, 0]);
  const rest = (await control.call('GET', `/v1/log?after=${first.next_after}`)).body as { data: LogEntry[] };
  expect(rest.data.map(({ text, seq, at }) => [text, seq, /\.\d{6}Z$/.test(at)])).toEqual([['c', 3, true]]);
  expect((await control.call('DELETE', '/v1/log')).status).toBe(204);
  expect((await control.call('GET', '/v1/log')).body).toMatchObject({ data: [], total: 0 });
  await simulator.stop();
  const lines = readFileSync(logFile, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { kind: string; text?: string });
  expect(lines.map(({ kind, text }) => [kind, text])).toEqual([
    ['submit', 'a'],
    ['submit', 'b'],
    ['submit', 'c'],
    ['cleared', undefined],
  ]);
  simulator = await startTestSimulator();
});

test('a wrong setting is one sentence that names it', () => {
  expect(() => readEnv({ SIMULATOR_PORT: 'abc' })).toThrow(/^SIMULATOR_PORT="abc" is not usable: .+\.$/);
  expect(readEnv({ SIMULATOR_PORT: '7000', SIMULATOR_SMTP_PORT: '2525' })).toMatchObject({
    smppPort: 7001,
    smtpPort: 2525,
    vendorPort: 7003,
  });
  expect(readEnv({ SIMULATOR_PORT: '0' })).toMatchObject({ smppPort: 0, smtpPort: 0, vendorPort: 0 });
  expect(readEnv({ SIMULATOR_PORT: '', SIMULATOR_SEED: '7' })).toMatchObject({
    httpPort: 4900,
    smppPort: 4901,
    smtpPort: 4902,
    vendorPort: 4903,
    seed: 7,
  });
});
