/**
 * The phone's side of the alphabets (3GPP TS 23.038, unpacked: one septet per octet as SMPP carries it). A carrier keeps
 * its own tables, so that an error in the sender's tables shows as wrong text instead of cancelling out.
 */
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const ESC = 0x1b;
const extension = new Map<number, string>([
  [0x0a, '\f'],
  [0x14, '^'],
  [0x28, '{'],
  [0x29, '}'],
  [0x2f, '\\'],
  [0x3c, '['],
  [0x3d, '~'],
  [0x3e, ']'],
  [0x40, '|'],
  [0x65, '€'],
]);
/** Octets that mean the same in ASCII. */
const asciiAlike = new Uint8Array(256);
for (let code = 0; code < 128; code += 1) asciiAlike[code] = code !== ESC && basic.charCodeAt(code) === code ? 1 : 0;
const basicCodes = new Map([...basic].map((char, code) => [char, code]));
const extensionCodes = new Map([...extension].map(([code, char]) => [char, code]));

/** Text of GSM 7-bit octets; an escape without a known extension shows the plain character, as TS 23.038 asks. */
export function decodeGsm7(octets: Uint8Array): string {
  if (octets.every((octet) => asciiAlike[octet] === 1)) return Buffer.from(octets).toString('latin1');
  // Collected and joined: a text grown by += is a chain of pieces, and a million of those fill the memory of the log.
  const chars: string[] = [];
  for (let i = 0; i < octets.length; i += 1) {
    let code = octets[i] ?? 0;
    if (code === ESC) {
      i += 1;
      if (i >= octets.length) break;
      code = octets[i] ?? 0;
      const extended = extension.get(code);
      if (extended !== undefined) {
        chars.push(extended);
        continue;
      }
    }
    chars.push(basic[code] ?? '\ufffd');
  }
  return chars.join('');
}

/** Octets of a text in the GSM 7-bit alphabet, or null when a character is not in it. */
export function encodeGsm7(text: string): Buffer | null {
  const octets: number[] = [];
  for (const char of text) {
    const code = char === '\u001b' ? undefined : basicCodes.get(char);
    const extended = extensionCodes.get(char);
    if (code !== undefined) octets.push(code);
    else if (extended !== undefined) octets.push(ESC, extended);
    else return null;
  }
  return Buffer.from(octets);
}

/** Text of UCS-2 octets (UTF-16, big end first); an odd last octet is dropped as a phone drops it. */
export function decodeUcs2(octets: Uint8Array): string {
  const even = Buffer.from(octets.subarray(0, octets.length & ~1));
  return even.swap16().toString('utf16le');
}

export function encodeUcs2(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}
