import {
  dltCode,
  type InboundReceipt,
  type InboundReply,
  isReasonCode,
  type ReasonCode,
  type ReceiptVerdict,
} from '@signalbox/contracts';
import {
  canonicalMessageId,
  type DeliverSm,
  dataCoding,
  decodeText,
  esmClass,
  findTlv,
  isReceipt,
  type MessageStateName,
  parseReceipt,
  parseUdh,
  type Receipt,
  readTlv,
  receiptText,
  type TextCoding,
  tlvTable,
} from '@signalbox/smpp';
import { MAP_ERROR_REASONS } from '../map-errors.ts';
import { networkIn } from '../network-in.ts';
import { keepRaw, storable, withoutEcho } from '../raw-text.ts';
import type { SmppSettings } from './settings.ts';

/** Reference under which a receipt is handed over that nobody could read: it matches nothing and is kept as evidence. */
export const UNREADABLE_REF = 'unreadable';

const VERDICTS: Readonly<Record<MessageStateName, ReceiptVerdict>> = {
  scheduled: 'enroute',
  enroute: 'enroute',
  accepted: 'enroute',
  delivered: 'delivered',
  expired: 'expired',
  deleted: 'undelivered',
  undeliverable: 'undelivered',
  rejected: 'undelivered',
  skipped: 'undelivered',
  unknown: 'unknown',
};

const DEFAULT_REASONS: Partial<Record<MessageStateName, ReasonCode>> = {
  expired: 'network.expired',
  deleted: 'network.failure',
  undeliverable: 'unknown.unspecified',
  rejected: 'content.rejected_spam',
  skipped: 'content.rejected_spam',
  unknown: 'unknown.unspecified',
};

const GSM_NETWORK = 3;

/** What a batch of deliver_sm holds: receipts, and texts of people. */
export interface Delivered {
  receipts: InboundReceipt[];
  replies: InboundReply[];
}

/** Reads every deliver_sm of a batch; any octets give a value, nothing throws. */
export function readDelivered(settings: SmppSettings, pdus: readonly DeliverSm[]): Delivered {
  const found: Delivered = { receipts: [], replies: [] };
  for (const pdu of pdus) {
    if (isReceipt(pdu.esmClass)) found.receipts.push(readReceipt(settings, pdu));
    else found.replies.push(readReply(settings, pdu));
  }
  return found;
}

function readReceipt(settings: SmppSettings, pdu: DeliverSm): InboundReceipt {
  const reading = parseReceipt(pdu);
  if (reading.kind !== 'receipt') {
    return { ref: UNREADABLE_REF, verdict: 'enroute', reason: null, raw: keptText(pdu) };
  }
  const { receipt } = reading;
  const verdict =
    receipt.state === undefined || (receipt.intermediate && !receipt.final) ? 'enroute' : VERDICTS[receipt.state];
  return {
    ref: canonicalMessageId(receipt.messageId, settings.message_id_receipt),
    verdict,
    reason: verdict === 'delivered' || verdict === 'enroute' ? null : reasonOfReceipt(settings, receipt),
    ...networkOf(settings, pdu),
    raw: keptText(pdu) || describeReceipt(receipt),
  };
}

/** The network of the recipient, from the parameter the account has for it. */
function networkOf({ receipt_network_tag: tag }: SmppSettings, pdu: DeliverSm): Pick<InboundReceipt, 'network'> {
  const value = tag === 0 ? undefined : findTlv(pdu.tlvs, tag)?.value;
  return value === undefined || value.length > 16 ? {} : networkIn(Buffer.from(value).toString('latin1'));
}

const keptText = (pdu: DeliverSm): string => keepRaw(withoutEcho(receiptText(pdu)));

function describeReceipt(receipt: Receipt): string {
  const error = receipt.networkError ? ` network:${receipt.networkError.network} err:${receipt.networkError.code}` : '';
  return keepRaw(`id:${receipt.messageId} state:${receipt.state ?? 'none'}${error}`);
}

