import { describe, expect, it } from 'vitest';
import { decodePdu, encodePdu, type Pdu, type PduInput } from './codec.ts';
import { commands } from './commands.ts';
import { foreignDecode, foreignEncode } from './npm-oracle.case.ts';
import { pduCases, readWire } from './pdu.case.ts';

const decode = (wire: string) => decodePdu(readWire(wire));
// Octets compare by content, whatever kind of array holds them.
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, plain(field)]));
}

describe('every command of the standard', () => {
  it('has a fixture', () => {
    expect([...new Set(pduCases.map(({ pdu }) => pdu.command))].sort()).toEqual(Object.keys(commands).sort());
  });

  for (const { wire, pdu } of pduCases) {
    it(`${pdu.command} is written as the standard lays it out`, () => {
      expect(encodePdu(pdu as PduInput).toString('hex')).toBe(readWire(wire).toString('hex'));
    });
    it(`${pdu.command} is read as the standard lays it out`, () => {
      const decoded = decode(wire);
      expect(decoded.kind).toBe('pdu');
      expect(plain(decoded.kind === 'pdu' && decoded.pdu)).toEqual(plain(pdu));
    });
    it(`${pdu.command} is written octet for octet like the npm package smpp`, () => {
      expect(encodePdu(pdu as PduInput).toString('hex')).toBe(foreignEncode(pdu).toString('hex'));
    });
    it(`${pdu.command} as we write it is read by the npm package smpp with the same meaning`, () => {
      const { theirs, ours } = foreignDecode(encodePdu(pdu as PduInput), pdu);
      expect(plain(theirs)).toEqual(plain(ours));
    });
    it(`${pdu.command} as the npm package smpp writes it is read with the same meaning`, () => {
      const decoded = decodePdu(foreignEncode(pdu));
      expect(plain(decoded.kind === 'pdu' && decoded.pdu)).toEqual(plain(pdu));
    });
  }
});

describe('bad and odd input (B-04, B-05)', () => {
  for (const [length, octets] of [
    [0, '00000000'],
    [15, '0000000F 00000015 00000000 000001'],
    [2 ** 31, '80000000 00000015 00000000 00000001'],
    [0x414d4540, '414D4540 00000015 00000000 00000001'],
  ] as const) {
    it(`length ${length} is a framing problem and nothing is allocated for it`, () => {
      expect(decode(octets)).toEqual({ kind: 'problem', problem: 'framing', length, status: 0x02 });
    });
  }

  it('an unknown command asks for generic_nack with invalid command id and keeps its sequence', () => {
    expect(decode('00000010 00000099 00000000 0000002A')).toEqual({
      kind: 'problem',
      problem: 'unknown_command',
      commandId: 0x99,
      sequence: 42,
      status: 0x03,
    });
  });

  it('sequence 0 and 0x7FFFFFFF are read as they are', () => {
    for (const sequence of [0, 0x7fffffff]) {
      const decoded = decodePdu(encodePdu({ command: 'enquire_link', sequence }));
      expect(decoded.kind === 'pdu' && decoded.pdu.sequence).toBe(sequence);
    }
  });

  it('a request cut inside its mandatory part is a problem naming the first missing field', () => {
    expect(decode("00000016 00000004 00000000 00000005 'CMT' 00 05 00")).toMatchObject({
      problem: 'truncated_body',
      field: 'sourceAddr',
      sequence: 5,
      status: 0x02,
    });
  });

  it('an error answer is read with and without its body', () => {
    const bare = decode('00000010 80000004 00000058 00000001');
    const bodied = decode("00000013 80000004 00000058 00000001 '42' 00");
    expect(bare.kind === 'pdu' && bare.pdu).toMatchObject({ status: 0x58, messageId: '' });
    expect(bodied.kind === 'pdu' && bodied.pdu).toMatchObject({ status: 0x58, messageId: '42' });
  });

  it('an error answer is written without a body, as the standard asks', () => {
    expect(encodePdu({ command: 'submit_sm_resp', status: 0x58, sequence: 1 }).length).toBe(16);
  });

  for (const size of [0, 65, 300]) {
    it(`a message id of ${size} characters in an answer is read whole`, () => {
      const id = 'x'.repeat(size);
      const length = (16 + size + 1).toString(16).padStart(8, '0');
      const decoded = decode(`${length} 80000004 00000000 00000001 '${id}' 00`);
      expect(decoded.kind === 'pdu' && decoded.pdu).toMatchObject({ messageId: id });
    });
  }

  it('a message id without its NUL runs to the end of the answer', () => {
    const decoded = decode("00000014 80000004 00000000 00000001 '1F2E'");
    expect(decoded.kind === 'pdu' && decoded.pdu).toMatchObject({ messageId: '1F2E', tlvs: [] });
  });

  it('unknown TLVs are kept raw and a TLV past the end is kept as the tail', () => {
    const decoded = decode("0000001E 80000004 00000000 00000001 '7' 00 1400 0003 414243 0427 0009 02");
    const pdu = decoded.kind === 'pdu' ? decoded.pdu : undefined;
    expect(pdu?.tlvs).toEqual([{ tag: 0x1400, value: Buffer.from('ABC') }]);
    expect(pdu?.tail).toEqual(Buffer.from('0427000902', 'hex'));
  });

  it('a destination count larger than the octets allocates nothing more than what is there', () => {
    expect(decode('00000015 00000021 00000000 00000001 00 00 00 00 FF')).toMatchObject({
      problem: 'truncated_body',
      field: 'destAddress',
    });
  });
});

describe('values that do not fit are refused with the field and the cure', () => {
  const refused: ReadonlyArray<readonly [string, PduInput]> = [
    ['systemId', { command: 'bind_receiver', systemId: 'x'.repeat(16) }],
    ['destinationAddr', { command: 'submit_sm', destinationAddr: '1'.repeat(21) }],
    ['sourceAddr', { command: 'submit_sm', sourceAddr: 'a\0b' }],
    ['sourceAddr', { command: 'submit_sm', sourceAddr: '店' }],
    ['esmClass', { command: 'submit_sm', esmClass: 256 }],
    ['shortMessage', { command: 'submit_sm', shortMessage: Buffer.alloc(256) }],
    ['messageId', { command: 'submit_sm_resp', messageId: 'x'.repeat(65) }],
    ['tlvs', { command: 'data_sm', tlvs: [{ tag: 0x0424, value: Buffer.alloc(65_530) }] }],
  ];
  for (const [field, pdu] of refused) {
    it(`${pdu.command} with a bad ${field}`, () => {
      expect(() => encodePdu(pdu)).toThrow(new RegExp(`^${field}: `));
    });
  }

  it('a PDU object can be encoded twice and stays as it was', () => {
    const pdu: Pdu | undefined = pduCases.find((one) => one.pdu.command === 'submit_sm')?.pdu;
    const before = structuredClone(pdu);
    expect(encodePdu(pdu as PduInput)).toEqual(encodePdu(pdu as PduInput));
    expect(plain(pdu)).toEqual(plain(before));
  });
});
