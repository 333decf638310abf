import { commands, type Field } from './commands.ts';
import {
  checkInteger,
  EncodeError,
  MAX_PDU_LENGTH,
  type OutBuffer,
  readInt32,
  writeCString,
  writeHeader,
  writeInt32,
  writeOctets,
} from './out-buffer.ts';
import { readTlvs, seekTlv, sizeOfTlvs, type Tlv, type TlvStream, writeTlvs } from './tlv.ts';

/**
 * A submit_sm or deliver_sm to send. Fields are the standard's in camelCase; numbers are single octets and default to 0, text to ''.
 * `shortMessage` holds at most 255 octets, UDH included; longer content goes into a message_payload TLV with an empty shortMessage.
 */
export type MessageInput = {
  serviceType?: string;
  sourceAddrTon?: number;
  sourceAddrNpi?: number;
  sourceAddr?: string;
  destAddrTon?: number;
  destAddrNpi?: number;
  destinationAddr: string;
  esmClass?: number;
  protocolId?: number;
  priorityFlag?: number;
  scheduleDeliveryTime?: string;
  validityPeriod?: string;
  registeredDelivery?: number;
  replaceIfPresentFlag?: number;
  dataCoding?: number;
  smDefaultMsgId?: number;
  shortMessage?: Uint8Array;
  tlvs?: readonly Tlv[];
};

/** A submit_sm to send; see MessageInput. */
export type SubmitSm = MessageInput;

/**
 * A submit_sm, deliver_sm or data_sm that was received. Octets point into the received chunk: copy what is kept for long.
 * data_sm carries no short_message; `shortMessage` is empty then and the content is in the message_payload TLV.
 */
export type ReceivedMessage = {
  readonly command: 'submit_sm' | 'deliver_sm' | 'data_sm';
  readonly status: number;
  readonly sequence: number;
  readonly serviceType: string;
  readonly sourceAddrTon: number;
  readonly sourceAddrNpi: number;
  readonly sourceAddr: string;
  readonly destAddrTon: number;
  readonly destAddrNpi: number;
  readonly destinationAddr: string;
  readonly esmClass: number;
  readonly protocolId: number;
  readonly priorityFlag: number;
  readonly scheduleDeliveryTime: string;
  readonly validityPeriod: string;
  readonly registeredDelivery: number;
  readonly replaceIfPresentFlag: number;
  readonly dataCoding: number;
  readonly smDefaultMsgId: number;
  readonly shortMessage: Uint8Array;
  readonly tlvs: readonly Tlv[];
  /** Octets at the end that form no whole TLV; undefined in a well-formed PDU. */
  readonly tail: Uint8Array | undefined;
};

/** A deliver_sm (or data_sm) that the carrier sent: a receipt or an inbound message. */
export type DeliverSm = ReceivedMessage;

const SUBMIT_SM = commands.submit_sm.id;
const DELIVER_SM = commands.deliver_sm.id;
const SUBMIT_SM_RESP = commands.submit_sm_resp.id;
const DELIVER_SM_RESP = commands.deliver_sm_resp.id;

const limits = new Map<string, number>((commands.submit_sm.body as readonly Field[]).map((f) => [f.name, f.max]));
const SERVICE_TYPE = limits.get('serviceType') ?? 0;
const ADDRESS = limits.get('sourceAddr') ?? 0;
const TIME = limits.get('validityPeriod') ?? 0;
// Header, twelve single octets, the five NULs and sm_length, plus the largest text of each field.
const FIXED_ROOM = 16 + 12 + SERVICE_TYPE + 2 * ADDRESS + 2 * TIME + 1;

/** Appends a submit_sm to `out`; throws EncodeError and leaves `out` as it was when a field does not fit. */
export function encodeSubmitSm(out: OutBuffer, sequence: number, message: MessageInput): void {
  encodeMessage(out, SUBMIT_SM, sequence, message);
}

/** Appends a deliver_sm to `out`; throws EncodeError and leaves `out` as it was when a field does not fit. */
export function encodeDeliverSm(out: OutBuffer, sequence: number, message: MessageInput): void {
  encodeMessage(out, DELIVER_SM, sequence, message);
}

/** Appends a submit_sm_resp to `out`; an answer with an error status carries no message id unless one is given. */
export function encodeSubmitSmResp(out: OutBuffer, sequence: number, status: number, messageId: string): void {
  encodeMessageResp(out, SUBMIT_SM_RESP, sequence, status, messageId);
}

