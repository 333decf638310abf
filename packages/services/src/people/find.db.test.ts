import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyAudit } from '../audit/verify.ts';
import { recordConsent } from '../consent/record.ts';
import type { RequestContext } from '../context.ts';
import { type Stage, setStage } from '../dispatch/testing.ts';
import { addMember } from '../lists/add-member.ts';
import { createList } from '../lists/lists.ts';
import { addSuppression } from '../policy/suppressions.ts';
import { start } from '../verifications/testing.ts';
import { exportPerson } from './export.ts';
import { findPerson } from './find.ts';
import { readKept } from './kept.ts';
import { listPersonRequests } from './requests.ts';

const ANA = '+525512345678';
const MAIL = 'ana@example.com';
let stage: Stage;
let neighbour: RequestContext;

beforeAll(async () => {
  stage = await setStage();
  const { sql } = stage.services.database;
  const [workspace] = await sql<{ number: number; id: string; name: string }[]>`
    insert into workspace (id, name) values (${stage.services.ids.next()}, 'Neighbour') returning number, id, name`;
  if (workspace === undefined) throw new Error('no workspace');
  neighbour = { ...stage.ctx, workspace };
  await stage.addRoute('one', 1, 1, 'email');
  await stage.accept('transactional', ANA, { content: { text: 'your parcel, Ana' }, client_ref: 'order-7' });
  await stage.accept('transactional', '+525512345679', { content: { text: 'somebody else' } });
  await start(stage, ANA);
  const ctx = stage.ctx;
  await recordConsent({ ctx, input: { address: MAIL, channel: 'email', state: 'granted', source: 'form' } });
  const wordings = { en: { text: 'Yes', version: '1' } };
  const list = await createList({
    ctx,
    input: {
      name: 'News',
      channel: 'email',
      purpose: 'marketing',
      opt_in: 'single',
      confirm_within_hours: 72,
      wordings,
    },
  });
  await addMember({ ctx, input: { id: list.id, address: MAIL, source: 'form' } });
  await addSuppression({ ctx, input: { address: ANA, channel: 'sms', classes: ['marketing'], reason: 'asked' } });
});
afterAll(() => stage.end());

const counts = async (ctx: RequestContext, address: string): Promise<Record<string, number>> =>
  Object.fromEntries(
    (await findPerson({ ctx, input: { address } })).holdings
      .filter(({ count }) => count > 0)
      .map(({ kind, count }) => [kind, count]),
  );

test('a person is found in every kind of data, by any spelling, and nobody else with her', async () => {
  const found = await counts(stage.ctx, '+52 55 1234 5678');
  // The message and the code; the reference; the verification, its counters; the suppression, and the audit log that tells of it.
  expect(found).toMatchObject({ messages: 2, references: 1, verifications: 1, suppressions: 1, audit_log: 1 });
  expect(found.counters).toBeGreaterThan(0);
  expect(await counts(stage.ctx, 'Ana@Example.com')).toEqual({ consents: 2, list_members: 1, audit_log: 2 });
  expect(await counts(stage.ctx, '+525512345670')).toEqual({});
});

test('mails written to another spelling of the address are hers', async () => {
  await stage.services.database.sql`
    insert into message (id, workspace, environment, class, channel, address, expires_at)
    values (${stage.services.ids.next()}, ${stage.ctx.workspace.number}, 'live', 'transactional', 'email', 'BEA@Example.com', now())`;
  expect(await counts(stage.ctx, 'bea@example.com')).toEqual({ messages: 1 });
});

test('nothing is found from another environment or another workspace', async () => {
  for (const ctx of [{ ...stage.ctx, environment: 'sandbox' as const }, neighbour]) {
    for (const address of [ANA, MAIL]) {
      expect(await counts(ctx, address)).toEqual({});
      const copy = await exportPerson({ ctx, input: { address, reason: 'asked' } });
      expect(copy).toMatchObject({ messages: [], consents: [], verifications: [], list_members: [], audit_log: [] });
    }
  }
});

