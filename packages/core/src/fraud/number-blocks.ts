import { CALLING_CODES } from '../audience/number-plan.ts';

/** The blocks of numbers that a number lies in: all of it but the last four digits, and but the last six. Digits without "+". */
export interface NumberBlocks {
  near: string;
  wide: string;
}

const NEAR_DIGITS = 4;
const WIDE_DIGITS = 6;

/**
 * The blocks of an E.164 number. A block is never smaller than a country by mistake: of a short number at least its calling code and one
 * digit stay, so that a rule that closes a block does not close a whole country.
 */
export function numberBlocks(e164: string): NumberBlocks {
  const digits = e164.slice(1);
  const least = callingCodeLength(digits) + 1;
  const without = (count: number): string => digits.slice(0, Math.max(least, digits.length - count));
  return { near: without(NEAR_DIGITS), wide: without(WIDE_DIGITS) };
}

function callingCodeLength(digits: string): number {
  for (let length = 1; length <= 3; length += 1) {
    if (CALLING_CODES[Number(digits.slice(0, length))] !== undefined) return length;
  }
  return 1;
}
