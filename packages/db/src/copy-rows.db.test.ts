import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from './connection.ts';
import { copyRows } from './copy-rows.ts';
import { createTestDatabase, type TestDatabase } from './testing.ts';

const HARD = ['plain', 'tab\there', 'line\nbreak', 'carriage\rreturn', 'back\\slash', '\\N', '\\.', 'ünïcödé 🚀', ''];

let scratch: TestDatabase;
let database: Database;

beforeAll(async () => {
  scratch = await createTestDatabase();
  database = openDatabase({ url: scratch.url, maxConnections: 2, applicationName: 'test' });
  await database.sql`create table copied (id int primary key, note text, at timestamptz, big int8, yes bool, data jsonb)`;
});

afterAll(async () => {
  await database.close();
  await scratch.drop();
});

const COLUMNS = 'id, note, at, big, yes, data';
const rowsFrom = (first: number, count = 100) =>
  Array.from({ length: count }, (_, index) => {
    const note = HARD[index % HARD.length] ?? null;
    return [
      first + index,
      index % 10 === 9 ? null : note,
      'now',
      9_007_199_254_740_993n,
      index % 2 === 0,
      JSON.stringify({ note }),
    ];
  });

describe('copyRows', () => {
  test('stores every value as it was given, whatever characters it holds', async () => {
    const rows = rowsFrom(0);
    const copied = await database.sql.begin((tx) => copyRows(tx, 'copied', COLUMNS, rows));
    expect(copied).toBe(true);
    const stored =
      await database.sql`select id, note, big::text as big, yes, data, at > now() - interval '1 minute' as fresh
      from copied where id < 100 order by id`;
    expect(stored.map((row) => [row.id, row.note, row.yes, row.data])).toEqual(
      rows.map(([id, note, , , yes, data]) => [id, note, yes, JSON.parse(data as string)]),
    );
    expect(stored.every((row) => row.big === '9007199254740993' && row.fresh)).toBe(true);
  });

  test.each([
    ['the first row', 0],
    ['the last row', 999],
  ])('writes nothing when the key of %s is taken, and the transaction goes on as the same', async (_name, taken) => {
    await database.sql`delete from copied where id between 1000 and 1999`;
    await database.sql`insert into copied (id) values (${1000 + taken})`;
    const [copied, rows] = (await database.sql.begin(async (tx) => {
      const done = await copyRows(tx, 'copied', COLUMNS, rowsFrom(1000, 1000));
      await tx`insert into copied (id) select 1000 + n from generate_series(0, 999) n on conflict do nothing`;
      return [
        done,
        await tx`select id from copied where id between 1000 and 1999 and xmin = pg_current_xact_id()::xid`,
      ];
    })) as unknown as [boolean, unknown[]];
    expect(copied).toBe(false);
    expect(rows).toHaveLength(999);
  });

  test('a value the column does not take is reported by the slow way, not swallowed', async () => {
    const rows = rowsFrom(3000).map(([id, ...rest]) => [id === 3050 ? 'many' : (id as number), ...rest]);
    const copied = await database.sql.begin(async (tx) => {
      const done = await copyRows(tx, 'copied', COLUMNS, rows);
      await tx`insert into copied (id) values (3000)`;
      return done;
    });
    expect(copied).toBe(false);
    expect(await database.sql`select id from copied where id between 3000 and 3999`).toHaveLength(1);
  });

  test('many transactions of one pool copy beside each other, with failures among them', async () => {
    await database.sql`insert into copied (id) values (50000)`;
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        database.sql.begin((tx) =>
          copyRows(tx, 'copied', COLUMNS, rowsFrom(index % 4 === 0 ? 49_950 : 60_000 + index * 100)),
        ),
      ),
    );
    expect(outcomes.filter((done) => !done)).toHaveLength(10);
    const [row] = await database.sql`select count(*)::int as count from copied where id >= 60000`;
    expect(row?.count).toBe(3000);
  });

  test('few rows, and rows outside a transaction, are left to the caller', async () => {
    expect(await database.sql.begin((tx) => copyRows(tx, 'copied', COLUMNS, rowsFrom(70_000, 3)))).toBe(false);
    expect(await copyRows(database.sql, 'copied', COLUMNS, rowsFrom(80_000))).toBe(false);
    expect(await database.sql`select id from copied where id >= 70000`).toHaveLength(0);
  });
});
