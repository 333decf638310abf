import {
  type CommandName,
  commands,
  type Destination,
  type Field,
  type FieldType,
  nameOfCommand,
  RESPONSE_BIT,
  type RefusedDestination,
} from './commands.ts';
import { EncodeError, MAX_PDU_LENGTH, OutBuffer, readInt32, writeHeader, writeInt32 } from './out-buffer.ts';
import { type Cursor, readField } from './read-field.ts';
import { readTlvs, sizeOfTlvs, type Tlv, writeTlvs } from './tlv.ts';
import { sizeOfField, writeField } from './write-field.ts';

type ValueOf<T extends FieldType> = {
  int8: number;
  cstring: string;
  octets: Uint8Array;
  destinations: readonly Destination[];
  refusals: readonly RefusedDestination[];
}[T];

type BodyOf<C extends CommandName> = (typeof commands)[C]['body'][number];

/** The mandatory fields of a command, by the standard's names in camelCase. */
export type Fields<C extends CommandName> = {
  [F in BodyOf<C> as F['name']]: ValueOf<F['type']>;
};

/** A decoded PDU of one command: header (status, sequence), mandatory fields, TLVs in wire order; `tail` holds octets that form no whole TLV. */
export type PduOf<C extends CommandName> = {
  command: C;
  status: number;
  sequence: number;
  tlvs: Tlv[];
  tail: Uint8Array | undefined;
} & Fields<C>;

/** A decoded PDU of any command; `command` tells which. */
export type Pdu = { [C in CommandName]: PduOf<C> }[CommandName];

/** A PDU to encode: everything but `command` is optional and defaults to 0, '' or nothing. */
export type PduInputOf<C extends CommandName> = {
  command: C;
  status?: number;
  sequence?: number;
  tlvs?: readonly Tlv[];
} & Partial<Fields<C>>;

/** A PDU of any command to encode. */
export type PduInput = { [C in CommandName]: PduInputOf<C> }[CommandName];

/**
 * Why octets are no PDU. `framing` is fatal: the stream can not be trusted any more. The others concern one PDU, which is to be
 * answered with `status` (0x03 by generic_nack, 0x02 by the command's own response).
 */
export type DecodeProblem =
  | { problem: 'framing'; length: number; status: 0x02 }
  | { problem: 'unknown_command'; commandId: number; sequence: number; status: 0x03 }
  | { problem: 'truncated_body'; commandId: number; sequence: number; field: string; status: 0x02 };

/** What decoding gives: a PDU or a typed problem; it never throws. */
export type Decoded = { kind: 'pdu'; pdu: Pdu } | ({ kind: 'problem' } & DecodeProblem);

/**
 * Decodes one PDU that fills `bytes` exactly as a frame splitter cuts it. Any octets return a value. Responses may lack their body (fields
 * take their defaults), text may lack its last NUL, unknown TLVs are kept raw.
 */
export function decodePdu(bytes: Uint8Array, maxLength = MAX_PDU_LENGTH): Decoded {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const length = buffer.length < 4 ? buffer.length : readInt32(buffer, 0);
  if (length < 16 || length > maxLength || length !== buffer.length) {
    return { kind: 'problem', problem: 'framing', length, status: 0x02 };
  }
  const commandId = readInt32(buffer, 4);
  const sequence = readInt32(buffer, 12);
  const command = nameOfCommand(commandId);
  if (command === undefined) return { kind: 'problem', problem: 'unknown_command', commandId, sequence, status: 0x03 };
  return decodeBody(buffer, command, commandId, sequence);
}

function decodeBody(buffer: Buffer, command: CommandName, commandId: number, sequence: number): Decoded {
  const cursor: Cursor = { bytes: buffer, at: 16, end: buffer.length, short: false };
  const pdu: Record<string, unknown> = { command, status: readInt32(buffer, 8), sequence };
  for (const field of commands[command].body as readonly Field[]) {
    pdu[field.name] = readField(cursor, field.type);
    if (cursor.short && commandId < RESPONSE_BIT) {
      return { kind: 'problem', problem: 'truncated_body', commandId, sequence, field: field.name, status: 0x02 };
    }
  }
  const { tlvs, tail } = readTlvs(buffer, cursor.at, cursor.end);
  pdu.tlvs = tlvs;
  pdu.tail = tail;
  // The table drove the fields, so the record has the shape its command promises.
  return { kind: 'pdu', pdu: pdu as unknown as Pdu };
}

/** Encodes one PDU into octets of its own; throws EncodeError naming the field that does not fit. */
export function encodePdu(pdu: PduInput): Buffer {
  const out = new OutBuffer(sizeOfPdu(pdu));
  writePdu(out, pdu);
  return out.bytes.subarray(0, out.length);
}

/** Appends one PDU of any command to `out`; throws EncodeError and leaves `out` as it was when a field does not fit. */
export function writePdu(out: OutBuffer, pdu: PduInput): void {
  const { id, body } = commands[pdu.command];
  const status = pdu.status ?? 0;
  const size = sizeOfPdu(pdu);
  if (size > MAX_PDU_LENGTH) {
    throw new EncodeError('tlvs', `the PDU would have ${size} octets, at most ${MAX_PDU_LENGTH} fit; split it`);
  }
  const bytes = out.reserve(size);
  const start = out.length;
  let at = start + 16;
  if (!omitsBody(pdu)) {
    const values = pdu as unknown as Record<string, unknown>;
    for (const field of body as readonly Field[]) at = writeField(bytes, at, field, values[field.name]);
  }
  if (pdu.tlvs) at = writeTlvs(bytes, at, pdu.tlvs);
  writeInt32(bytes, start, at - start);
  writeHeader(bytes, start, id, status, pdu.sequence ?? 0);
  out.length = at;
}

function sizeOfPdu(pdu: PduInput): number {
  const values = pdu as unknown as Record<string, unknown>;
  let size = 16 + sizeOfTlvs(pdu.tlvs ?? []);
  for (const field of commands[pdu.command].body as readonly Field[]) size += sizeOfField(field, values[field.name]);
  return size;
}

// SMPP 3.4 leaves the body out of an answer with an error status; it is written all the same when the caller filled a field.
function omitsBody(pdu: PduInput): boolean {
  const { id, body } = commands[pdu.command];
  if (id < RESPONSE_BIT || !pdu.status || (pdu.tlvs && pdu.tlvs.length > 0)) return false;
  const values = pdu as unknown as Record<string, unknown>;
  return (body as readonly Field[]).every(({ name }) => isEmpty(values[name]));
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || value === 0 || (Array.isArray(value) && value.length === 0);
}