/** Appends a deliver_sm_resp to `out`; its message_id is unused and empty (SMPP 3.4 section 4.6.2). */
export function encodeDeliverSmResp(out: OutBuffer, sequence: number, status: number): void {
  encodeMessageResp(out, DELIVER_SM_RESP, sequence, status, '');
}

function encodeMessageResp(out: OutBuffer, id: number, sequence: number, status: number, messageId: string): void {
  const bytes = out.reserve(16 + messageId.length + 1);
  const start = out.length;
  // SMPP 3.4 section 4.4.2: the body is not returned with a non-zero status.
  const end =
    status !== 0 && messageId === '' ? start + 16 : writeCString(bytes, start + 16, messageId, 65, 'messageId');
  writeInt32(bytes, start, end - start);
  writeHeader(bytes, start, id, status, sequence);
  out.length = end;
}

function encodeMessage(out: OutBuffer, id: number, sequence: number, message: MessageInput): void {
  const short = message.shortMessage;
  const shortLength = short === undefined ? 0 : short.length;
  if (shortLength > 255) throw tooLong(shortLength);
  const tlvs = message.tlvs;
  const size = FIXED_ROOM + shortLength + (tlvs === undefined ? 0 : sizeOfTlvs(tlvs));
  const bytes = out.reserve(size);
  const start = out.length;
  let at = writeText(bytes, start + 16, message.serviceType, SERVICE_TYPE, 'serviceType');
  bytes[at++] = octet(message.sourceAddrTon, 'sourceAddrTon');
  bytes[at++] = octet(message.sourceAddrNpi, 'sourceAddrNpi');
  at = writeText(bytes, at, message.sourceAddr, ADDRESS, 'sourceAddr');
  bytes[at++] = octet(message.destAddrTon, 'destAddrTon');
  bytes[at++] = octet(message.destAddrNpi, 'destAddrNpi');
  at = writeCString(bytes, at, message.destinationAddr, ADDRESS, 'destinationAddr');
  bytes[at++] = octet(message.esmClass, 'esmClass');
  bytes[at++] = octet(message.protocolId, 'protocolId');
  bytes[at++] = octet(message.priorityFlag, 'priorityFlag');
  at = writeText(bytes, at, message.scheduleDeliveryTime, TIME, 'scheduleDeliveryTime');
  at = writeText(bytes, at, message.validityPeriod, TIME, 'validityPeriod');
  bytes[at++] = octet(message.registeredDelivery, 'registeredDelivery');
  bytes[at++] = octet(message.replaceIfPresentFlag, 'replaceIfPresentFlag');
  bytes[at++] = octet(message.dataCoding, 'dataCoding');
  bytes[at++] = octet(message.smDefaultMsgId, 'smDefaultMsgId');
  bytes[at++] = shortLength;
  if (short !== undefined) at = writeOctets(bytes, at, short);
  if (tlvs !== undefined) at = writeTlvs(bytes, at, tlvs);
  if (at - start > MAX_PDU_LENGTH) {
    throw new EncodeError('tlvs', `the PDU would have ${at - start} octets, at most ${MAX_PDU_LENGTH} fit; split it`);
  }
  writeInt32(bytes, start, at - start);
  writeHeader(bytes, start, id, 0, sequence);
  out.length = at;
}

function tooLong(length: number): EncodeError {
  return new EncodeError(
    'shortMessage',
    `has ${length} octets, at most 255 fit; split the text or use a message_payload TLV`,
  );
}

function writeText(bytes: Buffer, at: number, value: string | undefined, max: number, field: string): number {
  if (value !== undefined) return writeCString(bytes, at, value, max, field);
  bytes[at] = 0;
  return at + 1;
}

function octet(value: number | undefined, field: string): number {
  if (value === undefined) return 0;
  return (value & 0xff) === value ? value : checkInteger(value, 1, field);
}

function seekNul(bytes: Buffer, from: number, end: number): number {
  let at = from;
  while (at < end && bytes[at] !== 0) at++;
  return at;
}

/**
 * A submit_sm or deliver_sm read in place: numbers are read at once, text and octets only when asked for, so that a
 * receipt told by its TLVs costs no string it does not need. Made by `viewMessage`.
 */
