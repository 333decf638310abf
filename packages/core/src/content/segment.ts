import type { SmsPart } from '@signalbox/contracts';
import { cutBefore } from './boundary.ts';
import { type ForcingCharacter, findForcing } from './forcing.ts';
import { septetsOf } from './gsm7.ts';

/** Room of one part in septets (GSM-7) or UTF-16 code units (UCS-2), alone and when joined under a 6 octet header (3GPP TS 23.040 section 9.2.3.24.1). */
export const PART_UNITS = {
  gsm7: { single: 160, joined: 153 },
  ucs2: { single: 70, joined: 67 },
} as const;

/** A text split into the parts that are sent, priced and shown. */
export interface SegmentedText {
  encoding: SmsPart['encoding'];
  /** Septets (GSM-7, extension characters count two) or UTF-16 code units (UCS-2) of the whole text. */
  units: number;
  /** In order; joined they are the text. Empty for an empty text. The number billed is their number. */
  parts: SmsPart[];
  unitsInLastPart: number;
  /** Room of each part: 160 or 70 for a single part, 153 or 67 for joined ones. */
  unitsPerPart: number;
  /** The characters that force UCS-2; empty for GSM-7. */
  forcing: ForcingCharacter[];
}

/** How many parts a text takes, without building them: equal to `splitParts(text).length`. */
export function countParts(text: string): number {
  const length = text.length;
  let septets = 0;
  let full = 0;
  let used = 0;
  for (let index = 0; index < length; index += 1) {
    const cost = septetsOf(text.charCodeAt(index));
    if (cost === 0) return countUcs2Parts(text);
    septets += cost;
    used += cost;
    if (used > PART_UNITS.gsm7.joined) {
      full += 1;
      used = cost;
    }
  }
  return septets <= PART_UNITS.gsm7.single ? Math.min(length, 1) : full + 1;
}

function countUcs2Parts(text: string): number {
  if (text.length <= PART_UNITS.ucs2.single) return 1;
  let parts = 1;
  let start = 0;
  while (text.length - start > PART_UNITS.ucs2.joined) {
    start = cutBefore(text, start, start + PART_UNITS.ucs2.joined);
    parts += 1;
  }
  return parts;
}

/**
 * Splits a text into its parts. The encoding is chosen first: GSM-7 when every character is in the default alphabet or its extension table, else UCS-2.
 * An extension character is never split over two parts, nor a surrogate pair, nor a grapheme that fits in a part.
 * Joined, the parts are the text; an empty text has none.
 */
export function splitParts(text: string): SmsPart[] {
  return splitCounted(text, countSeptets(text));
}

function splitCounted(text: string, septets: number | null): SmsPart[] {
  if (text === '') return [];
  if (septets === null) return splitUcs2(text);
  return septets <= PART_UNITS.gsm7.single ? [{ encoding: 'gsm7', text }] : splitGsm7(text);
}

/** Splits a text as `splitParts` does, with the figures that a person who writes it wants to see: one call for the editor, the API and the preview. */
export function segmentText(text: string): SegmentedText {
  const septets = countSeptets(text);
  const encoding = septets === null ? 'ucs2' : 'gsm7';
  const parts = splitCounted(text, septets);
  const last = parts[parts.length - 1]?.text ?? '';
  const room = PART_UNITS[encoding];
  return {
    encoding,
    units: septets ?? text.length,
    parts,
    unitsInLastPart: septets === null ? last.length : parts.length > 1 ? (countSeptets(last) ?? 0) : septets,
    unitsPerPart: parts.length > 1 ? room.joined : room.single,
    forcing: septets === null ? findForcing(text) : [],
  };
}

/** Septets of a text in GSM-7, or null when it has a character that GSM-7 has not. */
function countSeptets(text: string): number | null {
  let septets = 0;
  for (let index = 0; index < text.length; index += 1) {
    const cost = septetsOf(text.charCodeAt(index));
    if (cost === 0) return null;
    septets += cost;
  }
  return septets;
}

function splitGsm7(text: string): SmsPart[] {
  const parts: SmsPart[] = [];
  let start = 0;
  let used = 0;
  for (let index = 0; index < text.length; index += 1) {
    const cost = septetsOf(text.charCodeAt(index));
    used += cost;
    if (used > PART_UNITS.gsm7.joined) {
      parts.push({ encoding: 'gsm7', text: text.slice(start, index) });
      start = index;
      used = cost;
    }
  }
  parts.push({ encoding: 'gsm7', text: text.slice(start) });
  return parts;
}

function splitUcs2(text: string): SmsPart[] {
  if (text.length <= PART_UNITS.ucs2.single) return [{ encoding: 'ucs2', text }];
  const parts: SmsPart[] = [];
  let start = 0;
  while (text.length - start > PART_UNITS.ucs2.joined) {
    const cut = cutBefore(text, start, start + PART_UNITS.ucs2.joined);
    parts.push({ encoding: 'ucs2', text: text.slice(start, cut) });
    start = cut;
  }
  parts.push({ encoding: 'ucs2', text: text.slice(start) });
  return parts;
}
