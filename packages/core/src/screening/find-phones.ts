import { parseNumber } from '../audience/index.ts';
import { callingCodeOf } from '../audience/number-plan.ts';
import type { Span } from './find-cards.ts';

const CANDIDATE = /(?<![\d+])(?:\+|00)?\(?\d[\d ().-]{5,18}\d(?!\d)/g;

/** The phone numbers of a text that somebody in a country could dial: with "+" or 00, with the code of the country, or with the 0 before a number there. */
export function findPhones(text: string, country: string): Span[] {
  const code = callingCodeOf(country);
  return [...text.matchAll(CANDIDATE)].flatMap(({ 0: found, index }) => {
    const reading = readingOf(found, code);
    const isPhone = reading !== null && parseNumber(reading).ok;
    return isPhone ? [{ start: index, end: index + found.length }] : [];
  });
}

/** Digits as a number of the world; null for digits that nobody dials, such as those of an order or a date. */
function readingOf(found: string, code: string | null): string | null {
  const digits = found.replaceAll(/\D/g, '');
  if (found.startsWith('+')) return `+${digits}`;
  if (digits.startsWith('00')) return `+${digits.slice(2)}`;
  if (code === null) return null;
  if (digits.startsWith('0')) return `+${code}${digits.slice(1)}`;
  return digits.startsWith(code) ? `+${digits}` : null;
}
