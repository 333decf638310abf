import { type SendBatchAnswer, type SendMessageAnswer, SignalboxError } from '@signalbox/contracts';
import { insertAnswers, pruneAnswers } from '@signalbox/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RequestContext } from '../context.ts';
import { openStageServices, type Stage, setStage } from '../dispatch/testing.ts';
import { sendMessage } from './send.ts';
import { sendBatch } from './send-batch.ts';
import type { SendOutput } from './write-call.ts';

let stage: Stage;
/** The same workspace in two processes that share nothing but the database. */
let processes: [RequestContext, RequestContext];
let closeSecond: () => Promise<void>;
beforeAll(async () => {
  stage = await setStage();
  const second = await openStageServices(stage.database.url, 'api');
  closeSecond = () => second.close();
  processes = [stage.ctx, { ...stage.ctx, services: second }];
});
afterAll(async () => {
  await closeSecond();
  await stage.end();
});

const text = (more: object = {}) => ({
  to: '+525512345678',
  channel: 'sms',
  class: 'transactional',
  content: { text: 'hello' },
  ...more,
});
const stored = async (): Promise<number> => (await stage.services.database.sql`select id from message`).length;
const kept = (key: string) => stage.services.database.sql<{ status: number; body: string; fingerprint: string }[]>`
  select split_part(line, ' ', 1) as fingerprint, split_part(line, ' ', 3)::int as status,
    substr(line, strpos(line, ${` ${key} `}) + ${key.length + 2}) as body
  from idempotency_packet, string_to_table(answers, chr(10)) as line where split_part(line, ' ', 4) = ${key}`;

type Verb = (call: { ctx: RequestContext; input: { body: unknown; idempotencyKey?: string } }) => Promise<SendOutput>;
type Told = { kind: 'first' | 'replay'; body: string } | { kind: 'refused'; code: string };

/** Fifty calls at once, by turns to the two processes; each told its own body. */
const fifty = (verb: Verb, key: string, bodyOf: (index: number) => unknown): Promise<Told[]> =>
  Promise.all(
    Array.from({ length: 50 }, async (_, index): Promise<Told> => {
      const ctx = { ...(processes[index % 2] as RequestContext), requestId: `req_${key}_${index}` };
      try {
        const { body, replayed } = await verb({ ctx, input: { body: bodyOf(index), idempotencyKey: key } });
        return { kind: replayed ? 'replay' : 'first', body };
      } catch (error) {
        if (error instanceof SignalboxError) return { kind: 'refused', code: error.code };
        throw error;
      }
    }),
  );
const bodies = (told: readonly Told[]) => new Set(told.flatMap((one) => (one.kind === 'refused' ? [] : [one.body])));
const codes = (told: readonly Told[]) => new Set(told.flatMap((one) => (one.kind === 'refused' ? [one.code] : [])));

/** Holds every transaction that stores this key for so many seconds before its commit. */
async function hold(key: string, seconds: number): Promise<void> {
  const { sql } = stage.services.database;
  await sql`
    create or replace function hold_key() returns trigger language plpgsql as $$
    begin perform pg_sleep(${sql.unsafe(String(seconds))}); return null; end $$`;
  await sql.unsafe(`drop trigger if exists hold on idempotency_packet; create constraint trigger hold after insert on idempotency_packet
    deferrable initially deferred for each row when (new.answers like '% ${key} %') execute function hold_key()`);
}

