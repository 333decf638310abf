import type { SqlRunner, Transaction } from './connection.ts';

/** One value of a row; instants are given as text, `now` for the start of the transaction by the database clock. */
export type CopyValue = string | number | bigint | boolean | null;

// Below this the extra round trip costs more than it saves.
const WORTH_IT = 16;
const SPECIAL = /[\\\t\n\r]/;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/**
 * Writes rows that are almost surely all new by COPY: PostgreSQL then parses no arrays, looks no key up beforehand and logs pages
 * instead of rows, which halves what an insert costs. `table` and `columns` are identifiers of ours, never input. Returns false
 * when it was not tried (few rows, or no transaction to take it back in) or did not succeed: then nothing is written, the
 * transaction goes on, and the caller inserts in the slow way, which also tells what was wrong.
 */
export async function copyRows(
  sql: SqlRunner,
  table: string,
  columns: string,
  rows: readonly (readonly CopyValue[])[],
): Promise<boolean> {
  if (rows.length < WORTH_IT || !('savepoint' in sql)) return false;
  await sql`savepoint before_copy`;
  try {
    await sql.savepoint((inner) => streamRows(inner, `copy ${table} (${columns}) from stdin`, textOf(rows)));
    return true;
  } catch {
    // What was wrong is told by the slow way, which meets the same fault. Released, too: rows written from here on carry the
    // number of the transaction itself.
    await sql`rollback to savepoint before_copy`;
    await sql`release savepoint before_copy`;
    return false;
  }
}

async function streamRows(sql: Transaction, statement: string, text: string): Promise<void> {
  const stream = await sql.unsafe(statement).writable();
  stream.on('error', () => undefined);
  await new Promise<void>((resolve) => stream.write(text, () => resolve()));
  // With nothing left to write, end() sends the end of the data at once. postgres.js forgets a failure that comes after it, so the
  // next statement is what tells: a transaction that failed refuses it.
  stream.end();
  await sql`release savepoint before_copy`;
}

function textOf(rows: readonly (readonly CopyValue[])[]): string {
  let out = '';
  for (const row of rows) {
    for (let index = 0; index < row.length; index += 1) {
      if (index > 0) out += '\t';
      const value = row[index];
      if (value === null || value === undefined) out += '\\N';
      else if (typeof value === 'string') out += SPECIAL.test(value) ? escapeText(value) : value;
      else out += value;
    }
    out += '\n';
  }
  return out;
}

const escapeText = (text: string): string =>
  text.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? character);
