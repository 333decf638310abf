import { PDU } from 'smpp';
import type { Pdu } from './codec.ts';
import { type TlvName, tlvTable } from './tlv-table.ts';

const nameOfTag = new Map<number, TlvName>(
  (Object.keys(tlvTable) as TlvName[]).map((name) => [tlvTable[name].tag, name]),
);
// The package turns times into Dates and wraps texts into objects: what it does to them says nothing about octets.
const notCompared = new Set(['scheduleDeliveryTime', 'validityPeriod', 'finalDate', 'shortMessage']);

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function foreignList(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((entry: Record<string, unknown>) =>
    Object.fromEntries(
      Object.entries(entry).map(([name, field]) => [name === 'distributionList' ? 'dl_name' : snake(name), field]),
    ),
  );
}

/** The mandatory fields of a PDU under the names the npm package `smpp` uses. */
export function foreignFields(pdu: Pdu): Record<string, unknown> {
  const { command: _command, status, sequence, tlvs, tail: _tail, ...fields } = pdu;
  const foreign: Record<string, unknown> = { command_status: status, sequence_number: sequence };
  for (const [name, value] of Object.entries(fields)) foreign[snake(name)] = foreignList(value);
  for (const { tag, value } of tlvs) {
    const name = nameOfTag.get(tag);
    if (name) foreign[name] = tlvTable[name].type === 'int8' ? value[0] : Buffer.from(value);
  }
  return foreign;
}

/** The octets the npm package writes for a PDU. */
export function foreignEncode(pdu: Pdu): Buffer {
  return new PDU(pdu.command, foreignFields(pdu)).toBuffer();
}

/** What the npm package reads from octets, cut down to the fields that can be compared with ours, beside ours. */
export function foreignDecode(
  bytes: Buffer,
  pdu: Pdu,
): { theirs: Record<string, unknown>; ours: Record<string, unknown> } {
  const read = new PDU(Buffer.from(bytes));
  const theirs: Record<string, unknown> = { command: read.command };
  const ours: Record<string, unknown> = { command: pdu.command };
  const skip = new Set([...notCompared].map(snake));
  for (const [name, value] of Object.entries(foreignFields(pdu))) {
    if (skip.has(name) || Buffer.isBuffer(value)) continue;
    theirs[name] = read[name];
    ours[name] = value;
  }
  return { theirs, ours };
}
