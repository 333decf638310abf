import { checkInteger, EncodeError } from './out-buffer.ts';

/** One information element of a user data header: its identifier and octets (3GPP TS 23.040 section 9.2.3.24). */
export type UdhElement = { id: number; data: Uint8Array };

/** Which part of which concatenated message this is: reference (0-255, or 0-65535 when `wide`), total and part count from 1. */
export type Concatenation = { reference: number; total: number; part: number; wide: boolean };

/** A parsed user data header: its elements, the concatenation if one is there, and how many octets it takes with its length octet. */
export type Udh = { elements: UdhElement[]; concatenation: Concatenation | undefined; size: number };

const CONCAT_8 = 0x00;
const CONCAT_16 = 0x08;

/** Builds the header of one part: 05 00 03 ref total part, or 06 08 04 refHi refLo total part when `wide`. Set esm_class bit 0x40 with it. */
export function buildConcatenation({ reference, total, part, wide }: Concatenation): Uint8Array {
  checkInteger(reference, wide ? 2 : 1, 'reference');
  checkInteger(total, 1, 'total');
  checkInteger(part, 1, 'part');
  if (part < 1 || part > total) throw new EncodeError('part', `is ${part} of ${total}; count from 1 to total`);
  if (wide) return Uint8Array.of(6, CONCAT_16, 4, reference >>> 8, reference & 0xff, total, part);
  return Uint8Array.of(5, CONCAT_8, 3, reference, total, part);
}

/** Puts a header before a part's octets, as short_message wants them. */
export function joinUdh(header: Uint8Array, content: Uint8Array): Uint8Array {
  const joined = new Uint8Array(header.length + content.length);
  joined.set(header);
  joined.set(content, header.length);
  return joined;
}

/** Reads the header at the start of user data, or undefined when its lengths contradict each other or the octets; never throws. */
export function parseUdh(octets: Uint8Array): Udh | undefined {
  if (octets.length === 0) return undefined;
  const size = (octets[0] as number) + 1;
  if (size > octets.length) return undefined;
  const elements: UdhElement[] = [];
  let at = 1;
  while (at < size) {
    if (at + 2 > size) return undefined;
    const end = at + 2 + (octets[at + 1] as number);
    if (end > size) return undefined;
    elements.push({ id: octets[at] as number, data: octets.subarray(at + 2, end) });
    at = end;
  }
  return { elements, concatenation: findConcatenation(elements), size };
}

// TS 23.040: of repeated elements the last counts, and a part number of 0 or above the total makes the element void.
function findConcatenation(elements: readonly UdhElement[]): Concatenation | undefined {
  let found: Concatenation | undefined;
  for (const { id, data } of elements) {
    const wide = id === CONCAT_16;
    if ((!wide && id !== CONCAT_8) || data.length !== (wide ? 4 : 3)) continue;
    const [a = 0, b = 0, c = 0, d = 0] = data;
    const candidate = wide
      ? { reference: a * 256 + b, total: c, part: d, wide }
      : { reference: a, total: b, part: c, wide };
    if (candidate.part >= 1 && candidate.part <= candidate.total) found = candidate;
  }
  return found;
}