export class MessageView implements ReceivedMessage {
  readonly command: 'submit_sm' | 'deliver_sm';
  readonly status: number;
  readonly sequence: number;
  readonly sourceAddrTon: number;
  readonly sourceAddrNpi: number;
  readonly destAddrTon: number;
  readonly destAddrNpi: number;
  readonly esmClass: number;
  readonly protocolId: number;
  readonly priorityFlag: number;
  readonly registeredDelivery: number;
  readonly replaceIfPresentFlag: number;
  readonly dataCoding: number;
  readonly smDefaultMsgId: number;
  /** True when the PDU ends before its mandatory fields do; such a view must not be used. */
  readonly truncated: boolean;
  private readonly bytes: Buffer;
  private readonly start: number;
  private readonly end: number;
  private readonly sourceEnd: number;
  private readonly destinationEnd: number;
  private readonly scheduleEnd: number;
  private readonly validityEnd: number;
  private readonly serviceEnd: number;
  private readonly messageEnd: number;
  private stream: TlvStream | undefined = undefined;

  constructor(bytes: Buffer, start: number, end: number) {
    this.bytes = bytes;
    this.start = start;
    this.end = end;
    this.command = readInt32(bytes, start + 4) === SUBMIT_SM ? 'submit_sm' : 'deliver_sm';
    this.status = readInt32(bytes, start + 8);
    this.sequence = readInt32(bytes, start + 12);
    this.serviceEnd = seekNul(bytes, start + 16, end);
    let at = this.serviceEnd + 1;
    this.sourceAddrTon = bytes[at++] as number;
    this.sourceAddrNpi = bytes[at++] as number;
    at = seekNul(bytes, at, end);
    this.sourceEnd = at++;
    this.destAddrTon = bytes[at++] as number;
    this.destAddrNpi = bytes[at++] as number;
    at = seekNul(bytes, at, end);
    this.destinationEnd = at++;
    this.esmClass = bytes[at++] as number;
    this.protocolId = bytes[at++] as number;
    this.priorityFlag = bytes[at++] as number;
    at = seekNul(bytes, at, end);
    this.scheduleEnd = at++;
    at = seekNul(bytes, at, end);
    this.validityEnd = at++;
    this.registeredDelivery = bytes[at++] as number;
    this.replaceIfPresentFlag = bytes[at++] as number;
    this.dataCoding = bytes[at++] as number;
    this.smDefaultMsgId = bytes[at++] as number;
    this.messageEnd = at < end ? at + 1 + (bytes[at] as number) : end + 1;
    this.truncated = this.messageEnd > end;
  }

  get serviceType(): string {
    return this.bytes.toString('latin1', this.start + 16, this.serviceEnd);
  }
  get sourceAddr(): string {
    return this.bytes.toString('latin1', this.serviceEnd + 3, this.sourceEnd);
  }
  get destinationAddr(): string {
    return this.bytes.toString('latin1', this.sourceEnd + 3, this.destinationEnd);
  }
  get scheduleDeliveryTime(): string {
    return this.bytes.toString('latin1', this.destinationEnd + 4, this.scheduleEnd);
  }
  get validityPeriod(): string {
    return this.bytes.toString('latin1', this.scheduleEnd + 1, this.validityEnd);
  }
  get shortMessage(): Uint8Array {
    return this.bytes.subarray(this.validityEnd + 6, this.messageEnd);
  }
  get tlvs(): readonly Tlv[] {
    return this.readStream().tlvs;
  }
  get tail(): Uint8Array | undefined {
    return this.readStream().tail;
  }

  /** Calls `read` with the place of a TLV's value in the received octets, without a copy; undefined when it is absent. */
  peekTlv<T>(tag: number, read: (bytes: Buffer, start: number, end: number) => T): T | undefined {
    const at = seekTlv(this.bytes, this.messageEnd, this.end, tag);
    if (at < 0) return undefined;
    const length = ((this.bytes[at - 2] as number) << 8) | (this.bytes[at - 1] as number);
    return read(this.bytes, at, at + length);
  }

  private readStream(): TlvStream {
    this.stream ??= readTlvs(this.bytes, this.messageEnd, this.end);
    return this.stream;
  }
}

/** Reads the submit_sm or deliver_sm that fills `start` to `end`, or returns undefined when its mandatory part is cut short. */
export function viewMessage(bytes: Buffer, start: number, end: number): MessageView | undefined {
  const view = new MessageView(bytes, start, end);
  return view.truncated ? undefined : view;
}
