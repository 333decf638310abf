// Lengths of ITU-T E.164 country codes: the first digit alone, or these pairs; all others have three digits.
const ONE_DIGIT = new Set(['1', '7']);
const TWO_DIGITS = new Set(
  '20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98'.split(
    ' ',
  ),
);

const GROUPS: Record<number, readonly number[]> = {
  5: [2, 3],
  6: [3, 3],
  7: [3, 4],
  8: [4, 4],
  9: [3, 3, 3],
  10: [3, 3, 4],
  11: [3, 4, 4],
  12: [4, 4, 4],
};

function countryCodeLength(digits: string): number {
  if (ONE_DIGIT.has(digits.slice(0, 1))) return 1;
  return TWO_DIGITS.has(digits.slice(0, 2)) ? 2 : 3;
}

/** Groups an E.164 number for reading: "+525512345678" becomes "+52 551 234 5678". Anything else comes back unchanged. */
export function formatPhone(number: string): string {
  if (!/^\+[1-9]\d{5,14}$/.test(number)) return number;
  const digits = number.slice(1);
  const codeLength = countryCodeLength(digits);
  const rest = digits.slice(codeLength);
  const groups: string[] = [];
  let at = 0;
  for (const length of GROUPS[rest.length] ?? [rest.length]) {
    groups.push(rest.slice(at, at + length));
    at += length;
  }
  return `+${digits.slice(0, codeLength)} ${groups.join(' ')}`;
}

/** Reads a typed number: spaces, dashes, dots and brackets go, a leading 00 becomes "+". */
export function tidyPhone(typed: string): string {
  const bare = typed.trim().replace(/[\s().\-\u00a0\u2010-\u2015]/g, '');
  return bare.startsWith('00') ? `+${bare.slice(2)}` : bare;
}

/** True for "+" and 7 to 15 digits without a leading zero (ITU-T E.164). */
export function isE164(number: string): boolean {
  return /^\+[1-9]\d{6,14}$/.test(number);
}
