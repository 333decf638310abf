import { CALLING_CODES, type CallingCode, type NumberPlan, type NumberRange, type NumberType } from './number-plan.ts';
import { type Refusal, refuse } from './refusal.ts';

/** Why a text is not a phone number that can be dialled. */
export type NumberRefusalCode =
  | 'number_empty'
  | 'number_letters'
  | 'number_character'
  | 'number_prefix_00'
  | 'number_plus_missing'
  | 'number_calling_code'
  | 'number_too_short'
  | 'number_too_long'
  | 'number_not_in_plan';

/** A phone number that exists in the plan of its country. */
export interface ParsedNumber {
  ok: true;
  /** "+" and digits, ITU-T E.164. */
  e164: string;
  /** ISO 3166-1 alpha-2, or null for codes shared by the world such as satellite +881. */
  country: string | null;
  /** Digits without "+". */
  callingCode: string;
  type: NumberType;
}

// ITU-T E.164 section 6.2.1: at most 15 digits. The shortest plans in use give 7 (Niue).
const DIGITS_MAX = 15;
// Longer than any number with its punctuation: keeps hostile input cheap.
const TEXT_MAX = 64;
const EXAMPLE = '+525512345678';
const PLUS = 0x2b;
const ZERO = 0x30;

// What people and programs put between digits: spaces, dashes, dots, slashes, brackets, and the invisible marks that phones add when copying.
const SEPARATORS =
  /[ \u00a0\u2000-\u200a\u202f\u205f\u3000()./\-\u2010-\u2015\u2212\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/**
 * Reads a phone number in international form and checks it against the plan of its country.
 * Spaces, dashes, dots, slashes and brackets are dropped, a trunk prefix as in "+44 (0)20" too; the Mexican +52 1 form becomes +52.
 * Never throws; a refusal names the cure and does not repeat the number, so that it may be logged.
 */
export function parseNumber(text: string): ParsedNumber | Refusal<NumberRefusalCode> {
  if (isPlain(text)) return judgeDigits(text);
  const stripped = strip(text);
  return typeof stripped === 'string' ? judgeDigits(stripped) : stripped;
}

/** A number without what people and programs put between its digits. */
export const bareNumber = (text: string): string => text.trim().replace(SEPARATORS, '');

/** True for "+" and digits alone, within the length of E.164. */
function isPlain(text: string): boolean {
  const length = text.length;
  if (length < 2 || length > DIGITS_MAX + 1 || text.charCodeAt(0) !== PLUS) return false;
  for (let index = 1; index < length; index += 1) {
    const digit = text.charCodeAt(index) - ZERO;
    if (digit < 0 || digit > 9) return false;
  }
  return true;
}

function strip(text: string): string | Refusal<NumberRefusalCode> {
  if (text.length > TEXT_MAX) return refuse('number_too_long', `A phone number has at most ${DIGITS_MAX} digits.`);
  const bare = bareNumber(text);
  if (bare === '')
    return refuse('number_empty', `Give a phone number with "+" and the country code, such as ${EXAMPLE}.`);
  if (/\p{L}/u.test(bare)) {
    return refuse(
      'number_letters',
      `A phone number has no letters and no extension; write it in digits, such as ${EXAMPLE}.`,
    );
  }
  const odd = /[^0-9]/u.exec(bare.startsWith('+') ? bare.slice(1) : bare);
  if (odd !== null) {
    return refuse(
      'number_character',
      `The character ${show(odd[0])} does not belong in a phone number; use "+" and the digits 0 to 9, such as ${EXAMPLE}.`,
    );
  }
  if (bare.startsWith('00')) {
    return refuse('number_prefix_00', `Write "+" in place of the dialling prefix 00, such as ${EXAMPLE}.`);
  }
  if (!bare.startsWith('+')) {
    return refuse(
      'number_plus_missing',
      `Begin with "+" and the country code, such as ${EXAMPLE}; without it the country is not known.`,
    );
  }
  if (bare.length > DIGITS_MAX + 1) {
    return refuse(
      'number_too_long',
      `A phone number has at most ${DIGITS_MAX} digits; this one has ${bare.length - 1}.`,
    );
  }
  return bare;
}

function show(character: string): string {
  const code = (character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0');
  return /[\p{P}\p{S}\p{N}]/u.test(character) ? `"${character}"` : `U+${code}`;
}

function judgeDigits(e164: string): ParsedNumber | Refusal<NumberRefusalCode> {
  const code = callingCodeOf(e164);
  if (code === undefined) {
    return refuse('number_calling_code', 'No country has this calling code; check the digits after "+".');
  }
  const national = e164.slice(code.code.length + 1);
  const found = findInPlan(national, code);
  if (found !== undefined) return accept(e164, found);
  const shorter = withoutTrunkPrefix(national, code);
  const again = shorter === undefined ? undefined : findInPlan(shorter, code);
  if (again !== undefined) return accept(`+${code.code}${shorter}`, again);
  return explainMiss(national, code);
}

interface Match {
  plan: NumberPlan;
  type: NumberType;
}

function accept(e164: string, { plan, type }: Match): ParsedNumber {
  return { ok: true, e164, country: plan.country, callingCode: plan.callingCode, type };
}

function callingCodeOf(e164: string): CallingCode | undefined {
  const length = e164.length;
  let number = 0;
  for (let index = 1; index < 4 && index < length; index += 1) {
    number = number * 10 + e164.charCodeAt(index) - ZERO;
    // A zero in front would make "+052" read as +52.
    if (number === 0) return undefined;
    const code = CALLING_CODES[number];
    if (code !== undefined) return code;
  }
  return undefined;
}

/** The first country of the calling code that has the number, and the kind of line it is there. */
function findInPlan(national: string, code: CallingCode): Match | undefined {
  for (const planOf of code.plans) {
    const plan = planOf();
    if (plan.leadingDigits !== null) {
      if (!plan.leadingDigits.test(national)) continue;
      const type = typeIn(national, plan);
      return type === undefined ? undefined : { plan, type };
    }
    const type = typeIn(national, plan);
    if (type !== undefined) return { plan, type };
  }
  return undefined;
}

const isIn = (national: string, range: NumberRange | null): boolean =>
  range?.lengths.includes(national.length) === true && range.pattern.test(national);

function typeIn(national: string, plan: NumberPlan): NumberType | undefined {
  if (!plan.lengths.includes(national.length) || !plan.pattern.test(national)) return undefined;
  const mobile = isIn(national, plan.mobile);
  if (isIn(national, plan.fixedLine)) return mobile || plan.fixedIsMobile ? 'fixed_line_or_mobile' : 'fixed_line';
  if (mobile) return 'mobile';
  for (const range of plan.others) if (isIn(national, range)) return range.type;
  return undefined;
}

// Mexico dropped the 1 between country code and number of a mobile on 2019-08-03 (IFT, Plan Técnico Fundamental de Numeración).
const MEXICAN_MOBILE = /^1(\d{10})$/;

/** The national number without a trunk prefix that does not belong to the international form, or undefined when there is none. */
function withoutTrunkPrefix(national: string, code: CallingCode): string | undefined {
  if (code.code === '52') return MEXICAN_MOBILE.exec(national)?.[1];
  const prefix = code.plans[0]?.().trunkPrefix;
  const match = prefix?.pattern.exec(national);
  if (prefix == null || match == null || match[0] === '') return undefined;
  const lastGroup = match.length > 1 ? match[match.length - 1] : undefined;
  if (prefix.becomes !== null && lastGroup) return national.replace(prefix.pattern, prefix.becomes);
  return national.slice(match[0].length);
}

const countryNames = new Intl.DisplayNames(['en'], { type: 'region' });

function explainMiss(national: string, code: CallingCode): Refusal<NumberRefusalCode> {
  const plans = code.plans.map((planOf) => planOf());
  const lengths = [...new Set(plans.flatMap((plan) => plan.lengths))].sort((a, b) => a - b);
  const shortest = lengths[0] ?? 0;
  const longest = lengths[lengths.length - 1] ?? 0;
  const country = plans[0]?.country ?? null;
  const where = country === null || plans.length > 1 ? '' : ` in ${countryNames.of(country)}`;
  const expected = shortest === longest ? `${shortest}` : `${shortest} to ${longest}`;
  const sentence = `A number${where} has ${expected} digits after +${code.code}; this one has ${national.length}.`;
  if (national.length < shortest) return refuse('number_too_short', sentence);
  if (national.length > longest) return refuse('number_too_long', sentence);
  return refuse(
    'number_not_in_plan',
    `No number range${where} holds this number; check the digits after +${code.code}.`,
  );
}
