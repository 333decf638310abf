import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decodeGsm7, decodeUcs2, encodeGsm7, encodeUcs2 } from './alphabets.ts';
import { receiptFields } from './receipt-pdu.ts';
import { readShortMessage, writeShortMessage } from './short-message.ts';
import type { Simulator } from './simulator.ts';
import { encodePdu } from './smpp-wire.ts';
import { bindCustomer, sms, startTestSimulator } from './testing.ts';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startTestSimulator();
});
afterAll(() => simulator.stop());

const bytes = fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array));
const header = (command: number, length: number) => {
  const head = Buffer.alloc(16);
  head.writeUInt32BE(length, 0);
  head.writeUInt32BE(command, 4);
  head.writeUInt32BE(1, 12);
  return head;
};

test('a phone reads any octets in any coding as some text', () => {
  fc.assert(
    fc.property(bytes, fc.integer({ min: 0, max: 255 }), fc.boolean(), (octets, dataCoding, udh) => {
      const read = readShortMessage({ short_message: octets, data_coding: dataCoding, esm_class: udh ? 0x40 : 0 });
      expect(typeof read.text).toBe('string');
      if (read.part) expect(read.part.number).toBeLessThanOrEqual(read.part.total);
    }),
  );
});

test('a text survives either alphabet, and a reply in parts is the text again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }), (text) => {
      const septets = encodeGsm7(text);
      if (septets) expect(decodeGsm7(septets)).toBe(text);
      expect(decodeUcs2(encodeUcs2(text))).toBe(text);
      const parts = writeShortMessage(text, 300);
      const read = parts.map(({ esmClass, dataCoding, payload }) =>
        readShortMessage({ esm_class: esmClass, data_coding: dataCoding, short_message: payload }),
      );
      expect(read.map((part) => part.text).join('')).toBe(text);
      for (const { payload } of parts) expect(payload.length).toBeLessThanOrEqual(160);
    }),
  );
});

test('every kind of nonsense receipt can be put on the wire', () => {
  const address = { address: '5215512345678', ton: 1, npi: 1 };
  const now = new Date();
  for (let garbage = 0; garbage < 20; garbage += 1) {
    const facts = {
      id: 'a'.repeat(36),
      stat: 'DELIVRD',
      err: '000',
      submittedAt: now,
      doneAt: now,
      text: 'é€',
      intermediate: false,
    } as const;
    const fields = receiptFields({ ...facts, garbage, dialled: address, sender: address }, 'both');
    expect(encodePdu('deliver_sm', fields).length).toBeGreaterThan(16);
  }
});

test('no octets on any port bring a carrier down', async () => {
  const commands = [1, 2, 3, 4, 5, 6, 7, 8, 9, 0x0b, 0x15, 0x21, 0x102, 0x103, 0x80000004, 0x80000005, 0x80000000];
  const pdus = fc.tuple(fc.constantFrom(...commands), bytes, fc.integer({ min: -20, max: 20 }));
  const { smpp, smtp, vendor } = simulator.ports;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(smpp, smtp, vendor),
      bytes,
      fc.array(pdus, { maxLength: 5 }),
      async (port, noise, list) => {
        const customer = port === smpp ? await bindCustomer(smpp) : undefined;
        const socket = customer?.session.socket ?? connect(port, '127.0.0.1');
        const closed = new Promise((resolve) => socket.on('close', resolve));
        socket.on('error', () => {});
        for (const [command, body, error] of list) {
          socket.write(Buffer.concat([header(command, Math.max(0, 16 + body.length + error)), body]));
        }
        socket.end(noise);
        socket.resume();
        setTimeout(() => socket.destroy(), 20);
        await closed;
      },
    ),
    { numRuns: 60 },
  );
  const customer = await bindCustomer(smpp);
  expect((await customer.submit(sms('+5215512345678', 'still here'))).command_status).toBe(0);
  customer.end();
});