/** The reason in a receipt: the account's own map by the carrier's words, the Indian ranges, GSM numbers, then the state itself. */
function reasonOfReceipt(settings: SmppSettings, receipt: Receipt): ReasonCode {
  const { networkError, state } = receipt;
  const fromText = receipt.text?.err;
  const own =
    lookUp(settings.error_map, fromText) ??
    lookUp(settings.error_map, networkError ? String(networkError.code) : undefined);
  if (own !== undefined) return own;
  const isGsm = networkError !== undefined && networkError.network === GSM_NETWORK;
  const number = isGsm && networkError.code !== 0 ? networkError.code : Number(fromText ?? Number.NaN);
  const known = scrubbedBy(settings, number) ?? MAP_ERROR_REASONS[number];
  return known ?? (state === undefined ? undefined : DEFAULT_REASONS[state]) ?? 'unknown.unspecified';
}

/** What a code of an operator's scrubbing in India means. The 6xx are nobody else's; the other lists count at accounts that carry the ids. */
function scrubbedBy(settings: SmppSettings, number: number): ReasonCode | undefined {
  const isCommon = number >= 600 && number < 700;
  return isCommon || settings.dlt !== 'off' ? dltCode(String(number))?.reason : undefined;
}

function lookUp(map: Readonly<Record<string, string>>, code: string | undefined): ReasonCode | undefined {
  if (code === undefined) return undefined;
  for (const key of [code, code.replace(/^0+(?=.)/, '')]) {
    const reason = Object.hasOwn(map, key) ? map[key] : undefined;
    if (reason !== undefined && isReasonCode(reason)) return reason;
  }
  return undefined;
}

function readReply(settings: SmppSettings, pdu: DeliverSm): InboundReply {
  let octets =
    pdu.shortMessage.length > 0
      ? pdu.shortMessage
      : (findTlv(pdu.tlvs, tlvTable.message_payload.tag)?.value ?? pdu.shortMessage);
  const header = pdu.esmClass & esmClass.udhIndicator ? parseUdh(octets) : undefined;
  if (header) octets = octets.subarray(header.size);
  const text = storable(decodeText(octets, codingOf(settings, pdu.dataCoding)));
  const { part, total, reference } = header?.concatenation ?? sarOf(pdu) ?? WHOLE;
  return {
    from: toE164(pdu.sourceAddr, pdu.sourceAddrTon),
    to: toE164(pdu.destinationAddr, pdu.destAddrTon),
    text,
    raw: keepRaw(total > 1 ? `[part ${part}/${total} of ${reference}] ${text}` : text),
    // SMPP gives what a person sends no id that outlives the connection.
    ref: null,
    part: total > 1 ? { reference, part, total } : null,
    answered: settings.handles_stop,
  };
}

const WHOLE = { reference: 0, part: 1, total: 1 };

/** Where a part stands by the parameters of its PDU (SMPP 3.4 section 5.3.2.22), for carriers that send no header. */
function sarOf({ tlvs }: DeliverSm): typeof WHOLE | undefined {
  const reference = readTlv(tlvs, 'sar_msg_ref_num');
  const total = readTlv(tlvs, 'sar_total_segments');
  const part = readTlv(tlvs, 'sar_segment_seqnum');
  if (reference === undefined || total === undefined || part === undefined) return undefined;
  return part >= 1 && part <= total ? { reference, total, part } : undefined;
}

function codingOf(settings: SmppSettings, coding: number): TextCoding {
  if (coding === dataCoding.ucs2 || coding === dataCoding.ucs2Flash || coding === settings.data_coding_ucs2)
    return 'ucs2';
  const isDefault = coding === dataCoding.smscDefault || coding === settings.data_coding_gsm;
  if (isDefault) return settings.default_alphabet === 'latin1' ? 'latin1' : 'gsm7';
  if (coding >> 4 === 0xf || coding === 0x10) return 'gsm7';
  return 'latin1';
}

/** Carriers write a person's number as international digits, often under type "unknown"; short codes stay as they are. */
function toE164(address: string, ton: number): string {
  if (!/^[1-9]\d*$/.test(address)) return address;
  return ton === 1 || (ton === 0 && address.length >= 10) ? `+${address}` : address;
}
