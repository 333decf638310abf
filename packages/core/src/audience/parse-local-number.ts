import { callingCodeOf } from './number-plan.ts';
import { bareNumber, type NumberRefusalCode, type ParsedNumber, parseNumber } from './parse-number.ts';
import type { Refusal } from './refusal.ts';

/**
 * Reads a phone number as people of a country write it: without the country code, with the trunk prefix, or with 00 in place of "+". What is in
 * international form is read as such. Refuses what is no number either way, by the reason of the reading that is more likely meant.
 */
export function parseLocalNumber(text: string, country: string): ParsedNumber | Refusal<NumberRefusalCode> {
  const read = parseNumber(text);
  if (read.ok) return read;
  if (read.code === 'number_prefix_00') return parseNumber(`+${bareNumber(text).slice(2)}`);
  const code = callingCodeOf(country);
  if (read.code !== 'number_plus_missing' || code === null) return read;
  const bare = bareNumber(text);
  const national = parseNumber(`+${code}${bare}`);
  // In the country of the file first: digits that happen to begin with its code are a number of it more often than not.
  if (national.ok || !bare.startsWith(code)) return national;
  const whole = parseNumber(`+${bare}`);
  return whole.ok ? whole : national;
}
