import { PDU } from 'smpp';
import {
  encodeDeliverSm,
  encodeSubmitSm,
  encodeText,
  makeTlv,
  OutBuffer,
  parseReceipt,
  viewMessage,
} from '../src/index.ts';

/** Microseconds per PDU for our codec and for the npm package `smpp`: writing a submit_sm, and reading a receipt to its id and state. */
export type CodecFigures = {
  encodeMicros: number;
  npmEncodeMicros: number;
  receiptMicros: number;
  textReceiptMicros: number;
  npmReceiptMicros: number;
};

const text = encodeText('Your order 4711 has been shipped and will arrive on Tuesday.', 'gsm7');
const words =
  'id:m123456 sub:001 dlvrd:001 submit date:2601011200 done date:2601011200 stat:DELIVRD err:000 text:hello';

/** Measures each for about `milliseconds`. */
export function measureCodec(milliseconds = 500): CodecFigures {
  const byTlv = receipt([makeTlv('receipted_message_id', 'm123456'), makeTlv('message_state', 2)]);
  const byText = receipt([]);
  return {
    encodeMicros: time(encodeOurs(), milliseconds),
    npmEncodeMicros: time(encodeTheirs, milliseconds),
    receiptMicros: time(() => readOurs(byTlv), milliseconds),
    textReceiptMicros: time(() => readOurs(byText), milliseconds),
    npmReceiptMicros: time(() => new PDU(byTlv).receipted_message_id, milliseconds),
  };
}

function time(run: () => unknown, milliseconds: number): number {
  const rounds = 1_000;
  let best = Number.POSITIVE_INFINITY;
  const until = performance.now() + milliseconds;
  while (performance.now() < until) {
    const startedAt = performance.now();
    for (let i = 0; i < rounds; i++) run();
    best = Math.min(best, ((performance.now() - startedAt) * 1_000) / rounds);
  }
  return best;
}

function encodeOurs(): () => void {
  const out = new OutBuffer();
  const message = {
    sourceAddrTon: 5,
    sourceAddr: 'SIGNALBOX',
    destAddrTon: 1,
    destAddrNpi: 1,
    destinationAddr: '447700900001',
    registeredDelivery: 1,
    shortMessage: text,
  };
  let sequence = 0;
  return () => {
    if (out.length > 60_000) out.length = 0;
    encodeSubmitSm(out, ++sequence, message);
  };
}

function encodeTheirs(): Buffer {
  return new PDU('submit_sm', {
    source_addr_ton: 5,
    source_addr: 'SIGNALBOX',
    dest_addr_ton: 1,
    dest_addr_npi: 1,
    destination_addr: '447700900001',
    registered_delivery: 1,
    data_coding: 0,
    short_message: text,
  }).toBuffer();
}

function receipt(tlvs: ReturnType<typeof makeTlv>[]): Buffer {
  const out = new OutBuffer();
  encodeDeliverSm(out, 1, {
    sourceAddr: '447700900001',
    destinationAddr: 'SIGNALBOX',
    esmClass: 4,
    shortMessage: Buffer.from(words),
    tlvs,
  });
  return out.bytes.subarray(0, out.length);
}

function readOurs(bytes: Buffer): unknown {
  const view = viewMessage(bytes, 0, bytes.length);
  return view && parseReceipt(view);
}

if (import.meta.main) console.log(JSON.stringify(measureCodec()));
