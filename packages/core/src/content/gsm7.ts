/**
 * The default alphabet of 3GPP TS 23.038 section 6.2.1, in the order of its 128 positions.
 * Position 0x1B is the escape to the extension table and stands for no character; here it holds U+001B.
 */
export const GSM7_BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ' +
  ' !"#¤%&\'()*+,-./0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§' +
  '¿abcdefghijklmnopqrstuvwxyzäöñüà';

/** The extension table of 3GPP TS 23.038 section 6.2.1.1: character to the position that follows the escape. Each costs two septets. */
export const GSM7_EXTENSION: Readonly<Record<string, number>> = {
  '\f': 0x0a,
  '^': 0x14,
  '{': 0x28,
  '}': 0x29,
  '\\': 0x2f,
  '[': 0x3c,
  '~': 0x3d,
  ']': 0x3e,
  '|': 0x40,
  '€': 0x65,
};

const EURO = 0x20ac;
const COSTS = new Uint8Array(0x400);
for (const character of GSM7_BASIC) if (character !== '\u001b') COSTS[character.charCodeAt(0)] = 1;
for (const character of Object.keys(GSM7_EXTENSION)) {
  if (character.charCodeAt(0) < COSTS.length) COSTS[character.charCodeAt(0)] = 2;
}

/** Septets that one UTF-16 code unit takes in GSM-7: 1, 2 for the extension table, 0 when it is not in the alphabet. */
export function septetsOf(codeUnit: number): number {
  return codeUnit < 0x400 ? (COSTS[codeUnit] as number) : codeUnit === EURO ? 2 : 0;
}
