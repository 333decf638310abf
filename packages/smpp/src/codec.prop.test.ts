import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePdu, encodePdu, type PduInput } from './codec.ts';
import { type CommandName, commands, type Field } from './commands.ts';
import { encodeDeliverSm, encodeSubmitSm, type MessageInput, viewMessage } from './message.ts';
import { OutBuffer } from './out-buffer.ts';
import { parseReceipt } from './receipt.ts';

const octet = fc.integer({ min: 0, max: 255 });
const octets = (max: number) => fc.uint8Array({ maxLength: max }).map((value) => Buffer.from(value));
const text = (max: number) =>
  fc.array(fc.integer({ min: 1, max: 255 }), { maxLength: max - 1 }).map((codes) => String.fromCharCode(...codes));
const address = { destAddrTon: octet, destAddrNpi: octet, destinationAddr: text(21) };
const byType: Record<Field['type'], (max: number) => fc.Arbitrary<unknown>> = {
  int8: () => octet,
  cstring: text,
  octets,
  destinations: () =>
    fc.array(fc.oneof(fc.record(address), fc.record({ distributionList: text(21) })), { maxLength: 255 }),
  refusals: () =>
    fc.array(fc.record({ ...address, errorStatusCode: fc.integer({ min: 0, max: 0xffffffff }) }), { maxLength: 255 }),
};
const tlvs = fc.array(fc.record({ tag: fc.integer({ min: 0, max: 0xffff }), value: octets(300) }), { maxLength: 5 });
const sequence = fc.integer({ min: 0, max: 0x7fffffff });

function anyPdu(command: CommandName): fc.Arbitrary<PduInput> {
  const fields = (commands[command].body as readonly Field[]).map(({ name, type, max }) => [name, byType[type](max)]);
  return fc.record({
    command: fc.constant(command),
    // An answer with an error status may leave its body out, so its fields would come back as defaults all the same.
    status: fc.integer({ min: 0, max: 0xffffffff }),
    sequence,
    tlvs,
    ...Object.fromEntries(fields),
  }) as unknown as fc.Arbitrary<PduInput>;
}

const anyCommand = fc.constantFrom(...(Object.keys(commands) as CommandName[]));
const message: fc.Arbitrary<MessageInput> = fc.record({
  serviceType: text(6),
  sourceAddrTon: octet,
  sourceAddrNpi: octet,
  sourceAddr: text(21),
  ...address,
  esmClass: octet,
  protocolId: octet,
  priorityFlag: octet,
  scheduleDeliveryTime: text(17),
  validityPeriod: text(17),
  registeredDelivery: octet,
  replaceIfPresentFlag: octet,
  dataCoding: octet,
  smDefaultMsgId: octet,
  shortMessage: octets(255),
  tlvs,
});

describe('the codec', () => {
  it('reads back exactly what it wrote, for every command', () => {
    fc.assert(
      fc.property(anyCommand.chain(anyPdu), (pdu) => {
        expect(decodePdu(encodePdu(pdu))).toEqual({ kind: 'pdu', pdu: { ...pdu, tail: undefined } });
      }),
      { numRuns: 500 },
    );
  });

  it('returns a value for any octets', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(['pdu', 'problem']).toContain(decodePdu(bytes).kind);
      }),
    );
  });

  it('returns a value for any octets behind a right length and a known command', () => {
    fc.assert(
      fc.property(anyCommand, fc.uint8Array({ maxLength: 400 }), (command, body) => {
        const bytes = Buffer.concat([encodePdu({ command: 'enquire_link' }), body]);
        bytes.writeUInt32BE(bytes.length, 0);
        bytes.writeUInt32BE(commands[command].id, 4);
        const decoded = decodePdu(bytes);
        expect(decoded.kind === 'problem' ? decoded.problem : decoded.pdu.command).toBe(
          decoded.kind === 'problem' ? 'truncated_body' : command,
        );
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('the fast path for messages', () => {
  it('writes the same octets as the table, for submit_sm and deliver_sm', () => {
    fc.assert(
      fc.property(message, sequence, fc.boolean(), (fields, number, submit) => {
        const out = new OutBuffer(16);
        (submit ? encodeSubmitSm : encodeDeliverSm)(out, number, fields);
        const command = submit ? 'submit_sm' : 'deliver_sm';
        expect(out.bytes.subarray(0, out.length)).toEqual(encodePdu({ command, sequence: number, ...fields }));
      }),
      { numRuns: 500 },
    );
  });

  it('reads in place what the table reads', () => {
    fc.assert(
      fc.property(message, sequence, (fields, number) => {
        const bytes = encodePdu({ command: 'deliver_sm', sequence: number, ...fields });
        const shifted = Buffer.concat([Buffer.alloc(7, 1), bytes, Buffer.alloc(9, 1)]);
        const view = viewMessage(shifted, 7, 7 + bytes.length);
        const decoded = decodePdu(bytes);
        if (view === undefined || decoded.kind !== 'pdu') throw new Error('unreadable');
        for (const [name, value] of Object.entries(decoded.pdu)) expect(Reflect.get(view, name)).toEqual(value);
      }),
      { numRuns: 500 },
    );
  });

  it('refuses a cut message exactly when the table does, and never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 120 }), (body) => {
        const bytes = Buffer.concat([encodePdu({ command: 'enquire_link' }), body]);
        bytes.writeUInt32BE(bytes.length, 0);
        bytes.writeUInt32BE(commands.deliver_sm.id, 4);
        const view = viewMessage(bytes, 0, bytes.length);
        expect(view === undefined).toBe(decodePdu(bytes).kind === 'problem');
        if (view) expect(parseReceipt(view).kind).toMatch(/receipt|unreadable/);
      }),
      { numRuns: 1_000 },
    );
  });

  it('leaves the buffer as it was when a field does not fit', () => {
    const out = new OutBuffer(16);
    encodeSubmitSm(out, 1, { destinationAddr: '447700900001' });
    const before = Buffer.from(out.bytes.subarray(0, out.length));
    expect(() => encodeSubmitSm(out, 2, { destinationAddr: '1'.repeat(30) })).toThrow('destinationAddr');
    expect(out.bytes.subarray(0, out.length)).toEqual(before);
  });
});
