import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase } from './connection.ts';
import { type OldDatabase, openDatabaseBefore } from './migration.case.ts';
import { appendConsents, readConsentChain, readConsentHead } from './repo/consents.ts';

let before: OldDatabase;
beforeAll(async () => {
  before = await openDatabaseBefore('consent_ledger');
});
afterAll(() => before.drop());

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

it('carries over what was recorded, each workspace in a chain of its own in the order it was recorded, and goes on from there', async () => {
  const { sql } = before;
  for (const name of ['One', 'Two']) await sql`insert into workspace (id, name) values (gen_random_uuid(), ${name})`;
  const [one, two] = await sql<{ number: number }[]>`select number from workspace order by number`;
  const add = (workspace: number | undefined, address: string, state: string, recorded: string) => sql`
    insert into consent (id, workspace, environment, channel, address, state, source, at, recorded_at)
    values (gen_random_uuid(), ${workspace ?? 0}, 'live', 'email', ${address}, ${state}, ${'form "ñ" \\ 1'}, now() - interval '1 day', ${recorded})`;
  await add(one?.number, 'late@example.com', 'granted', '2026-02-02T00:00:00.123456Z');
  await add(one?.number, 'early@example.com', 'withdrawn', '2026-01-01T00:00:00Z');
  await add(two?.number, 'ana@example.com', 'granted', '2026-01-05T00:00:00Z');
  await before.goOn();
  const opened = openDatabase({ url: before.url, maxConnections: 1, applicationName: 'test' });
  try {
    const number = one?.number ?? 0;
    await appendConsents(opened.sql, number, [
      {
        ...{
          id: crypto.randomUUID(),
          environment: 'live',
          channel: 'email',
          address: 'new@example.com',
          state: 'granted',
        },
        ...{
          source: 'form',
          atMs: null,
          purpose: 'marketing',
          topic: null,
          list: null,
          locale: null,
          wordingText: null,
        },
        ...{ wordingVersion: null, jurisdiction: null, proof: '{"ip":"203.0.113.7"}', eventKey: null },
      },
    ]);
    const rows = await readConsentChain(opened.sql, number, 0, 99, 10);
    expect(rows.map(({ address, seq }) => [address, seq])).toEqual([
      ['early@example.com', 1],
      ['late@example.com', 2],
      ['new@example.com', 3],
    ]);
    let prev = '0'.repeat(64);
    for (const row of rows) {
      const proof = row.proof ?? 'null';
      expect(sha256(`${row.salt}\n{"address":${JSON.stringify(row.address)},"proof":${proof}}`)).toBe(row.person);
      const entry = {
        ...{
          at: new Date(row.atMs).toISOString(),
          channel: 'email',
          environment: 'live',
          id: row.id,
          jurisdiction: null,
        },
        ...{
          list: null,
          locale: null,
          person: row.person,
          purpose: 'marketing',
          recorded_at: new Date(row.recordedAtMs).toISOString(),
        },
        ...{
          source: row.source,
          state: row.state,
          topic: null,
          wording: null,
          wording_version: null,
          workspace: row.workspaceId,
        },
      };
      expect(row.prevHash).toBe(prev);
      expect(sha256(`${prev}\n${row.seq}\n${sha256(JSON.stringify(entry))}`)).toBe(row.hash);
      prev = row.hash;
    }
    expect(await readConsentHead(opened.sql, number)).toEqual({ seq: 3, hash: prev });
    expect(await readConsentHead(opened.sql, two?.number ?? 0)).toMatchObject({ seq: 1 });
  } finally {
    await opened.close();
  }
});
