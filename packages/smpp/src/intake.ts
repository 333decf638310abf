import { decodePdu, type Pdu } from './codec.ts';
import { commands, nameOfCommand, RESPONSE_BIT } from './commands.ts';
import { receiveDataSm } from './data-sm.ts';
import { FrameReader, type FramingProblem } from './frame-reader.ts';
import type { LinkHooks, LinkRole } from './link-role.ts';
import { type ReceivedMessage, viewMessage } from './message.ts';
import { readInt32, writeHeader, writeInt32 } from './out-buffer.ts';
import type { Outstanding } from './outstanding.ts';
import type { SocketWriter } from './socket-writer.ts';
import { commandStatuses } from './statuses.ts';
import { readTlvs } from './tlv.ts';

/** What reads a connection's octets and where it sends what it finds. */
export type IntakeParts = {
  role: LinkRole;
  hooks: LinkHooks;
  outstanding: Outstanding;
  writer: SocketWriter;
  maxPduLength: number;
};

const { ESME_RINVCMDID, ESME_RINVCMDLEN, ESME_RUNKNOWNERR } = commandStatuses;
const { generic_nack, enquire_link_resp, unbind_resp } = commands;

/** Reads what a peer sends: answers end requests at once, messages are gathered for the tick, the rest of SMPP's manners are seen to here. */
export class Intake {
  private readonly parts: IntakeParts;
  private readonly reader: FrameReader;
  private readonly response: `${LinkRole['sends']}_resp`;
  private readonly responseId: number;
  private readonly messageId: number;
  private messages: ReceivedMessage[] = [];
  private nowMs = 0;

  constructor(parts: IntakeParts) {
    this.parts = parts;
    this.reader = new FrameReader((bytes, start, end) => this.takeFrame(bytes, start, end), parts.maxPduLength);
    this.response = `${parts.role.sends}_resp`;
    this.responseId = commands[this.response].id;
    this.messageId = commands[parts.role.takes].id;
  }

  /** Messages read and not yet taken out. */
  get size(): number {
    return this.messages.length;
  }

  /** Reads a chunk; returns the problem that ends the connection, if there is one. */
  push(chunk: Buffer, nowMs: number): FramingProblem | undefined {
    this.nowMs = nowMs;
    return this.reader.push(chunk);
  }

  /** Takes out the messages read since the last time. */
  takeMessages(): ReceivedMessage[] {
    const batch = this.messages;
    this.messages = [];
    return batch;
  }

  private takeFrame(bytes: Buffer, start: number, end: number): void {
    const id = readInt32(bytes, start + 4);
    if (id === this.responseId) this.takeResponse(bytes, start, end);
    else if (id === this.messageId) this.takeMessage(bytes, start, end);
    else this.takeOther(bytes.subarray(start, end));
  }

  private takeMessage(bytes: Buffer, start: number, end: number): void {
    const view = viewMessage(bytes, start, end);
    if (view !== undefined) this.messages.push(view);
    else this.refuse(this.messageId, readInt32(bytes, start + 12), ESME_RINVCMDLEN.value);
  }

  // The message id may be missing with its NUL, be as long as the PDU, or stand before TLVs.
  private takeResponse(bytes: Buffer, start: number, end: number): void {
    const status = readInt32(bytes, start + 8);
    const sequence = readInt32(bytes, start + 12);
    let stop = start + 16;
    while (stop < end && bytes[stop] !== 0) stop++;
    const messageId = stop > start + 16 ? bytes.toString('latin1', start + 16, stop) : '';
    const tlvs = stop + 1 < end ? readTlvs(bytes, stop + 1, end).tlvs : undefined;
    const { outstanding } = this.parts;
    const result = { kind: 'response', status, messageId, latencyMs: 0, tlvs } as const;
    if (outstanding.answer(sequence, result, this.nowMs)) return;
    outstanding.takeStray(this.response, { sequence, status }, messageId, this.nowMs);
  }

  private takeOther(frame: Buffer): void {
    const decoded = decodePdu(frame, this.parts.maxPduLength);
    if (decoded.kind === 'pdu') this.takePdu(decoded.pdu);
    else if (decoded.problem !== 'framing') this.refuse(decoded.commandId, decoded.sequence, decoded.status);
  }

  private takePdu(pdu: Pdu): void {
    const { hooks, outstanding, role } = this.parts;
    if (pdu.command === 'enquire_link') this.writeBare(enquire_link_resp.id, 0, pdu.sequence);
    else if (pdu.command === 'unbind') {
      this.writeBare(unbind_resp.id, 0, pdu.sequence);
      hooks.onPeerUnbind();
    } else if (pdu.command === 'generic_nack') this.takeNack(pdu);
    else if (pdu.command === 'data_sm' && role.takesDataSm) this.messages.push(receiveDataSm(pdu));
    else if (commands[pdu.command].id < RESPONSE_BIT) hooks.onRequest(pdu);
    else if (!outstanding.controls.settle(pdu) && pdu.command !== 'enquire_link_resp') {
      outstanding.takeStray(pdu.command, pdu, '', this.nowMs);
    }
  }

  // A generic_nack without a sequence we know can not be laid to any message: those stay in the window until their time is over.
  private takeNack(pdu: Pdu): void {
    const { hooks, outstanding } = this.parts;
    const status = pdu.status === 0 ? ESME_RUNKNOWNERR.value : pdu.status;
    hooks.onProblem({ kind: 'generic_nack', sequence: pdu.sequence, status });
    const result = { kind: 'response', status, messageId: '', latencyMs: 0, tlvs: undefined } as const;
    if (!outstanding.answer(pdu.sequence, result, this.nowMs)) outstanding.controls.settle({ ...pdu, status });
  }

  /** Answers what can not be read: the command's own response, or generic_nack for an unknown command; an answer is never answered. */
  private refuse(commandId: number, sequence: number, status: number): void {
    this.parts.hooks.onProblem({ kind: 'undecodable', commandId, sequence, status });
    if (commandId >= RESPONSE_BIT) return;
    const known = nameOfCommand(commandId + RESPONSE_BIT) !== undefined && status !== ESME_RINVCMDID.value;
    this.writeBare(known ? commandId + RESPONSE_BIT : generic_nack.id, status, sequence);
  }

  private writeBare(id: number, status: number, sequence: number): void {
    const { out } = this.parts.writer;
    const bytes = out.reserve(16);
    writeInt32(bytes, out.length, 16);
    writeHeader(bytes, out.length, id, status, sequence);
    out.length += 16;
  }
}
