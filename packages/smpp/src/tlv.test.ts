import { PDU } from 'smpp';
import { describe, expect, it } from 'vitest';
import { encodePdu } from './codec.ts';
import { findTlv, makeTlv, readTlv, readTlvs, type TlvValue } from './tlv.ts';
import { type TlvName, tlvTable } from './tlv-table.ts';

const names = Object.keys(tlvTable) as TlvName[];
// The package gives source_telematics_id two octets where SMPP 3.4 section 5.3.2.8 gives one, and rewrites times as it sees fit.
const disagreed = new Set<TlvName>(['source_telematics_id', 'broadcast_end_time']);

function sample(name: TlvName): TlvValue<TlvName> {
  const { type, max } = tlvTable[name];
  if (type === 'cstring') return 'A1b2';
  if (type === 'octets') return Buffer.alloc(Math.min(3, max), 0x5a);
  return { int8: 0x7f, int16: 0x1234, int32: 0x12345678 }[type];
}

describe('TLVs by name', () => {
  for (const name of names.filter((one) => !disagreed.has(one))) {
    it(`${name} is written octet for octet like the npm package smpp, and read back`, () => {
      const value = sample(name);
      const tlvs = [makeTlv(name, value)];
      const multiple = /^(callback_num|broadcast_area_identifier|broadcast_error_status)/.test(name);
      const theirs = new PDU('data_sm_resp', { message_id: '', [name]: multiple ? [value] : value }).toBuffer();
      expect(encodePdu({ command: 'data_sm_resp', tlvs }).toString('hex')).toBe(theirs.toString('hex'));
      expect(readTlv(tlvs, name)).toEqual(value);
    });
  }

  it('text is read with and without its NUL, and up to a NUL inside', () => {
    for (const value of ['abc', 'abc\0', 'abc\0junk']) {
      expect(readTlv([{ tag: 0x001e, value: Buffer.from(value) }], 'receipted_message_id')).toBe('abc');
    }
  });

  it('a number is read from one to four octets, and from no other length', () => {
    const state = (hex: string) => readTlv([{ tag: 0x0427, value: Buffer.from(hex, 'hex') }], 'message_state');
    expect([state('02'), state('0002'), state('00000002'), state(''), state('0000000002')]).toEqual([
      2,
      2,
      2,
      undefined,
      undefined,
    ]);
  });

  it('a value that does not fit is refused by name', () => {
    expect(() => makeTlv('message_state', 256)).toThrow(/^message_state: /);
    expect(() => makeTlv('network_error_code', Buffer.alloc(4))).toThrow(/^network_error_code: /);
    expect(() => makeTlv('receipted_message_id', 'x'.repeat(65))).toThrow(/^receipted_message_id: /);
    expect(() => makeTlv('receipted_message_id', 'a\0b')).toThrow(/^receipted_message_id: /);
  });

  it('the first of repeated tags is found and all are kept', () => {
    const bytes = Buffer.from('140000024142140000024344', 'hex');
    const { tlvs, tail } = readTlvs(bytes, 0, bytes.length);
    expect(tlvs.length).toBe(2);
    expect(tail).toBeUndefined();
    expect(findTlv(tlvs, 0x1400)?.value).toEqual(Buffer.from('AB'));
  });
});