describe('R-02, I-12: equal calls at once', () => {
  it('fifty batches over two processes are one batch: its messages once, one answer, byte for byte', async () => {
    const before = await stored();
    const messages = Array.from({ length: 20 }, (_, index) =>
      text({ to: `+5255123457${String(index).padStart(2, '0')}` }),
    );
    const told = await fifty(sendBatch, 'batch-once', () => ({ messages }));
    expect(told.filter(({ kind }) => kind === 'first')).toHaveLength(1);
    expect(bodies(told).size).toBe(1);
    expect([...codes(told)].filter((code) => code !== 'idempotency_in_progress')).toEqual([]);
    expect(await stored()).toBe(before + 20);
    expect(await kept('batch-once')).toMatchObject([{ status: 202, body: [...bodies(told)][0] }]);
  });

  it('changed bodies in the midst of equal ones: the first to commit is the one, the others are refused by name', async () => {
    const before = await stored();
    const bodyOf = (index: number) => text({ content: { text: index % 5 === 2 ? `changed ${index}` : 'hello' } });
    const told = await fifty(sendMessage, 'changed-once', bodyOf);
    expect(told.filter(({ kind }) => kind === 'first')).toHaveLength(1);
    expect(bodies(told).size).toBe(1);
    expect(codes(told)).toContain('idempotency_mismatch');
    expect([...codes(told)].every((code) => /^idempotency_/.test(code))).toBe(true);
    expect(await stored()).toBe(before + 1);
    expect(await kept('changed-once')).toHaveLength(1);
    // Which bodies were told the answer is a matter of the stored fingerprint alone.
    const winners = told.flatMap((one, index) => (one.kind === 'refused' ? [] : [JSON.stringify(bodyOf(index))]));
    expect(new Set(winners).size).toBe(1);
  });

  it('fifty sends over two channels are one group of one message', async () => {
    const before = await stored();
    const both = {
      channels: ['sms', 'email'],
      mode: 'failover',
      to: { sms: '+525512345678', email: 'a@example.com' },
      class: 'transactional',
      content: { text: 'hello', subject: 'Hello' },
    };
    const told = await fifty(sendMessage, 'group-once', () => both);
    expect(bodies(told).size).toBe(1);
    expect(await stored()).toBe(before + 1);
    const { id } = JSON.parse([...bodies(told)][0] ?? '{}') as SendMessageAnswer;
    expect(id).toMatch(/^msg_/);
    expect(await stage.services.database.sql`select id from message_group`).toHaveLength(1);
  });

  it('a repeat with another API key of the workspace is a replay too: a rotation breaks none', async () => {
    const first = await sendMessage({ ctx: stage.ctx, input: { body: text(), idempotencyKey: 'rotated' } });
    const other: RequestContext = { ...stage.ctx, actor: { kind: 'system', id: 'another', name: 'Test' } };
    const again = await sendMessage({ ctx: other, input: { body: text(), idempotencyKey: 'rotated' } });
    expect([again.body, again.replayed]).toEqual([first.body, true]);
  });
});

describe('a call that is held up', () => {
  it.each([
    ['another process', 1],
    ['the same process', 0],
  ])(
    'is in progress for an equal call to %s after two seconds; its answer is the replay later',
    async (name, other) => {
      const key = `held by ${name}`.replaceAll(' ', '-');
      await hold(key, 3.5);
      const first = sendMessage({ ctx: processes[0], input: { body: text(), idempotencyKey: key } });
      await new Promise((resolve) => setTimeout(resolve, 300));
      const askedMs = performance.now();
      const second = sendMessage({
        ctx: processes[other] as RequestContext,
        input: { body: text(), idempotencyKey: key },
      });
      await expect(second).rejects.toMatchObject({ code: 'idempotency_in_progress', retryAfterSeconds: 1 });
      const waitedMs = performance.now() - askedMs;
      expect(waitedMs).toBeGreaterThan(1900);
      expect(waitedMs).toBeLessThan(3100);
      const { body } = await first;
      const again = await sendMessage({ ctx: processes[1], input: { body: text(), idempotencyKey: key } });
      expect([again.body, again.replayed]).toEqual([body, true]);
    },
  );
});

