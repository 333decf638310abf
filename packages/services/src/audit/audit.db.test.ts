import { createHash } from 'node:crypto';
import type { AuditEntryView } from '@signalbox/contracts';
import { canonicalJson } from '@signalbox/core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { RequestContext, Services } from '../context.ts';
import { openStageServices, type Stage, setStage } from '../dispatch/testing.ts';
import { addSuppression } from '../policy/suppressions.ts';
import { inWorkspace } from '../tenant.ts';
import { exportAudit } from './export.ts';
import { listAudit } from './list.ts';
import { recordAudit } from './record.ts';
import { verifyAudit } from './verify.ts';

const WRITERS = 32;
const EACH = 10;
let stage: Stage;
let other: Services;

beforeAll(async () => {
  stage = await setStage();
  other = await openStageServices(stage.database.url, 'api');
  // Thirty-two writers over two processes, each with some changes of its own.
  const write = async (writer: number): Promise<void> => {
    const ctx: RequestContext = { ...stage.ctx, services: writer % 2 === 0 ? stage.services : other };
    for (let change = 0; change < EACH; change += 1) {
      const address = `person-${writer}-${change}@example.com`;
      await addSuppression({
        ctx,
        input: { channel: 'email', address, classes: ['marketing'], reason: 'asked — “no”' },
      });
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
});

afterAll(async () => {
  await other.close();
  await stage.end();
});

const verdict = () => verifyAudit({ ctx: stage.ctx, input: {} });
/** What is done to the table behind everybody's back, and undone after the test. */
let undo: (() => Promise<unknown>) | undefined;
afterEach(async () => {
  await undo?.();
  undo = undefined;
  expect((await verdict()).intact).toBe(true);
});

test('S-12: a chain written by 32 at once is one chain without a gap, and fits', async () => {
  expect(await verdict()).toMatchObject({ intact: true, broken: null, entries: WRITERS * EACH });
});

test('S-12: one changed byte is found with its row', async () => {
  const { sql } = stage.services.database;
  const [row] = await sql<{ id: string; address: string }[]>`select id, address from audit_entry where seq = 57`;
  await sql`update audit_entry set address = '192.0.2.2' where seq = 57`;
  undo = () => sql`update audit_entry set address = ${row?.address ?? ''} where seq = 57`;
  expect(await verdict()).toMatchObject({ intact: false, broken: { seq: 57, how: 'changed' } });
});

test('S-12: a byte changed deep inside what was before and after is found too', async () => {
  const { sql } = stage.services.database;
  const [row] = await sql<{ after: object }[]>`select after from audit_entry where seq = 58`;
  await sql`update audit_entry set after = jsonb_set(after, '{classes,0}', '"otp"') where seq = 58`;
  undo = () => sql`update audit_entry set after = ${sql.json((row?.after ?? {}) as never)} where seq = 58`;
  expect(await verdict()).toMatchObject({ intact: false, broken: { seq: 58, how: 'changed' } });
});

test.each([1, 123, WRITERS * EACH])('S-12: row %i, dropped, is missing', async (seq) => {
  const { sql } = stage.services.database;
  await sql`create table dropped as select * from audit_entry where seq = ${seq}`;
  await sql`delete from audit_entry where seq = ${seq}`;
  undo = async () => {
    await sql`insert into audit_entry select * from dropped`;
    await sql`drop table dropped`;
  };
  expect(await verdict()).toMatchObject({ intact: false, broken: { seq, id: null, how: 'missing' } });
});

test('S-12: two rows that changed places are found at the first of them', async () => {
  const { sql } = stage.services.database;
  const swap = () =>
    sql`update audit_entry set seq = case seq when -200 then 201 else 200 end where seq in (-200, -201)`;
  const swapAll = async () => {
    await sql`update audit_entry set seq = -seq where seq in (200, 201)`;
    await swap();
  };
  await swapAll();
  undo = swapAll;
  expect(await verdict()).toMatchObject({ intact: false, broken: { seq: 200, how: 'changed' } });
});

test('S-12: rewriting the end of the chain with hashes that fit does not fit its head', async () => {
  const { sql } = stage.services.database;
  const last = WRITERS * EACH;
  await sql`create table kept as select * from audit_entry where seq = ${last}`;
  await sql`delete from audit_entry where seq = ${last}`;
  const [head] = await sql<{ seq: number; hash: string }[]>`select seq::int as seq, hash from audit_head`;
  await sql`update audit_head set seq = ${last - 1}`;
  undo = async () => {
    await sql`insert into audit_entry select * from kept`;
    await sql`drop table kept`;
    await sql`update audit_head set seq = ${head?.seq ?? 0}`;
  };
  expect(await verdict()).toMatchObject({ intact: false, broken: { seq: last - 1, how: 'changed' } });
});

test('a tenant can neither change nor delete an entry, nor write one but by appending to its own chain', async () => {
  for (const statement of [
    `update audit_entry set action = 'key.created'`,
    'delete from audit_entry',
    'delete from audit_head',
    `insert into audit_head (workspace, seq, hash) values (1, 1, '')`,
    `select append_audit(999, '{}', '{}')`,
  ]) {
    await expect(inWorkspace(stage.ctx, (tx) => tx.unsafe(statement))).rejects.toMatchObject({ code: '42501' });
  }
});

test('a change and its entry are there together or not at all', async () => {
  const before = await verdict();
  const failing = inWorkspace(stage.ctx, async (tx) => {
    await recordAudit(tx, stage.ctx, {
      action: 'key.created',
      object: { kind: 'key', id: 'key_x', name: 'x' },
      before: null,
      after: {},
    });
    throw new Error('the change failed');
  });
  await expect(failing).rejects.toThrow('the change failed');
  expect((await verdict()).entries).toBe(before.entries);
});

test('an export is checked by anybody with its rule alone, part by part', async () => {
  const entries: AuditEntryView[] = [];
  let after: number | null = 0;
  let head: { seq: number; hash: string } | null = null;
  while (after !== null) {
    const part: Awaited<ReturnType<typeof exportAudit>> = await exportAudit({
      ctx: stage.ctx,
      input: { after, limit: 100 },
    });
    entries.push(...part.data);
    head = part.head;
    after = part.next_after;
  }
  let before = '0'.repeat(64);
  entries.forEach(({ seq, prev_hash, hash, ...entry }, index) => {
    expect([seq, prev_hash]).toEqual([index + 1, before]);
    expect(
      createHash('sha256')
        .update(`${prev_hash}\n${seq}\n${canonicalJson(entry)}`)
        .digest('hex'),
    ).toBe(hash);
    before = hash;
  });
  expect(head).toEqual({ seq: entries.length, hash: before });
});

test('the list is narrowed by who, what and which thing, and pages without a gap', async () => {
  const list = (input: object) => listAudit({ ctx: stage.ctx, input: { limit: 100, ...input } });
  const first = await list({});
  const second = await list({ cursor: first.next_cursor ?? '' });
  expect((first.data.at(-1)?.seq ?? 0) - (second.data[0]?.seq ?? 0)).toBe(1);
  const [one] = first.data;
  expect((await list({ object_id: one?.object.id })).data).toEqual([one]);
  expect((await list({ action: 'key.revoked' })).data).toEqual([]);
  expect((await list({ actor_id: 'test' })).data).toHaveLength(100);
  expect((await list({ until: '2020-01-01T00:00:00Z' })).data).toEqual([]);
});
