import type { SendMessageAnswer } from '@signalbox/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Stage, setStage } from '../dispatch/testing.ts';
import { openServices } from '../open-services.ts';
import { sendMessage } from './send.ts';
import { sendBatch } from './send-batch.ts';

let stage: Stage;
const body = (more: object = {}) => ({
  to: '+525512345678',
  channel: 'sms',
  class: 'transactional',
  content: { text: 'hello' },
  ...more,
});
const stored = async () => (await stage.services.database.sql`select id from message`).length;
const idOf = (sent: { body: string }) => (JSON.parse(sent.body) as SendMessageAnswer).id;

beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.end());

test('R-02 fifty equal calls at once, over two processes, make one message and one answer', async () => {
  const { services } = stage;
  const second = await openServices({
    databaseUrl: stage.database.url,
    masterKey: 'ab'.repeat(32),
    role: 'api',
    consoleOrigins: [],
    world: services.world,
    log: services.log,
  });
  const before = await stored();
  try {
    const calls = Array.from({ length: 50 }, (_, index) =>
      sendMessage({
        ctx: { ...stage.ctx, services: index % 2 === 0 ? services : second, requestId: `req_${index}` },
        input: { body: body(), idempotencyKey: 'once' },
      }),
    );
    const settled = await Promise.allSettled(calls);
    const answers = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    // On a machine that is busy a repeat may be told to come again.
    const told = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
    expect(told.filter((code) => code !== 'idempotency_in_progress')).toEqual([]);
    expect(new Set(answers.map((answer) => answer.body)).size).toBe(1);
    expect(answers.filter((answer) => !answer.replayed)).toHaveLength(1);
    expect(await stored()).toBe(before + 1);
  } finally {
    await second.close();
  }
});

test('a repeat is answered byte for byte and named a replay; the same key for another body is refused', async () => {
  const first = await sendMessage({ ctx: stage.ctx, input: { body: body(), idempotencyKey: 'again' } });
  const again = await sendMessage({ ctx: stage.ctx, input: { body: body(), idempotencyKey: 'again' } });
  expect(again).toEqual({ ...first, replayed: true, originalRequestId: stage.ctx.requestId });
  const other = sendMessage({
    ctx: stage.ctx,
    input: { body: body({ content: { text: 'bye' } }), idempotencyKey: 'again' },
  });
  await expect(other).rejects.toMatchObject({ code: 'idempotency_mismatch' });
  const sandbox = await sendMessage({
    ctx: { ...stage.ctx, environment: 'sandbox' },
    input: { body: body(), idempotencyKey: 'again' },
  });
  expect(sandbox.replayed).toBe(false);
});

test('a client_ref is taken once for ever, also among calls of one moment and inside one batch', async () => {
  const before = await stored();
  const settled = await Promise.allSettled(
    Array.from({ length: 10 }, () => sendMessage({ ctx: stage.ctx, input: { body: body({ client_ref: 'order-1' }) } })),
  );
  expect(settled.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  for (const one of settled) {
    if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'client_ref_taken' });
  }
  const batch = await sendBatch({
    ctx: stage.ctx,
    input: { body: { messages: [body({ client_ref: 'order-2' }), body({ client_ref: 'order-2' }), body()] } },
  });
  expect(JSON.parse(batch.body)).toMatchObject({
    accepted: [{ index: 0 }, { index: 2 }],
    rejected: [{ index: 1, error: { code: 'client_ref_taken' } }],
  });
  expect(await stored()).toBe(before + 3);
});

test('a message, its answer and its job are stored together or not at all', async () => {
  const { sql } = stage.services.database;
  const before = await stored();
  await sql`alter table pgboss.job_common rename to job_common_away`;
  try {
    const failing = sendMessage({ ctx: stage.ctx, input: { body: body(), idempotencyKey: 'torn' } });
    await expect(failing).rejects.toMatchObject({ code: 'overloaded' });
  } finally {
    await sql`alter table pgboss.job_common_away rename to job_common`;
  }
  expect(await stored()).toBe(before);
  const retried = await sendMessage({ ctx: stage.ctx, input: { body: body(), idempotencyKey: 'torn' } });
  expect(retried.replayed).toBe(false);
  expect(idOf(retried)).toMatch(/^msg_/);
  expect(await stored()).toBe(before + 1);
});

test.each([
  ['one message', 1],
  ['a hundred, which are copied', 100],
])(
  'what a call stores (%s) is written behind the wall of its workspace, or copied after it was checked',
  async (_, count) => {
    const { sql } = stage.services.database;
    await sql`create or replace function note_writer() returns trigger language plpgsql security invoker as $$
    begin
      if tg_table_name = 'idempotency' and current_user <> 'signalbox_tenant' then raise exception 'written past the wall'; end if;
      if tg_table_name like 'message%' and current_user <> 'signalbox_tenant' and ${sql.unsafe(String(count))} < 64 then
        raise exception 'written past the wall';
      end if;
      return new;
    end $$`;
    await sql`create or replace trigger note_answer before insert on idempotency for each row execute function note_writer()`;
    await sql`create or replace trigger note_message before insert on message for each row execute function note_writer()`;
    try {
      const messages = Array.from({ length: count }, () => body());
      const sent = await sendBatch({
        ctx: stage.ctx,
        input: { body: { messages }, idempotencyKey: `walled-${count}` },
      });
      expect(JSON.parse(sent.body).accepted).toHaveLength(count);
    } finally {
      await sql`drop function note_writer cascade`;
    }
  },
);
