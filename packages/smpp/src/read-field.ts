import type { Destination, FieldType, RefusedDestination } from './commands.ts';
import { readInt32 } from './out-buffer.ts';

/** A place in received octets; `short` is set once a field did not fit into what was there. */
export type Cursor = { readonly bytes: Buffer; at: number; readonly end: number; short: boolean };

/** Reads one mandatory field and moves on; past the end it gives the field's default and marks the cursor short. */
export function readField(cursor: Cursor, type: FieldType): unknown {
  if (type === 'int8') return readOctet(cursor);
  if (type === 'cstring') return readCString(cursor);
  if (type === 'octets') return readShortMessage(cursor);
  return type === 'destinations' ? readDestinations(cursor) : readRefusals(cursor);
}

function readOctet(cursor: Cursor): number {
  if (cursor.at < cursor.end) return cursor.bytes[cursor.at++] as number;
  cursor.short = true;
  return 0;
}

// Text that ends with the PDU instead of a NUL is taken as it is; only text that has no octet at all is missing.
function readCString(cursor: Cursor): string {
  const { bytes, at, end } = cursor;
  if (at >= end) cursor.short = true;
  let stop = at;
  while (stop < end && bytes[stop] !== 0) stop++;
  cursor.at = Math.min(stop + 1, end);
  return bytes.toString('latin1', at, stop);
}

function readShortMessage(cursor: Cursor): Uint8Array {
  const length = readOctet(cursor);
  const start = cursor.at;
  if (start + length > cursor.end) cursor.short = true;
  cursor.at = Math.min(start + length, cursor.end);
  return cursor.bytes.subarray(start, cursor.at);
}

// The count octet is only a promise: reading stops where the octets end, so it allocates nothing by itself.
function readDestinations(cursor: Cursor): Destination[] {
  const count = readOctet(cursor);
  const list: Destination[] = [];
  while (list.length < count && !cursor.short) {
    if (readOctet(cursor) === 2) list.push({ distributionList: readCString(cursor) });
    else {
      const destAddrTon = readOctet(cursor);
      const destAddrNpi = readOctet(cursor);
      list.push({ destAddrTon, destAddrNpi, destinationAddr: readCString(cursor) });
    }
  }
  return list;
}

function readRefusals(cursor: Cursor): RefusedDestination[] {
  const count = readOctet(cursor);
  const list: RefusedDestination[] = [];
  while (list.length < count && !cursor.short) {
    const destAddrTon = readOctet(cursor);
    const destAddrNpi = readOctet(cursor);
    const destinationAddr = readCString(cursor);
    list.push({ destAddrTon, destAddrNpi, destinationAddr, errorStatusCode: readStatus(cursor) });
  }
  return list;
}

function readStatus(cursor: Cursor): number {
  if (cursor.at + 4 > cursor.end) {
    cursor.short = true;
    cursor.at = cursor.end;
    return 0;
  }
  cursor.at += 4;
  return readInt32(cursor.bytes, cursor.at - 4);
}
