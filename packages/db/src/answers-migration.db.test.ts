import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase } from './connection.ts';
import { type OldDatabase, openDatabaseBefore } from './migration.case.ts';
import { findAnswers, pruneAnswers } from './repo/answers.ts';

let before: OldDatabase;
beforeAll(async () => {
  before = await openDatabaseBefore('answers');
});
afterAll(() => before.drop());

it('replays what was answered before as it would have been, for the rest of its day', async () => {
  const old = (key: string) => ({
    ...{ id: randomUUID(), workspace: 1, key, fingerprint: 'abc-_', requestId: 'req_1', status: 202 },
    body: `{"text":"two  words, \\"quotes\\", \\n, ñ"}`,
  });
  const [young, gone] = [old('k-1'), old('k-2')];
  for (const [answer, age] of [
    [young, '23 hours'],
    [gone, '25 hours'],
  ] as const) {
    const { id, key, fingerprint, requestId, status, body } = answer;
    await before.sql`
      insert into idempotency (id, created_at, workspace, environment, status, route, key, fingerprint, request_id, body)
      values (${id}, now() - ${age}::interval, 1, 'live', ${status}, 'POST /v1/messages', ${key}, ${fingerprint}, ${requestId}, ${body})`;
  }
  await before.goOn();
  const { sql, close } = openDatabase({ url: before.url, maxConnections: 1, applicationName: 'test' });
  try {
    expect(await findAnswers(sql, [young.id])).toEqual([young]);
    expect(await pruneAnswers(sql, 10)).toBe(1);
    expect(await findAnswers(sql, [young.id, gone.id])).toEqual([young]);
  } finally {
    await close();
  }
});
