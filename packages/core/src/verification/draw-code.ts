// The largest multiple of ten that fits a byte: bytes from here on are thrown away, else the digits 0 to 5 would come more often.
const FAIR_BYTES = 250;
const BATCH = 32;

/**
 * Draws a code of decimal digits, each of the ten equally likely at every place. `fillRandom` fills bytes from a cryptographic source.
 */
export function drawCode(length: number, fillRandom: (bytes: Uint8Array) => void): string {
  const bytes = new Uint8Array(BATCH);
  let code = '';
  while (code.length < length) {
    fillRandom(bytes);
    for (const byte of bytes) {
      if (byte < FAIR_BYTES && code.length < length) code += String(byte % 10);
    }
  }
  return code;
}