test('a copy holds the texts, and what it leaves behind names nobody', async () => {
  const copy = await exportPerson({ ctx: stage.ctx, input: { address: ANA, reason: 'asked by mail' } });
  expect(copy.messages).toHaveLength(2);
  expect(JSON.stringify(copy.messages)).toContain('your parcel, Ana');
  expect(copy).toMatchObject({ address: ANA, next_cursor: null, suppressions: [{ reason: 'asked' }] });
  const { data } = await listPersonRequests({ ctx: stage.ctx, input: { limit: 10 } });
  expect(data[0]).toMatchObject({ id: copy.request_id, kind: 'copy', state: 'done', reason: 'asked by mail' });
  const [entry] = await stage.services.database.sql<{ text: string }[]>`
    select e::text as text from audit_entry e where action = 'person.copied' and workspace = ${stage.ctx.workspace.number} order by seq desc limit 1`;
  for (const told of [JSON.stringify(data), entry?.text ?? '']) {
    expect(told).toContain('+52…5678');
    expect(told).not.toContain('5512345678');
  }
  expect((await verifyAudit({ ctx: stage.ctx, input: {} })).intact).toBe(true);
});

test('a copy of many messages comes in parts that follow each other without a gap', async () => {
  const { sql } = stage.services.database;
  const ids = Array.from({ length: 1003 }, () => stage.services.ids.next());
  await sql`
    insert into message (id, workspace, environment, class, channel, address, body, expires_at)
    select id, ${stage.ctx.workspace.number}, 'live', 'transactional', 'sms', '+525500000001', 'hola', now()
    from unnest(${`{${ids.join(',')}}`}::uuid[]) as id`;
  const input = { address: '+525500000001', reason: 'asked' };
  const first = await exportPerson({ ctx: stage.ctx, input });
  const rest = await exportPerson({ ctx: stage.ctx, input: { ...input, cursor: first.next_cursor ?? '' } });
  expect([first.messages.length, rest.messages.length, rest.next_cursor]).toEqual([1000, 3, null]);
  expect(new Set([...first.messages, ...rest.messages].map(({ id }) => id)).size).toBe(1003);
});

test('the messages of a person are found without reading those of everybody', async () => {
  const { sql } = stage.services.database;
  const plan = await sql.begin(async (tx) => {
    await tx`set local enable_seqscan = off`;
    return tx<{ 'QUERY PLAN': string }[]>`
      explain select id from message where lower(address) = any(array['+525512345678', 'erased:0'])`;
  });
  expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/Bitmap Index Scan on message_\d+_lower_idx/);
});

test('the record of processing names who outside gets data, by the host alone and only what is switched on', async () => {
  await stage.addRoute('outside', 1, 1);
  const { sql } = stage.services.database;
  const hook = (url: string, enabled: boolean) => sql`
    insert into webhook_endpoint (id, workspace, environment, url, description, event_types, secret, enabled)
    values (${stage.services.ids.next()}, ${stage.ctx.workspace.number}, 'live', ${url}, 'Shop', '{}', 'sealed', ${enabled})`;
  await hook('https://hooks.example.com/in?token=secret', true);
  await hook('https://off.example.com/', false);
  const record = await readKept({ ctx: stage.ctx, input: {} });
  expect(record.recipients).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: 'provider', name: 'outside' }),
      { kind: 'webhook', name: 'Shop', host: 'hooks.example.com' },
    ]),
  );
  expect(JSON.stringify(record)).not.toMatch(/secret|off\.example/);
  expect(record).toMatchObject({ environment: 'live', purposes: expect.arrayContaining(['otp', 'marketing']) });
});

test('the record of processing names how long each table is kept', async () => {
  const { data } = await readKept({ ctx: stage.ctx, input: {} });
  const message = data.find(({ table }) => table === 'message');
  expect(message).toMatchObject({ kind: 'messages', erasure: 'blanked', kept_for: 'retention_days' });
  expect(message?.oldest_day).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(data.find(({ table }) => table === 'consent')).toMatchObject({ oldest_day: null, kept_for: 'until_erased' });
});
