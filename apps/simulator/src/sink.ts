import {
  commandStatuses,
  createSmppServer,
  esmClass,
  type MessageInput,
  makeTlv,
  messageStates,
  type ReceivedMessage,
  type SmppPeer,
} from '@signalbox/smpp';
import { nowMs } from './clock.ts';
import { createHistogram, type Histogram, type Summary } from './histogram.ts';
import type { SinkReceipts, SinkSettings } from './sink-settings.ts';

const MAX_CLASSES = 32;
const RECEIPT_WINDOW = 1000;
const MAX_RECEIPTS_WAITING = 5_000_000;
const STAMP = Buffer.from('t=');
const STATE_DELIVERED = makeTlv('message_state', messageStates.indexOf('delivered'));

export interface SinkStats {
  binds: number;
  submits: number;
  answered: number;
  receipts_sent: number;
  receipts_answered: number;
  receipts_failed: number;
  /** Wanted, but nobody who takes them was bound. */
  receipts_unsendable: number;
  first_submit_at_ms: number | null;
  last_submit_at_ms: number | null;
  /** Submits after the first by the time from the first to the last. */
  submits_per_second: number;
  /** Accept-to-submit by the first word of the text, for texts that carry `t=<epoch microseconds>`. */
  delay_us: Record<string, Summary>;
  /** Processor time of this process since the last reset. */
  cpu_us: number;
}

export interface Sink {
  listen(port: number, host: string): Promise<number>;
  settings: SinkSettings;
  stats(): SinkStats;
  reset(): void;
  stop(): Promise<void>;
}

/** The fast carrier for load: takes every bind and every submit, counts in memory, keeps nothing. */
export function createSink(settings: SinkSettings): Sink {
  const { ESME_ROK } = commandStatuses;
  const receivers = new Map<string, SmppPeer[]>();
  let counters = emptyCounters();
  let delays = new Map<string, Histogram>();
  let cpu = process.cpuUsage();
  let serial = Math.floor(Date.now() / 1000) * 100_000;
  let turn = 0;

  const server = createSmppServer({
    window: RECEIPT_WINDOW,
    maxQueued: MAX_RECEIPTS_WAITING,
    onBind: ({ bind, systemId }, peer) => {
      counters.binds += 1;
      if (bind !== 'transmitter') receivers.set(systemId, [...(receivers.get(systemId) ?? []), peer]);
      return { status: ESME_ROK.value };
    },
    onDown: (peer) => {
      const left = (receivers.get(peer.systemId) ?? []).filter((other) => other !== peer);
      receivers.set(peer.systemId, left);
    },
    onSubmit: (pdus, peer) => {
      const now = nowMs();
      counters.firstAt ??= now;
      counters.lastAt = now;
      counters.submits += pdus.length;
      for (const pdu of pdus) measure(pdu, now * 1000);
      const first = serial + 1;
      serial += pdus.length;
      const sequences = pdus.map(({ sequence }) => sequence);
      const receipts = settings.receipts === 'off' ? [] : receiptsFor(pdus, first, settings.receipts);
      const answer = () => answerAll(peer, { sequences, first, receipts });
      if (settings.latencyMs === 0) answer();
      else setTimeout(answer, settings.latencyMs);
    },
  });

  const answerAll = (peer: SmppPeer, given: { sequences: number[]; first: number; receipts: MessageInput[] }) => {
    given.sequences.forEach((sequence, index) => {
      peer.answer(sequence, ESME_ROK.value, String(given.first + index));
    });
    counters.answered += given.sequences.length;
    if (given.receipts.length === 0) return;
    const send = () => sendReceipts(peer, given.receipts);
    if (settings.receiptDelayMs === 0) send();
    else setTimeout(send, settings.receiptDelayMs);
  };
  const sendReceipts = (peer: SmppPeer, receipts: MessageInput[]) => {
    const receiver = receiverFor(peer);
    if (!receiver) {
      counters.receiptsUnsendable += receipts.length;
      return;
    }
    counters.receiptsSent += receipts.length;
    receiver.deliver(receipts, {}, (_index, result) => {
      if (result.kind === 'response' && result.status === ESME_ROK.value) counters.receiptsAnswered += 1;
      else counters.receiptsFailed += 1;
    });
  };
  const receiverFor = (peer: SmppPeer): SmppPeer | undefined => {
    if (peer.bind !== 'transmitter') return peer;
    const bound = receivers.get(peer.systemId) ?? [];
    turn += 1;
    return bound[turn % Math.max(1, bound.length)];
  };
  const measure = (pdu: ReceivedMessage, nowUs: number) => {
    const stamped = readStamp(pdu.shortMessage);
    if (!stamped) return;
    const known = delays.get(stamped.className);
    const histogram = known ?? createHistogram();
    if (!known && delays.size >= MAX_CLASSES) return;
    if (!known) delays.set(stamped.className, histogram);
    histogram.add(nowUs - stamped.atUs);
  };

  return {
    settings,
    listen: async (port, host) => (await server.listen(port, host)).port,
    stats() {
      const { firstAt, lastAt, submits } = counters;
      const spanMs = firstAt === null || lastAt === null ? 0 : lastAt - firstAt;
      const used = process.cpuUsage(cpu);
      return {
        binds: counters.binds,
        submits,
        answered: counters.answered,
        receipts_sent: counters.receiptsSent,
        receipts_answered: counters.receiptsAnswered,
        receipts_failed: counters.receiptsFailed,
        receipts_unsendable: counters.receiptsUnsendable,
        first_submit_at_ms: firstAt,
        last_submit_at_ms: lastAt,
        submits_per_second: spanMs > 0 ? Math.round(((submits - 1) / spanMs) * 1000) : 0,
        delay_us: Object.fromEntries([...delays].map(([name, histogram]) => [name, histogram.summary()])),
        cpu_us: used.user + used.system,
      };
    },
    reset() {
      counters = emptyCounters();
      delays = new Map();
      cpu = process.cpuUsage();
    },
    stop: () => server.close(),
  };
}

