import type { Destination, Field, RefusedDestination } from './commands.ts';
import { checkInteger, EncodeError, writeCString, writeInt32, writeOctets } from './out-buffer.ts';

/** The largest room in octets a mandatory field may take with this value. */
export function sizeOfField(field: Field, value: unknown): number {
  if (field.type === 'int8') return 1;
  if (field.type === 'octets') return 1 + Math.min(255, (value as Uint8Array | undefined)?.length ?? 0);
  if (field.type === 'cstring') return 1 + Math.min(field.max, (value as string | undefined)?.length ?? 0);
  return 1 + 32 * ((value as readonly unknown[] | undefined)?.length ?? 0);
}

/** Writes a mandatory field at `at` into storage the caller reserved and returns the next position; throws EncodeError naming the field. */
export function writeField(bytes: Buffer, at: number, field: Field, value: unknown): number {
  if (field.type === 'int8') {
    bytes[at] = checkInteger((value as number | undefined) ?? 0, 1, field.name);
    return at + 1;
  }
  if (field.type === 'cstring')
    return writeCString(bytes, at, (value as string | undefined) ?? '', field.max, field.name);
  if (field.type === 'octets')
    return writeCounted(bytes, at, field.name, (value as Uint8Array | undefined) ?? new Uint8Array());
  const list = (value as readonly unknown[] | undefined) ?? [];
  bytes[at] = checkInteger(list.length, 1, `${field.name}.length`);
  return field.type === 'destinations'
    ? writeDestinations(bytes, at + 1, list as readonly Destination[])
    : writeRefusals(bytes, at + 1, list as readonly RefusedDestination[]);
}

function writeCounted(bytes: Buffer, at: number, name: string, value: Uint8Array): number {
  if (value.length > 255) {
    throw new EncodeError(name, `has ${value.length} octets, at most 255 fit; split the text or use message_payload`);
  }
  bytes[at] = value.length;
  return writeOctets(bytes, at + 1, value);
}

function writeDestinations(bytes: Buffer, from: number, list: readonly Destination[]): number {
  let at = from;
  for (const entry of list) {
    if ('distributionList' in entry) {
      bytes[at] = 2;
      at = writeCString(bytes, at + 1, entry.distributionList, 21, 'destAddress.distributionList');
    } else {
      bytes[at] = 1;
      at = writeAddress(bytes, at + 1, entry.destAddrTon ?? 0, entry.destAddrNpi ?? 0, entry.destinationAddr);
    }
  }
  return at;
}

function writeRefusals(bytes: Buffer, from: number, list: readonly RefusedDestination[]): number {
  let at = from;
  for (const entry of list) {
    at = writeAddress(bytes, at, entry.destAddrTon, entry.destAddrNpi, entry.destinationAddr);
    writeInt32(bytes, at, checkInteger(entry.errorStatusCode, 4, 'unsuccessSme.errorStatusCode'));
    at += 4;
  }
  return at;
}

function writeAddress(bytes: Buffer, at: number, ton: number, npi: number, address: string): number {
  bytes[at] = checkInteger(ton, 1, 'destAddrTon');
  bytes[at + 1] = checkInteger(npi, 1, 'destAddrNpi');
  return writeCString(bytes, at + 2, address, 21, 'destinationAddr');
}