describe('an item of a batch with a key of its own', () => {
  const batch = async (messages: readonly object[], ctx: RequestContext = stage.ctx): Promise<SendBatchAnswer> =>
    JSON.parse((await sendBatch({ ctx, input: { body: { messages } } })).body) as SendBatchAnswer;
  const item = (key: string, more: object = {}) => text({ idempotency_key: key, ...more });

  it('is not sent again by a batch that is cut another way: it gets its first id, and its neighbours go', async () => {
    const first = await batch([item('i-1'), item('i-2')]);
    const before = await stored();
    const second = await batch([item('i-2'), item('i-3'), text()], processes[1]);
    expect(second.accepted).toEqual([
      { index: 0, id: first.accepted[1]?.id, replayed: true },
      { index: 1, id: expect.any(String) },
      { index: 2, id: expect.any(String) },
    ]);
    expect(await stored()).toBe(before + 2);
  });

  it('keeps the channels of its group, and its client_ref, which its repeat does not find taken', async () => {
    const group = {
      channels: ['sms', 'email'],
      mode: 'parallel',
      to: { sms: '+525512345678', email: 'a@example.com' },
      class: 'transactional',
      content: { text: 'hello', subject: 'Hello' },
      client_ref: 'item-group',
      idempotency_key: 'i-group',
    };
    const [first, again] = [await batch([group]), await batch([group])];
    expect(again.accepted).toEqual([{ ...first.accepted[0], replayed: true }]);
    expect(first.accepted[0]?.channels).toHaveLength(2);
  });

  it('is refused by itself when its key is that of another message, stored or in the same batch', async () => {
    await batch([item('i-other')]);
    const changed = item('i-other', { content: { text: 'bye' } });
    const answer = await batch([changed, item('i-twin'), item('i-twin'), item('i-twin', { content: { text: 'bye' } })]);
    expect(answer.accepted).toEqual([
      { index: 1, id: expect.any(String) },
      { index: 2, id: answer.accepted[0]?.id, replayed: true },
    ]);
    expect(answer.rejected.map(({ index, error }) => [index, error.code])).toEqual([
      [0, 'idempotency_mismatch'],
      [3, 'idempotency_mismatch'],
    ]);
  });

  it('that is refused is not kept: mended, it goes under the same key', async () => {
    await batch([text({ client_ref: 'item-taken' })]);
    const refused = await batch([item('i-mended', { client_ref: 'item-taken' }), item('i-bad', { to: '1' })]);
    expect(refused.rejected.map(({ error }) => error.code)).toEqual(['client_ref_taken', 'request_invalid']);
    const mended = await batch([item('i-mended', { client_ref: 'item-free' }), item('i-bad')]);
    expect(mended.accepted.map(({ replayed }) => replayed)).toEqual([undefined, undefined]);
  });

  it.each([
    ['i bad', 'format_invalid'],
    ['', 'format_invalid'],
    ['x'.repeat(256), 'format_invalid'],
    [7, 'wrong_type'],
  ])('is refused when the key is %j', async (idempotency_key, code) => {
    const { rejected } = await batch([text({ idempotency_key, explain: true })]);
    expect(rejected[0]?.error.errors.map((one) => `${one.path} ${one.code}`)).toEqual([
      'explain not_allowed',
      `idempotency_key ${code}`,
    ]);
  });

  it('goes once, though fifty batches with shares of the same items come at once to two processes', async () => {
    const before = await stored();
    const all = Array.from({ length: 30 }, (_, index) => item(`storm-${index}`));
    const answers = await Promise.all(
      Array.from({ length: 50 }, async (_, index) => {
        const from = (index * 7) % 25;
        const messages = all.slice(from, from + 5);
        for (;;) {
          try {
            const answer = await batch(index % 3 === 0 ? messages.toReversed() : messages, processes[index % 2]);
            return answer.accepted.map(
              ({ id, index: at }) => [index % 3 === 0 ? from + 4 - at : from + at, id] as const,
            );
          } catch (error) {
            if ((error as SignalboxError).code !== 'idempotency_in_progress') throw error;
          }
        }
      }),
    );
    const ids = new Map<number, Set<string>>();
    for (const [at, id] of answers.flat()) ids.set(at, (ids.get(at) ?? new Set()).add(id));
    expect([...ids.values()].every((set) => set.size === 1)).toBe(true);
    expect(await stored()).toBe(before + ids.size);
  });

  it('spares the batch its warning only when every item has one', async () => {
    expect((await batch([item('i-warn-1'), text()])).warnings).toMatchObject([{ code: 'idempotency_key_missing' }]);
    expect((await batch([item('i-warn-2')])).warnings).toBeUndefined();
  });
});

describe('what is kept', () => {
  const answer = { workspace: 0, key: '', fingerprint: 'print', requestId: 'req_1', status: 202, body: '{}' };
  beforeAll(() => {
    answer.workspace = stage.ctx.workspace.number;
  });

  it('is forgotten after a day, in small batches; what is younger stays', async () => {
    const { sql } = stage.services.database;
    const insert = async (key: string, age: string) => {
      for (let packet = 0; packet < 25; packet += 1)
        await insertAnswers(
          sql,
          [1, 2].map(() => ({ ...answer, id: stage.services.ids.next(), key })),
        );
      await sql`
        update idempotency_packet set created_at = now() - ${age}::interval where answers like ${`% ${key} %`}`;
    };
    await insert('old', '24 hours 1 minute');
    await insert('young', '23 hours 59 minutes');
    expect(await pruneAnswers(sql, 10)).toBe(50);
    expect([(await kept('old')).length, (await kept('young')).length]).toEqual([0, 50]);
  });
});