function emptyCounters() {
  return {
    binds: 0,
    submits: 0,
    answered: 0,
    receiptsSent: 0,
    receiptsAnswered: 0,
    receiptsFailed: 0,
    receiptsUnsendable: 0,
    firstAt: null as number | null,
    lastAt: null as number | null,
  };
}

/** The class (first word) and send time of a text such as "otp 1234 t=1767225600000000"; octets are read as they are. */
function readStamp(octets: Uint8Array): { className: string; atUs: number } | undefined {
  const bytes = Buffer.from(octets.buffer, octets.byteOffset, octets.byteLength);
  const at = bytes.indexOf(STAMP);
  if (at < 0) return undefined;
  let atUs = 0;
  let next = at + STAMP.length;
  for (let digit = bytes[next]; digit !== undefined && digit >= 0x30 && digit <= 0x39; digit = bytes[next]) {
    atUs = atUs * 10 + digit - 0x30;
    next += 1;
  }
  if (next === at + STAMP.length) return undefined;
  const space = bytes.indexOf(0x20);
  const word = at === 0 ? '' : bytes.toString('latin1', 0, space < 0 ? at : Math.min(space, at));
  return { className: /^[A-Za-z]{1,20}$/.test(word) ? word : 'other', atUs };
}

/** DELIVRD for every submit that wants a receipt. */
function receiptsFor(pdus: readonly ReceivedMessage[], firstId: number, form: SinkReceipts): MessageInput[] {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(2, 12);
  const receipts: MessageInput[] = [];
  pdus.forEach((pdu, index) => {
    if ((pdu.registeredDelivery & 0x01) === 0) return;
    const id = String(firstId + index);
    const text = `id:${id} sub:001 dlvrd:001 submit date:${stamp} done date:${stamp} stat:DELIVRD err:000 text:`;
    receipts.push({
      sourceAddr: pdu.destinationAddr,
      sourceAddrTon: pdu.destAddrTon,
      sourceAddrNpi: pdu.destAddrNpi,
      destinationAddr: pdu.sourceAddr,
      destAddrTon: pdu.sourceAddrTon,
      destAddrNpi: pdu.sourceAddrNpi,
      esmClass: esmClass.deliveryReceipt,
      ...(form === 'tlv' ? {} : { shortMessage: Buffer.from(text, 'latin1') }),
      ...(form === 'text' ? {} : { tlvs: [makeTlv('receipted_message_id', id), STATE_DELIVERED] }),
    });
  });
  return receipts;
}
