import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from './connection.ts';
import { type CopyColumn, copyRows, isKeyTaken } from './copy-rows.ts';
import { createTestDatabase, type TestDatabase } from './testing.ts';

const HARD = ['plain', 'tab\there', 'line\nbreak', 'carriage\rreturn', 'back\\slash', '\\N', '\\.', 'ünïcödé 🚀', ''];

let scratch: TestDatabase;
let database: Database;

beforeAll(async () => {
  scratch = await createTestDatabase();
  database = openDatabase({ url: scratch.url, maxConnections: 2, applicationName: 'test' });
  await database.sql`create table copied
    (id int primary key, key uuid, note text, at timestamptz, big int8, small int2, yes bool, verdict receipt_verdict, data jsonb)`;
});

afterAll(async () => {
  await database.close();
  await scratch.drop();
});

const COLUMNS: CopyColumn[] = [
  { name: 'id', type: 'int4' },
  { name: 'key', type: 'uuid' },
  { name: 'note', type: 'text' },
  { name: 'at', type: 'instant' },
  { name: 'big', type: 'int8' },
  { name: 'small', type: 'int2' },
  { name: 'yes', type: 'bool' },
  { name: 'verdict', type: 'word' },
  { name: 'data', type: 'json' },
];
const KEY = '019a1f0e-7c3b-7def-8abc-0123456789ab';
const AT_MS = Date.UTC(2026, 10, 26, 17, 11, 11, 123);
const rowsFrom = (first: number, count = 100) =>
  Array.from({ length: count }, (_, index) => {
    const note = HARD[index % HARD.length] ?? null;
    return [
      first + index,
      KEY,
      index % 10 === 9 ? null : note,
      index % 3 === 0 ? AT_MS : -AT_MS,
      index % 2 === 0 ? 9_007_199_254_740_993n : -9_007_199_254_740_993n,
      7 - index,
      index % 2 === 0,
      index % 2 === 0 ? 'delivered' : null,
      JSON.stringify({ note }),
    ];
  });

const copy = (first: number, count = 100) =>
  database.sql.begin((tx) => copyRows(tx, 'copied', COLUMNS, rowsFrom(first, count)));

describe('copyRows', () => {
  test('stores every value as it was given, whatever characters and signs it holds', async () => {
    const rows = rowsFrom(0);
    await copy(0);
    const stored = await database.sql`
      select id, key, note, (extract(epoch from at) * 1000)::float8 as at, big::text as big, small, yes, verdict, data
      from copied where id < 100 order by id`;
    expect(stored.map((row) => Object.values(row))).toEqual(
      rows.map(([id, key, note, at, big, small, yes, verdict, data]) => [
        id,
        key,
        note,
        at,
        String(big),
        small,
        yes,
        verdict,
        JSON.parse(data as string),
      ]),
    );
  });

  test.each([
    ['the first row', 0],
    ['the last row', 999],
  ])('writes nothing when the key of %s is taken, says so, and the connection goes on', async (_name, taken) => {
    await database.sql`delete from copied where id between 1000 and 1999`;
    await database.sql`insert into copied (id) values (${1000 + taken})`;
    await expect(copy(1000, 1000)).rejects.toSatisfy(isKeyTaken);
    expect(await database.sql`select id from copied where id between 1000 and 1999`).toHaveLength(1);
  });

  test('a value the column does not take is refused with the reason of the server', async () => {
    const rows = rowsFrom(3000).map((row) => row.with(7, row[0] === 3050 ? 'no such verdict' : null));
    const copied = database.sql.begin((tx) => copyRows(tx, 'copied', COLUMNS, rows));
    await expect(copied).rejects.toThrow('no such verdict');
    expect(await database.sql`select id from copied where id between 3000 and 3999`).toHaveLength(0);
  });

  test('more bytes than a buffer holds arrive whole', async () => {
    const note = 'ünïcödé 🚀'.repeat(20_000);
    const rows = rowsFrom(20_000, 20).map((row) => row.with(2, note));
    await database.sql.begin((tx) => copyRows(tx, 'copied', COLUMNS, rows));
    const [row] = await database.sql`select count(*)::int as count from copied where id >= 20000 and note = ${note}`;
    expect(row?.count).toBe(20);
  });

  test('many transactions of one pool copy beside each other, with failures among them', async () => {
    await database.sql`insert into copied (id) values (50000)`;
    const outcomes = await Promise.allSettled(
      Array.from({ length: 40 }, (_, index) => copy(index % 4 === 0 ? 49_950 : 60_000 + index * 100)),
    );
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(10);
    const [row] = await database.sql`select count(*)::int as count from copied where id >= 60000`;
    expect(row?.count).toBe(3000);
  });

  test('a second COPY of a transaction follows the first at once', async () => {
    await database.sql.begin(async (tx) => {
      await copyRows(tx, 'copied', COLUMNS, rowsFrom(70_000));
      await copyRows(tx, 'copied', COLUMNS, rowsFrom(71_000));
    });
    const [row] = await database.sql`select count(*)::int as count from copied where id >= 70000`;
    expect(row?.count).toBe(200);
  });

  test('a connection that is lost in the middle is a failure, and the pool goes on', async () => {
    const lost = database.sql.begin(async (tx) => {
      const [me] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`;
      const stream = await tx.unsafe('copy copied (id) from stdin').writable();
      await database.sql`select pg_terminate_backend(${me?.pid ?? 0})`;
      await new Promise<void>((resolve, reject) => {
        stream.once('error', reject);
        stream.once('finish', resolve);
        stream.end('90000\n');
      });
    });
    await expect(lost).rejects.toThrow();
    await copy(91_000);
    expect(await database.sql`select id from copied where id >= 90000`).toHaveLength(100);
  });
});
