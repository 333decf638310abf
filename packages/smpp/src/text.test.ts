import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gsm7Characters, gsm7Extension } from './gsm7-alphabet.ts';
import { decodeText, encodeText } from './text.ts';

const hex = (octets: Uint8Array): string => Buffer.from(octets).toString('hex');
const alphabet = [...gsm7Characters].filter((c) => c !== '\x1b').concat(gsm7Extension.map(([, c]) => c));

describe('GSM 7-bit, one septet per octet', () => {
  it('has 128 positions and the characters TS 23.038 puts at known places', () => {
    expect([...gsm7Characters].length).toBe(128);
    expect(hex(encodeText('@£$_Ç ÄÖÑÜ§¿äöñüà', 'gsm7'))).toBe('000102110920' + '5b5c5d5e5f607b7c7d7e7f');
    expect(hex(encodeText('0123azAZ', 'gsm7'))).toBe('30313233617a415a');
  });

  it('writes each extension character as an escape pair', () => {
    expect(hex(encodeText('^{}\\[~]|€\f', 'gsm7'))).toBe('1b141b281b291b2f1b3c1b3d1b3e1b401b651b0a');
  });

  it('reads back any text of the alphabet', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...alphabet)), (characters) => {
        const text = characters.join('');
        expect(decodeText(encodeText(text, 'gsm7'), 'gsm7')).toBe(text);
      }),
    );
  });

  it('refuses what it does not have, naming the character', () => {
    for (const [text, message] of [
      ['a`', 'character 2 (U+0060)'],
      ['ç', 'character 1 (U+00E7)'],
      ['ok 😀', 'character 4 (U+1F600)'],
      ['\x1b', 'character 1 (U+001B)'],
    ] as const) {
      expect(() => encodeText(text, 'gsm7')).toThrow(message);
    }
  });

  it('reads any octets: an unknown pair gives the plain character, a lone escape a space', () => {
    expect(decodeText(Buffer.from('1b411b', 'hex'), 'gsm7')).toBe('A ');
    fc.assert(fc.property(fc.uint8Array(), (octets) => typeof decodeText(octets, 'gsm7') === 'string'));
  });
});

describe('other codings', () => {
  it('UCS-2 is UTF-16 big-endian, surrogate pairs included', () => {
    expect(hex(encodeText('A你😀', 'ucs2'))).toBe('00414f60d83dde00');
    expect(decodeText(Buffer.from('00414f60d83dde0041', 'hex'), 'ucs2')).toBe('A你😀');
  });

  it('any UTF-16 text is read back, and reading leaves the octets as they were', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const octets = encodeText(text, 'ucs2');
        const before = hex(octets);
        expect(decodeText(octets, 'ucs2')).toBe(text);
        expect(hex(octets)).toBe(before);
      }),
    );
  });

  it('Latin-1 and ASCII refuse what they do not have', () => {
    expect(hex(encodeText('é', 'latin1'))).toBe('e9');
    expect(() => encodeText('€', 'latin1')).toThrow('character 1 (U+20AC)');
    expect(() => encodeText('é', 'ascii')).toThrow('character 1 (U+00E9)');
  });
});
