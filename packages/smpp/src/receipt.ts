import { MessageView, type ReceivedMessage } from './message.ts';
import { type ReceiptText, readReceiptText, stateOfWord } from './receipt-text.ts';
import { decodeText } from './text.ts';
import { findTlv, readTlvText } from './tlv.ts';
import { tlvTable } from './tlv-table.ts';
import { parseUdh } from './udh.ts';
import { dataCoding, esmClass, type MessageStateName, messageStates } from './values.ts';

/** network_error_code: network type (1 ANSI-136, 2 IS-95, 3 GSM ...) and the network's own 16-bit code. */
export type NetworkError = { network: number; code: number };

/**
 * A delivery receipt. TLVs win over the text, which SMPP 3.4 Appendix B leaves to each vendor. `state` is undefined when the carrier named none we know;
 * `final` says whether it will not change (unknown is not final). Dates are the carrier's digits: their zone is known only to its contract.
 */
export type Receipt = {
  messageId: string;
  state: MessageStateName | undefined;
  final: boolean;
  intermediate: boolean;
  networkError: NetworkError | undefined;
  /** Which source gave the id. */
  idFrom: 'tlv' | 'text';
  /** The parsed text; undefined when the TLVs sufficed or there was none. */
  text: ReceiptText | undefined;
};

/** What a deliver_sm says: a receipt; no receipt at all (an inbound message or a user acknowledgement); or a receipt nobody can read. */
export type ReceiptReading = { kind: 'receipt'; receipt: Receipt } | { kind: 'not_receipt' } | { kind: 'unreadable' };

const ID = tlvTable.receipted_message_id.tag;
const STATE = tlvTable.message_state.tag;
const NETWORK_ERROR = tlvTable.network_error_code.tag;
const PAYLOAD = tlvTable.message_payload.tag;
const FINAL = new Set<MessageStateName>(['delivered', 'expired', 'deleted', 'undeliverable', 'rejected', 'skipped']);

const NOT_RECEIPT: ReceiptReading = { kind: 'not_receipt' };
const UNREADABLE: ReceiptReading = { kind: 'unreadable' };

/** True for the two message types that carry receipts; other bits of esm_class (such as UDHI) may be set beside them. */
export function isReceipt(esm: number): boolean {
  const type = esm & esmClass.typeMask;
  return type === esmClass.deliveryReceipt || type === esmClass.intermediateNotification;
}

/** Reads the receipt in a deliver_sm or data_sm: by its TLVs in place, and by its text for what they leave out. Never throws. */
export function parseReceipt(pdu: ReceivedMessage): ReceiptReading {
  if (!isReceipt(pdu.esmClass)) return NOT_RECEIPT;
  const idByTlv = peek(pdu, ID, readTlvText);
  const stateByTlv = peek(pdu, STATE, readState);
  const networkError = peek(pdu, NETWORK_ERROR, readNetworkError);
  // The text costs more than all else: it is read only when a TLV is missing.
  const text = idByTlv && stateByTlv ? undefined : readReceiptText(receiptText(pdu));
  const messageId = idByTlv || text?.id;
  if (!messageId) return UNREADABLE;
  const state = stateByTlv ?? (text?.stat === undefined ? undefined : stateOfWord(text.stat));
  const receipt: Receipt = {
    messageId,
    state,
    final: state !== undefined && FINAL.has(state),
    intermediate: (pdu.esmClass & esmClass.typeMask) === esmClass.intermediateNotification,
    networkError,
    idFrom: idByTlv ? 'tlv' : 'text',
    text,
  };
  return { kind: 'receipt', receipt };
}

function peek<T>(
  pdu: ReceivedMessage,
  tag: number,
  read: (bytes: Buffer, start: number, end: number) => T,
): T | undefined {
  if (pdu instanceof MessageView) return pdu.peekTlv(tag, read);
  const tlv = findTlv(pdu.tlvs, tag);
  if (!tlv) return undefined;
  const { buffer, byteOffset, length } = tlv.value;
  return read(Buffer.from(buffer, byteOffset, length), 0, length);
}

function readState(bytes: Buffer, start: number, end: number): MessageStateName | undefined {
  return end > start ? messageStates[bytes[end - 1] as number] : undefined;
}

function readNetworkError(bytes: Buffer, start: number, end: number): NetworkError | undefined {
  if (end - start !== 3) return undefined;
  return { network: bytes[start] as number, code: bytes.readUInt16BE(start + 1) };
}

/**
 * The words of a receipt: short_message or message_payload, without a user data header. Receipts are ASCII by custom even when flagged UCS-2
 * (npm smpp issue 68), so they are taken for UCS-2 only when every other octet says so.
 */
export function receiptText(pdu: ReceivedMessage): string {
  let octets = pdu.shortMessage.length > 0 ? pdu.shortMessage : findTlv(pdu.tlvs, PAYLOAD)?.value;
  if (octets === undefined) return '';
  // A carrier may set the indicator and send no header: only a header whose lengths agree is skipped.
  const header = pdu.esmClass & esmClass.udhIndicator ? parseUdh(octets) : undefined;
  if (header) octets = octets.subarray(header.size);
  const wide = pdu.dataCoding === dataCoding.ucs2 && octets.length >= 2 && octets[0] === 0 && octets[1] !== 0;
  return decodeText(octets, wide ? 'ucs2' : 'latin1');
}
