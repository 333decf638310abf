import { writeUuid } from '@signalbox/contracts';
import type { Transaction } from './connection.ts';

/** How a column travels: `instant` is milliseconds since 1970, `word` a value of an enum, `json` the text of a document. */
export type CopyType = 'uuid' | 'int2' | 'int4' | 'int8' | 'bool' | 'text' | 'word' | 'json' | 'instant';

/** A column to fill, by its name in the table: an identifier of ours, never input. */
export interface CopyColumn {
  name: string;
  type: CopyType;
}

/** One value of a row; null for every type. */
export type CopyValue = string | number | bigint | boolean | null;

// Below this many rows an INSERT is cheaper than the extra round trips of a COPY.
const WORTH_A_COPY = 16;

/** Whether so many rows are copied; fewer are inserted by one statement. */
export const isCopied = (rows: number): boolean => rows >= WORTH_A_COPY;

/**
 * Writes rows whose keys are surely or almost surely new by binary COPY: PostgreSQL parses no text, looks no key up beforehand and logs
 * pages instead of rows, which halves what an insert costs. There is no way back inside the transaction: a key that is taken throws
 * (`isKeyTaken`), and the transaction is over.
 */
export async function copyRows(
  sql: Transaction,
  table: string,
  columns: readonly CopyColumn[],
  rows: readonly (readonly CopyValue[])[],
): Promise<void> {
  const names = columns.map(({ name }) => name).join(', ');
  const stream = await sql.unsafe(`copy ${table} (${names}) from stdin (format binary)`).writable();
  await new Promise<void>((resolve, reject) => {
    stream.once('error', reject);
    stream.once('finish', resolve);
    stream.end(encodeRows(columns, rows));
  });
}

/** True when a statement failed because a row with the same key is there already. */
export const isKeyTaken = (error: unknown): boolean => (error as { code?: string } | null)?.code === '23505';

/**
 * Runs a transaction as if all its keys were new; when one turns out to be taken, runs it from the start again, told that its keys are
 * contested: it then asks for each.
 */
export async function expectingNewKeys<T>(run: (contested: boolean) => Promise<T>): Promise<T> {
  try {
    return await run(false);
  } catch (error) {
    if (!isKeyTaken(error)) throw error;
    return run(true);
  }
}

/** A document as it travels. */
export const jsonText = (value: object | null): string | null => (value === null ? null : JSON.stringify(value));

// The format: PostgreSQL manual, COPY, "Binary Format". 11 bytes of signature, flags, and the length of an extension.
const HEADER = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const FIRST_BYTES = 64 * 1024;
const EPOCH_MS = Date.UTC(2000, 0, 1);
const LARGEST_UTF8 = 3;
// Short plain text is written byte by byte; a call into the engine costs more than this many.
const SHORT = 24;

/** The rows as COPY takes them. */
function encodeRows(columns: readonly CopyColumn[], rows: readonly (readonly CopyValue[])[]): Buffer {
  const writer = new RowWriter();
  const types = columns.map(({ type }) => type);
  for (const row of rows) {
    writer.int2(types.length);
    for (let index = 0; index < types.length; index += 1) writer.value(types[index] as CopyType, row[index] ?? null);
  }
  return writer.end();
}

class RowWriter {
  #bytes = Buffer.allocUnsafe(FIRST_BYTES);
  #at = HEADER.copy(this.#bytes, 0);

  int2(value: number): void {
    this.#room(2);
    this.#at = this.#bytes.writeInt16BE(value, this.#at);
  }

  value(type: CopyType, value: CopyValue): void {
    if (value === null) {
      this.#room(4);
      this.#at = this.#bytes.writeInt32BE(-1, this.#at);
      return;
    }
    switch (type) {
      case 'uuid':
        this.#uuid(value as string);
        break;
      case 'int2':
        this.#length(2);
        this.#at = this.#bytes.writeInt16BE(value as number, this.#at);
        break;
      case 'int4':
        this.#length(4);
        this.#at = this.#bytes.writeInt32BE(value as number, this.#at);
        break;
      case 'int8':
        this.#length(8);
        this.#at = this.#bytes.writeBigInt64BE(BigInt(value as number | bigint), this.#at);
        break;
      case 'bool':
        this.#length(1);
        this.#bytes[this.#at++] = value === true ? 1 : 0;
        break;
      case 'instant':
        this.#instant(value as number);
        break;
      case 'json':
        this.#text(value as string, 1);
        break;
      case 'text':
      case 'word':
        this.#text(value as string, 0);
        break;
    }
  }

  end(): Buffer {
    this.int2(-1);
    return this.#bytes.subarray(0, this.#at);
  }

  #room(bytes: number): void {
    if (this.#at + bytes <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#at + bytes));
    this.#bytes.copy(larger, 0, 0, this.#at);
    this.#bytes = larger;
  }

  #length(bytes: number): void {
    this.#room(4 + bytes);
    this.#at = this.#bytes.writeInt32BE(bytes, this.#at);
  }

  #uuid(text: string): void {
    this.#length(16);
    writeUuid(text, this.#bytes, this.#at);
    this.#at += 16;
  }

  /** Microseconds since 2000, in two halves: they pass 32 bits and stay far below 53. */
  #instant(ms: number): void {
    this.#length(8);
    const micros = Math.round((ms - EPOCH_MS) * 1000);
    this.#at = this.#bytes.writeInt32BE(Math.floor(micros / 0x1_0000_0000), this.#at);
    this.#at = this.#bytes.writeUInt32BE(micros >>> 0, this.#at);
  }

  /** `version` bytes stand in front of a document and say which form it has: 1 is text. */
  #text(text: string, version: 0 | 1): void {
    this.#room(4 + version + text.length * LARGEST_UTF8);
    const lengthAt = this.#at;
    this.#at += 4;
    if (version === 1) this.#bytes[this.#at++] = 1;
    if (!this.#plain(text)) this.#at += this.#bytes.write(text, this.#at);
    this.#bytes.writeInt32BE(this.#at - lengthAt - 4, lengthAt);
  }

  #plain(text: string): boolean {
    if (text.length > SHORT) return false;
    const start = this.#at;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      if (code > 127) return false;
      this.#bytes[start + index] = code;
    }
    this.#at = start + text.length;
    return true;
  }
}
