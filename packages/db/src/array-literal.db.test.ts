import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textArray } from './array-literal.ts';
import { type Database, openDatabase } from './connection.ts';
import { createTestDatabase, type TestDatabase } from './testing.ts';

let home: TestDatabase;
let database: Database;
beforeAll(async () => {
  home = await createTestDatabase();
  database = openDatabase({ url: home.url, maxConnections: 1, applicationName: 'test' });
});
afterAll(async () => {
  await database.close();
  await home.drop();
});

async function through(texts: readonly (string | null)[]): Promise<(string | null)[]> {
  const rows = await database.sql<{ text: string | null }[]>`
    select text from unnest(${textArray(texts)}::text[]) with ordinality as given(text, n) order by n`;
  return rows.map(({ text }) => text);
}

// What PostgreSQL cannot hold is kept out by the schemas of what comes in.
const text = fc.string({ unit: 'binary' }).map((one) => one.replaceAll('\u0000', ''));
const document = fc.jsonValue({ stringUnit: 'binary' }).map((value) => JSON.stringify(value));

describe('a text array', () => {
  it('gives the server every text as it is: quotes, backslashes, line ends, any script, JSON within JSON, nothing at all', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(
            text,
            document,
            document.map((one) => JSON.stringify(one)),
            fc.constant(null),
            fc.constant('NULL'),
          ),
        ),
        async (texts) => {
          expect(await through(texts)).toEqual(texts);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('writes half a pair of code units as the character for what cannot be read, and what stands beside it as it is', async () => {
    expect(await through(['"\ud83d"', '\\"\udc00'])).toEqual(['"\ufffd"', '\\"\ufffd']);
  });
});
