import { encodeUcs2 } from './alphabets.ts';
import type { ReceiptStat, SmppBehaviour } from './behaviour.ts';
import type { Fields } from './smpp-wire.ts';

/** SMPP 3.4 5.2.28, message_state. */
export const messageStates: Record<ReceiptStat, number> = {
  ENROUTE: 1,
  DELIVRD: 2,
  EXPIRED: 3,
  DELETED: 4,
  UNDELIV: 5,
  ACCEPTD: 6,
  UNKNOWN: 7,
  REJECTD: 8,
};

const ESM_RECEIPT = 0x04;
const ESM_INTERMEDIATE = 0x20;
const NETWORK_GSM = 3;

export interface Address {
  address: string;
  ton: number;
  npi: number;
}

export interface ReceiptFacts {
  id: string;
  stat: ReceiptStat;
  err: string;
  submittedAt: Date;
  doneAt: Date;
  text: string;
  intermediate: boolean;
  garbage: number | null;
  /** The number that was dialled, and the sender as it was submitted: a receipt travels the other way round. */
  dialled: Address;
  sender: Address;
}

/** The fields of the deliver_sm that carries a receipt, in the form the carrier has chosen. */
export function receiptFields(facts: ReceiptFacts, form: SmppBehaviour['receipt_form']): Fields {
  const fields: Fields = {
    source_addr: facts.dialled.address,
    source_addr_ton: facts.dialled.ton,
    source_addr_npi: facts.dialled.npi,
    destination_addr: facts.sender.address,
    dest_addr_ton: facts.sender.ton,
    dest_addr_npi: facts.sender.npi,
    esm_class: facts.intermediate ? ESM_INTERMEDIATE : ESM_RECEIPT,
    data_coding: 0,
    short_message: Buffer.alloc(0),
  };
  if (facts.garbage !== null) return { ...fields, ...nonsense(facts, facts.garbage) };
  if (form !== 'tlv') fields.short_message = Buffer.from(receiptText(facts), 'latin1');
  if (form === 'text') return fields;
  const err = /^\d+$/.test(facts.err) ? Number(facts.err) : 0;
  return {
    ...fields,
    receipted_message_id: facts.id,
    message_state: messageStates[facts.stat],
    network_error_code: Buffer.from([NETWORK_GSM, err >> 8, err & 0xff]),
  };
}

/** Receipts as bad carriers write them: each is one that broke somebody's gateway. */
function nonsense(facts: ReceiptFacts, kind: number): Fields {
  const sound = receiptText(facts);
  const kinds: Fields[] = [
    { short_message: Buffer.from('%%id;\u0007stat=?? done date:00 text:id:id:id stat:', 'latin1') },
    { short_message: Buffer.from(sound.replace(/^id:\S+ /, ''), 'latin1') },
    { short_message: Buffer.from(sound.replace(/ stat:\w+/, ''), 'latin1') },
    { short_message: Buffer.from(sound.replace(/date:\d{10}/g, 'date:7001010000'), 'latin1') },
    { short_message: Buffer.from(sound.replace(/date:\d{10}/g, 'date:9912312359'), 'latin1') },
    // Flagged as UCS-2 although it is ASCII, and the other way round.
    { short_message: Buffer.from(sound, 'latin1'), data_coding: 8 },
    { short_message: encodeUcs2(sound.slice(0, 120)), data_coding: 0 },
    { message_payload: Buffer.alloc(60_000, `${sound} `) },
    { short_message: Buffer.alloc(0) },
    { short_message: Buffer.alloc(254, 0xff), data_coding: 0xf5 },
  ];
  return kinds[kind % kinds.length] ?? {};
}

/** SMPP 3.4 appendix B. */
function receiptText({ id, stat, err, submittedAt, doneAt, text }: ReceiptFacts): string {
  const delivered = stat === 'DELIVRD' ? '001' : '000';
  const start = text.replace(/[^\x20-\x7e]/g, '?').slice(0, 20);
  return `id:${id} sub:001 dlvrd:${delivered} submit date:${stamp(submittedAt)} done date:${stamp(doneAt)} stat:${stat} err:${err} text:${start}`;
}

function stamp(date: Date): string {
  return date.toISOString().replace(/\D/g, '').slice(2, 12);
}
