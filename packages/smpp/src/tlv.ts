import { checkInteger, EncodeError, type OutBuffer, readInt32, writeInt32, writeOctets } from './out-buffer.ts';
import { type TlvName, type TlvType, tlvTable } from './tlv-table.ts';

/** One optional parameter exactly as on the wire: tag (0 to 0xFFFF) and raw value; unknown tags look no different. */
export type Tlv = { readonly tag: number; readonly value: Uint8Array };

type ValueOf<T extends TlvType> = T extends 'cstring' ? string : T extends 'octets' ? Uint8Array : number;

/** What a named TLV holds: a number, text or octets. */
export type TlvValue<N extends TlvName> = ValueOf<(typeof tlvTable)[N]['type']>;

const integerSizes: Record<'int8' | 'int16' | 'int32', number> = { int8: 1, int16: 2, int32: 4 };

/** Builds a TLV by its standard name; throws EncodeError when the value does not fit. */
export function makeTlv<N extends TlvName>(name: N, value: TlvValue<N>): Tlv {
  const { tag, type, max } = tlvTable[name];
  if (typeof value === 'number') {
    const size = type === 'int16' || type === 'int32' ? integerSizes[type] : 1;
    return { tag, value: integerOctets(checkInteger(value, size, name), size) };
  }
  const octets: Uint8Array = typeof value === 'string' ? textOctets(value, name) : (value as Uint8Array);
  if (octets.length > max)
    throw new EncodeError(name, `has ${octets.length} octets, at most ${max} are allowed; shorten it`);
  return { tag, value: octets };
}

function integerOctets(value: number, size: number): Uint8Array {
  const four = Buffer.alloc(4);
  writeInt32(four, 0, value);
  return four.subarray(4 - size);
}

function textOctets(text: string, name: string): Uint8Array {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0 || code > 0xff)
      throw new EncodeError(name, `character ${i + 1} is outside Latin-1 or NUL; use U+0001 to U+00FF`);
  }
  return Buffer.from(`${text}\0`, 'latin1');
}

/** The first TLV with this tag, or undefined. */
export function findTlv(tlvs: readonly Tlv[], tag: number): Tlv | undefined {
  for (const tlv of tlvs) if (tlv.tag === tag) return tlv;
  return undefined;
}

/**
 * Reads a TLV by its standard name, or undefined when it is absent. Tolerant as carriers demand: text with or without its NUL,
 * integers of any length from 1 to 4 octets; an integer of another length counts as absent.
 */
export function readTlv<N extends TlvName>(tlvs: readonly Tlv[], name: N): TlvValue<N> | undefined {
  const { tag, type } = tlvTable[name];
  const found = findTlv(tlvs, tag);
  if (!found) return undefined;
  return readValue(found.value, type) as TlvValue<N> | undefined;
}

function readValue(value: Uint8Array, type: TlvType): number | string | Uint8Array | undefined {
  if (type === 'octets') return value;
  if (type === 'cstring')
    return readTlvText(Buffer.from(value.buffer, value.byteOffset, value.length), 0, value.length);
  if (value.length < 1 || value.length > 4) return undefined;
  let number = 0;
  for (const octet of value) number = number * 256 + octet;
  return number;
}

/** Reads a C-octet TLV value in place: up to its NUL, or its end when the sender left the NUL out. */
export function readTlvText(bytes: Buffer, start: number, end: number): string {
  let stop = start;
  while (stop < end && bytes[stop] !== 0) stop++;
  return bytes.toString('latin1', start, stop);
}

/** Octets that these TLVs take on the wire. */
export function sizeOfTlvs(tlvs: readonly Tlv[]): number {
  let size = 0;
  for (const tlv of tlvs) size += 4 + tlv.value.length;
  return size;
}

/** Writes TLVs at `at` into storage the caller reserved and returns the next position; throws EncodeError on a bad tag or length. */
export function writeTlvs(bytes: OutBuffer['bytes'], at: number, tlvs: readonly Tlv[]): number {
  let position = at;
  for (const { tag, value } of tlvs) {
    checkInteger(tag, 2, 'tlvs.tag');
    if (value.length > 0xffff) {
      throw new EncodeError(
        'tlvs',
        `TLV 0x${tag.toString(16)} has ${value.length} octets, at most 65535 fit; shorten it`,
      );
    }
    bytes[position] = tag >>> 8;
    bytes[position + 1] = tag;
    bytes[position + 2] = value.length >>> 8;
    bytes[position + 3] = value.length;
    position = writeOctets(bytes, position + 4, value);
  }
  return position;
}

/** The optional part of a PDU: its TLVs, and the octets at the end that form none (a truncated TLV), kept for inspection. */
export type TlvStream = { tlvs: Tlv[]; tail: Uint8Array | undefined };

/** Reads the octets from `start` to `end` as TLVs; what does not form a whole TLV becomes the tail, nothing is lost and nothing throws. */
export function readTlvs(bytes: Buffer, start: number, end: number): TlvStream {
  const tlvs: Tlv[] = [];
  let at = start;
  while (at + 4 <= end) {
    const length = ((bytes[at + 2] as number) << 8) | (bytes[at + 3] as number);
    if (at + 4 + length > end) break;
    tlvs.push({
      tag: ((bytes[at] as number) << 8) | (bytes[at + 1] as number),
      value: bytes.subarray(at + 4, at + 4 + length),
    });
    at += 4 + length;
  }
  return { tlvs, tail: at < end ? bytes.subarray(at, end) : undefined };
}

/** Where the value of the first TLV with this tag starts, or -1; its length stands in the two octets before. Allocates nothing. */
export function seekTlv(bytes: Buffer, start: number, end: number, tag: number): number {
  let at = start;
  while (at + 4 <= end) {
    const head = readInt32(bytes, at);
    const next = at + 4 + (head & 0xffff);
    if (next > end) return -1;
    if (head >>> 16 === tag) return at + 4;
    at = next;
  }
  return -1;
}
