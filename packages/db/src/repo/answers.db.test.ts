import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase, withTenant } from '../connection.ts';
import { isKeyTaken } from '../copy-rows.ts';
import { createTestDatabase, type TestDatabase } from '../testing.ts';
import { findAnswers, insertAnswers, type StoredAnswer } from './answers.ts';

let home: TestDatabase;
let database: Database;
beforeAll(async () => {
  home = await createTestDatabase();
  database = openDatabase({ url: home.url, maxConnections: 3, applicationName: 'test' });
});
afterAll(async () => {
  await database.close();
  await home.drop();
});

const answer = (workspace: number, key: string): StoredAnswer => ({
  ...{ id: randomUUID(), workspace, key, fingerprint: `print-of-${key}`, requestId: 'req_1', status: 202 },
  body: JSON.stringify({ key, text: 'line\nend and  spaces' }),
});
const byKey = (answers: readonly StoredAnswer[]) => answers.toSorted((one, other) => one.key.localeCompare(other.key));
const find = (workspaces: number[], answers: readonly StoredAnswer[]) =>
  withTenant(database.sql, workspaces, (tx) =>
    findAnswers(
      tx,
      answers.map(({ id }) => id),
    ),
  );

describe('answers that are stored together', () => {
  it('are found one by one as they were given, each behind the wall of its workspace', async () => {
    const answers = [answer(2, 'a'), answer(1, 'b'), answer(2, 'c'), answer(1, 'd')];
    await withTenant(database.sql, [1, 2], (tx) => insertAnswers(tx, answers));
    expect(byKey(await find([1, 2], answers))).toEqual(answers);
    expect(byKey(await find([1], answers))).toEqual([answers[1], answers[3]]);
    expect(byKey(await find([2], answers))).toEqual([answers[0], answers[2]]);
    expect(await find([3], answers)).toEqual([]);
  });

  it('cannot be stored for another workspace', async () => {
    const stranger = withTenant(database.sql, [1], (tx) => insertAnswers(tx, [answer(2, 'e')]));
    await expect(stranger).rejects.toThrow(/row-level security/);
  });

  it('are refused as a whole when the key of one is taken, and nothing of them stays', async () => {
    const [first, other] = [answer(1, 'f'), answer(1, 'g')];
    await withTenant(database.sql, [1], (tx) => insertAnswers(tx, [first]));
    const again = withTenant(database.sql, [1], (tx) => insertAnswers(tx, [other, { ...first, body: '{}' }]));
    await expect(again).rejects.toSatisfy(isKeyTaken);
    expect(await find([1], [first, other])).toEqual([first]);
    expect(await database.sql`select from idempotency_packet where answers like '% g %'`).toHaveLength(0);
  });
});
