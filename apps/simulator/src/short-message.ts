import { decodeGsm7, decodeUcs2, encodeGsm7, encodeUcs2 } from './alphabets.ts';
import type { PartOf } from './submit-log.ts';

const UDH_INDICATOR = 0x40;

/** The fields of a submit_sm as they were read; nothing is taken for granted about their types. */
export type ShortMessageFields = Record<string, unknown>;

export interface ReadMessage {
  text: string;
  encoding: 'gsm7' | 'ucs2' | 'latin1' | 'ascii' | 'binary';
  dataCoding: number;
  part: PartOf | null;
}

/** What a phone would show of a submit_sm, and which part of which message it is. Any bytes give an answer. */
export function readShortMessage(fields: ShortMessageFields): ReadMessage {
  const dataCoding = numberOr(fields.data_coding, 0);
  const short = bytesOf(fields.short_message);
  const payload = short.length > 0 ? short : bytesOf(fields.message_payload);
  const hasHeader = (numberOr(fields.esm_class, 0) & UDH_INDICATOR) !== 0;
  const { part: udhPart, body } = hasHeader ? readUserDataHeader(payload) : { part: null, body: payload };
  const encoding = encodingOf(dataCoding);
  return { text: decode(body, encoding), encoding, dataCoding, part: udhPart ?? sarPart(fields) };
}

function encodingOf(dataCoding: number): ReadMessage['encoding'] {
  // TS 23.038 section 4: 00xx and F-group carry the alphabet in bits 3..2; SMPP 3.4 5.2.19 gives 1, 3 and 8 their own meaning.
  if (dataCoding === 1) return 'ascii';
  if (dataCoding === 3) return 'latin1';
  if (dataCoding === 2 || dataCoding === 4) return 'binary';
  if ((dataCoding & 0xf0) === 0xf0) return (dataCoding & 0x04) !== 0 ? 'binary' : 'gsm7';
  if ((dataCoding & 0xc0) === 0) return (['gsm7', 'binary', 'ucs2', 'gsm7'] as const)[(dataCoding >> 2) & 3] ?? 'gsm7';
  return 'gsm7';
}

function decode(body: Buffer, encoding: ReadMessage['encoding']): string {
  if (encoding === 'gsm7') return decodeGsm7(body);
  if (encoding === 'ucs2') return decodeUcs2(body);
  if (encoding === 'binary') return body.toString('hex');
  return body.toString('latin1');
}

/** TS 23.040 9.2.3.24.1 and .8: concatenation by 8-bit (00) and 16-bit (08) reference. A broken header is shown as text. */
function readUserDataHeader(payload: Buffer): { part: PartOf | null; body: Buffer } {
  const end = 1 + (payload[0] ?? 0);
  if (payload.length === 0 || end > payload.length) return { part: null, body: payload };
  let part: PartOf | null = null;
  for (let at = 1; at + 2 <= end; ) {
    const id = payload[at];
    const length = payload[at + 1] ?? 0;
    const value = payload.subarray(at + 2, Math.min(at + 2 + length, end));
    if (id === 0x00 && value.length === 3) part = partOf(value[0], value[1], value[2]);
    if (id === 0x08 && value.length === 4) part = partOf(value.readUInt16BE(0), value[2], value[3]);
    at += 2 + length;
  }
  return { part, body: payload.subarray(end) };
}

function sarPart(fields: ShortMessageFields): PartOf | null {
  if (typeof fields.sar_msg_ref_num !== 'number') return null;
  return partOf(fields.sar_msg_ref_num, numberOr(fields.sar_total_segments, 0), numberOr(fields.sar_segment_seqnum, 0));
}

function partOf(ref = 0, total = 0, number = 0): PartOf | null {
  // A total of 0 or a number outside 1..total makes the information element void (TS 23.040 9.2.3.24.1).
  return total > 1 && number >= 1 && number <= total ? { ref, total, number } : null;
}

export interface MessagePart {
  esmClass: number;
  dataCoding: number;
  payload: Buffer;
}

/** A phone's text cut into the parts of a deliver_sm: GSM 7-bit where it fits, else UCS-2; 8-bit reference when several. */
export function writeShortMessage(text: string, ref: number): MessagePart[] {
  const septets = encodeGsm7(text);
  const dataCoding = septets ? 0 : 8;
  const whole = septets ?? encodeUcs2(text);
  if (whole.length <= (septets ? 160 : 140)) return [{ esmClass: 0, dataCoding, payload: whole }];
  const chunks: Buffer[] = [];
  for (let rest = whole; rest.length > 0; ) {
    const size = cutPoint(rest, septets ? 153 : 134, septets !== null);
    chunks.push(rest.subarray(0, size));
    rest = rest.subarray(size);
  }
  return chunks.map((chunk, index) => ({
    esmClass: UDH_INDICATOR,
    dataCoding,
    payload: Buffer.concat([Buffer.from([5, 0, 3, ref & 0xff, chunks.length, index + 1]), chunk]),
  }));
}

/** Never between an escape and its character, nor inside a surrogate pair. */
function cutPoint(rest: Buffer, limit: number, gsm7: boolean): number {
  if (rest.length <= limit) return rest.length;
  if (gsm7) return rest[limit - 1] === 0x1b ? limit - 1 : limit;
  const unit = rest.readUInt16BE(limit - 2);
  return unit >= 0xd800 && unit <= 0xdbff ? limit - 2 : limit;
}

function numberOr(value: unknown, fallback: number): number {
  return typeof value === 'number' ? value : fallback;
}

function bytesOf(value: unknown): Buffer {
  return Buffer.isBuffer(value) ? value : Buffer.alloc(0);
}
