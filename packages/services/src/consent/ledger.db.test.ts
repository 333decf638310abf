import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ConsentProofBundle } from '@signalbox/contracts';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { RequestContext, Services } from '../context.ts';
import { openStageServices, type Stage, setStage } from '../dispatch/testing.ts';
import { inWorkspace } from '../tenant.ts';
import { readConsentAsOf } from './as-of.ts';
import { readConsentProof } from './proof.ts';
import { listConsents, recordConsent } from './record.ts';
import { verifyConsents } from './verify.ts';

const WRITERS = 16;
const EACH = 6;
const SCRIPT = fileURLToPath(new URL('../../../../scripts/verify-proof.mjs', import.meta.url));
let stage: Stage;
let other: Services;
let folder: string;

beforeAll(async () => {
  stage = await setStage();
  other = await openStageServices(stage.database.url, 'api');
  folder = mkdtempSync(join(tmpdir(), 'proof-'));
  const write = async (writer: number): Promise<void> => {
    const ctx: RequestContext = { ...stage.ctx, services: writer % 2 === 0 ? stage.services : other };
    for (let n = 0; n < EACH; n += 1) {
      await recordConsent({
        ctx,
        input: {
          address: `person-${writer}-${n}@example.com`,
          channel: 'email',
          state: n % 3 === 2 ? 'withdrawn' : 'granted',
          source: 'form “ü” \\ \t',
          topic: n % 2 === 0 ? 'news' : undefined,
          locale: 'es',
          wording: { text: 'Sí, “quiero”\nnoticias.', version: '3' },
          jurisdiction: 'MX',
          proof: { ip: '203.0.113.7', user_agent: 'Tester/1.0', form: '/alta' },
        },
      });
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await other.close();
  await stage.end();
});

const verdict = () => verifyConsents({ ctx: stage.ctx, input: {} });
const db = () => stage.services.database.sql;
/** What is done to the table behind everybody's back, and undone after the test. */
let undo: (() => Promise<unknown>) | undefined;
afterEach(async () => {
  await undo?.();
  undo = undefined;
  expect((await verdict()).intact).toBe(true);
});

test('S-12: a ledger written by many at once is one chain without a gap', async () => {
  expect(await verdict()).toMatchObject({ intact: true, broken: null, entries: WRITERS * EACH, erased: 0 });
});

test.each([
  ['source', 'changed'],
  ['topic', 'changed'],
  ['jurisdiction', 'changed'],
  ['wording_version', 'changed'],
  ['address', 'person'],
  ['proof', 'person'],
])('S-12: one changed %s is found with its row', async (column, how) => {
  const [row] = await db()<{ before: string | null }[]>`select ${db()(column)} as before from consent where seq = 57`;
  const set = (value: string | null) => db()`update consent set ${db()({ [column]: value })} where seq = 57`;
  await set(column === 'proof' ? '{"ip":"203.0.113.8"}' : 'other');
  // Which writer's entry stands here is chance, and not all of them have every field.
  undo = () => set(row?.before ?? null);
  expect(await verdict()).toMatchObject({ intact: false, broken: { seq: 57, how } });
});

test('S-12: a changed wording, a dropped row and a rewritten end are found', async () => {
  await db()`update consent_wording set text = text || '.'`;
  expect(await verdict()).toMatchObject({ broken: { seq: 1, how: 'wording' } });
  await db()`update consent_wording set text = left(text, -1)`;
  await db()`create table kept as select * from consent where seq = 40`;
  await db()`delete from consent where seq = 40`;
  expect(await verdict()).toMatchObject({ broken: { seq: 40, id: null, how: 'missing' } });
  await db()`insert into consent select * from kept`;
  await db()`update kept set seq = 0`;
  await db()`update consent_head set hash = ${'0'.repeat(64)}`;
  expect(await verdict()).toMatchObject({ broken: { seq: WRITERS * EACH, how: 'changed' } });
  await db()`update consent_head set hash = (select hash from consent where seq = ${WRITERS * EACH})`;
  await db()`drop table kept`;
});

test('erasing a person, and withdrawing, leaves the chain valid', async () => {
  const { entries } = await verdict();
  await db()`update consent set address = 'erased', proof = null, salt = null, event_key = null where seq = 12`;
  expect(await verdict()).toMatchObject({ intact: true, erased: 1 });
  const input = { address: 'person-1-1@example.com', channel: 'email', state: 'withdrawn', source: 'phone' } as const;
  await recordConsent({ ctx: stage.ctx, input });
  expect(await verdict()).toMatchObject({ intact: true, entries: entries + 1 });
});

test('the same event of one instant, sent twice at once, is one entry and one line of the audit log', async () => {
  const input = {
    address: 'twice@example.com',
    channel: 'email',
    state: 'granted',
    source: 'import',
    at: '2026-01-01T00:00:00Z',
  } as const;
  const audited = async () => (await db()`select 1 from audit_entry where action = 'consent.recorded'`).length;
  const before = await audited();
  const made = await Promise.all(Array.from({ length: 8 }, () => recordConsent({ ctx: stage.ctx, input })));
  expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  expect((await listConsents({ ctx: stage.ctx, input: { address: input.address } })).data).toHaveLength(1);
  expect(await audited()).toBe(before + 1);
  // Another instant is another event.
  await recordConsent({ ctx: stage.ctx, input: { ...input, at: '2026-01-02T00:00:00Z' } });
  expect((await listConsents({ ctx: stage.ctx, input: { address: input.address } })).data).toHaveLength(2);
});

test('as of an instant is answered by what the ledger held then, and names the entry', async () => {
  const address = 'then@example.com';
  const say = (state: 'granted' | 'withdrawn', more = {}) =>
    recordConsent({ ctx: stage.ctx, input: { address, channel: 'email', state, source: 'form', ...more } });
  const asOf = (at?: string, more = {}) =>
    readConsentAsOf({ ctx: stage.ctx, input: { address, purpose: 'marketing', at, ...more } });
  expect(await asOf('2026-03-03T00:00:00Z')).toMatchObject({ allowed: false, decided_by: null });
  const granted = await say('granted', { topic: 'news' });
  await new Promise((resolve) => setTimeout(resolve, 5));
  const between = new Date().toISOString();
  await new Promise((resolve) => setTimeout(resolve, 5));
  const withdrawn = await say('withdrawn');
  // It was given earlier, and nobody knew of it then.
  await say('granted', { at: '2026-03-01T00:00:00Z', source: 'old paper' });
  expect(await asOf(between)).toMatchObject({ allowed: true, decided_by: { id: granted.id } });
  expect(await asOf(between, { topic: 'sales' })).toMatchObject({ allowed: false, decided_by: null });
  expect(await asOf(undefined)).toMatchObject({ allowed: false, decided_by: { id: withdrawn.id } });
  expect(await asOf('2026-03-03T00:00:00Z')).toMatchObject({ allowed: false, decided_by: null });
  expect(await asOf(undefined, { purpose: 'profiling' })).toMatchObject({ allowed: false, decided_by: null });
});

function check(proof: ConsentProofBundle, ...more: string[]): { code: number; said: string } {
  const path = join(folder, 'proof.json');
  writeFileSync(path, JSON.stringify(proof));
  try {
    return { code: 0, said: execFileSync(process.execPath, [SCRIPT, path, ...more], { encoding: 'utf8' }) };
  } catch (error) {
    const { status, stdout } = error as { status: number; stdout: string };
    return { code: status, said: stdout };
  }
}

test('a proof is checked by a small program without us, and one changed byte is found', async () => {
  const [{ id } = { id: '' }] = (await listConsents({ ctx: stage.ctx, input: { address: 'person-3-4@example.com' } }))
    .data;
  const proof = await readConsentProof({ ctx: stage.ctx, input: { id } });
  expect(check(proof)).toMatchObject({ code: 0, said: expect.stringContaining('It holds.') });
  expect(check(proof).said).toContain('Sí, “quiero”');
  expect(check(proof, proof.chain.head.hash).code).toBe(0);
  expect(check(proof, 'f'.repeat(64)).code).toBe(1);
  const last = proof.chain.after.at(-1);
  const changed: Partial<ConsentProofBundle>[] = [
    { entry: { ...proof.entry, state: 'withdrawn' } },
    { entry: { ...proof.entry, at: proof.entry.at.replace('2026', '2025') } },
    { person: { ...(proof.person as NonNullable<typeof proof.person>), address: 'person-3-5@example.com' } },
    { wording: 'No.' },
    { chain: { ...proof.chain, seq: proof.chain.seq + 1 } },
    { chain: { ...proof.chain, after: proof.chain.after.slice(1) } },
    {
      chain: {
        ...proof.chain,
        after: [...proof.chain.after.slice(0, -1), { ...last, digest: 'a'.repeat(64) } as never],
      },
    },
  ];
  for (const change of changed) {
    expect(check({ ...proof, ...change })).toMatchObject({
      code: 1,
      said: expect.stringContaining('IT DOES NOT HOLD'),
    });
  }
});

test('a tenant can neither change nor delete an entry, nor write one but by appending to its own ledger', async () => {
  for (const statement of [
    `update consent set state = 'granted'`,
    'delete from consent',
    `insert into consent (id, workspace, environment, channel, address, state, source, at, seq, person, prev_hash, hash)
       values (gen_random_uuid(), ${stage.ctx.workspace.number}, 'live', 'sms', '+1', 'granted', 'x', now(), 999, '', '', '')`,
    'delete from consent_head',
    `update consent_wording set text = ''`,
    `select append_consent(999, '[]')`,
  ]) {
    await expect(inWorkspace(stage.ctx, (tx) => tx.unsafe(statement))).rejects.toMatchObject({ code: '42501' });
  }
});
