import { gsm7Characters, gsm7Extension } from './gsm7-alphabet.ts';
import { EncodeError } from './out-buffer.ts';

/** How text becomes octets: GSM 7-bit unpacked (one septet per octet), UTF-16 big-endian (called UCS-2 in SMPP), Latin-1 or ASCII. */
export type TextCoding = 'gsm7' | 'ucs2' | 'latin1' | 'ascii';

const ESCAPE = 0x1b;
const MISSING = 0xffff;
const EXTENDED = 0x100;
const CODES = 0x20ad;

const septets = new Uint16Array(CODES).fill(MISSING);
const characters: string[] = [...gsm7Characters];
const extension = new Map<number, string>(gsm7Extension);
for (const [septet, character] of characters.entries()) {
  if (septet !== ESCAPE) septets[character.charCodeAt(0)] = septet;
}
for (const [septet, character] of gsm7Extension) septets[character.charCodeAt(0)] = septet | EXTENDED;

/** Turns text into octets; throws EncodeError naming the first character the coding does not have. Nothing is replaced or split. */
export function encodeText(text: string, coding: TextCoding): Uint8Array {
  if (coding === 'gsm7') return encodeGsm7(text);
  if (coding === 'ucs2') return Buffer.from(text, 'utf16le').swap16();
  const last = coding === 'ascii' ? 0x7f : 0xff;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > last) throw noSuchCharacter(text, i, coding);
  return Buffer.from(text, 'latin1');
}

function encodeGsm7(text: string): Uint8Array {
  const octets = Buffer.allocUnsafe(text.length * 2);
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const septet = code < CODES ? (septets[code] as number) : MISSING;
    if (septet === MISSING) throw noSuchCharacter(text, i, 'gsm7');
    if (septet & EXTENDED) octets[length++] = ESCAPE;
    octets[length++] = septet & 0x7f;
  }
  return octets.subarray(0, length);
}

function noSuchCharacter(text: string, at: number, coding: TextCoding): EncodeError {
  const code = text.codePointAt(at)?.toString(16).toUpperCase().padStart(4, '0');
  return new EncodeError('text', `character ${at + 1} (U+${code}) is not in ${coding}; use ucs2 or replace it`);
}

/**
 * Turns octets into text; any octets return text. GSM 7-bit: an unknown escape pair gives the plain character and a lone escape a space, as TS 23.038
 * section 6.2.1.1 asks of receivers; the top bit of an octet is ignored. UCS-2: an odd last octet is dropped.
 */
export function decodeText(octets: Uint8Array, coding: TextCoding): string {
  const buffer = Buffer.from(octets.buffer, octets.byteOffset, octets.length);
  if (coding === 'gsm7') return decodeGsm7(buffer);
  if (coding !== 'ucs2') return buffer.toString('latin1');
  return Buffer.from(buffer.subarray(0, buffer.length & ~1))
    .swap16()
    .toString('utf16le');
}

function decodeGsm7(octets: Buffer): string {
  let text = '';
  for (let i = 0; i < octets.length; i++) {
    const septet = (octets[i] as number) & 0x7f;
    if (septet !== ESCAPE) text += characters[septet];
    else if (i + 1 === octets.length) text += ' ';
    else text += decodeExtension((octets[++i] as number) & 0x7f);
  }
  return text;
}

function decodeExtension(septet: number): string {
  if (septet === ESCAPE) return ' ';
  return extension.get(septet) ?? (characters[septet] as string);
}
