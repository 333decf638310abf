import type { FieldError, TemplateValue, TemplateVariable, TemplateVariableType } from '@signalbox/contracts';

/** Longest value of a variable, in UTF-16 code units, by its type. */
const LONGEST = { text: 1000, url: 2000, code: 64 } as const;

const TYPE_WORDS: Readonly<Record<TemplateVariableType, string>> = {
  text: 'text in double quotes, of at most 1000 characters without control characters',
  number: 'a number',
  money: 'money, such as {"amount_micros": 12500000, "currency": "USD"}',
  date: 'a day, such as "2026-11-27"',
  url: 'an address that begins with https:// or http://',
  code: 'a code of letters, digits and dashes, of at most 64 characters',
  flag: 'true or false',
};

// Control characters but line breaks and tabs could end a header or hide a text; U+2028 and its like break lines where nobody sees it.
const isPlain = (text: string): boolean =>
  text.isWellFormed() && !/[\p{Cc}\u2028\u2029]/u.test(text.replace(/[\n\t]/g, ''));

function isUrl(text: string): boolean {
  if (text.length > LONGEST.url || /[\s"'<>\p{Cc}]/u.test(text) || !/^https?:\/\//i.test(text)) return false;
  return URL.canParse(text);
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** Whether a value is of a type. */
function fits(type: TemplateVariableType, value: TemplateValue): boolean {
  switch (type) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'money':
      return typeof value === 'object';
    case 'flag':
      return typeof value === 'boolean';
    case 'date':
      return typeof value === 'string' && isDay(value);
    case 'url':
      return typeof value === 'string' && isUrl(value);
    case 'code':
      return typeof value === 'string' && value.length <= LONGEST.code && /^[A-Za-z0-9-]+$/.test(value);
    case 'text':
      return typeof value === 'string' && value.length <= LONGEST.text && isPlain(value);
  }
}

/** Says what is wrong with one value, or null. */
export function judgeValue(type: TemplateVariableType, value: TemplateValue): Omit<FieldError, 'path'> | null {
  return fits(type, value) ? null : { code: 'wrong_type', message: `Must be ${TYPE_WORDS[type]}.` };
}

/** Judges values against the declared variables: every unknown, missing or wrong one by its path under `path`. */
export function judgeValues(
  declared: readonly TemplateVariable[],
  values: Readonly<Record<string, TemplateValue>>,
  path: string,
): FieldError[] {
  const faults: FieldError[] = [];
  const known = new Set(declared.map(({ name }) => name));
  for (const name of Object.keys(values)) {
    if (known.has(name)) continue;
    const list = [...known].join(', ');
    const message =
      list === '' ? 'The template has no variables; remove it.' : `The template has no such variable; it has ${list}.`;
    faults.push({ path: `${path}.${name}`, code: 'unknown_variable', message });
  }
  for (const { name, type, optional } of declared) {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) {
      if (!optional) {
        faults.push({
          path: `${path}.${name}`,
          code: 'required',
          message: `The template needs it: give ${TYPE_WORDS[type]}.`,
        });
      }
      continue;
    }
    const fault = judgeValue(type, value);
    if (fault !== null) faults.push({ path: `${path}.${name}`, ...fault });
  }
  return faults;
}

/** What conditions and outputs see: a flag and a number as they are, money and days written for the language. */
export type Printed = string | number | boolean | null;

// Formatters are dear to make and few: a language, and a currency.
const formatters = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();
const FORMATTERS_MAX = 500;

function formatter<Format extends Intl.NumberFormat | Intl.DateTimeFormat>(name: string, make: () => Format): Format {
  const known = formatters.get(name);
  if (known !== undefined) return known as Format;
  if (formatters.size >= FORMATTERS_MAX) formatters.clear();
  const made = make();
  formatters.set(name, made);
  return made;
}

/** A number as people of a language write it. */
export const printNumber = (value: number, locale: string): string =>
  formatter(`n|${locale}`, () => new Intl.NumberFormat(locale)).format(value);

function print(type: TemplateVariableType, value: TemplateValue, locale: string): Printed {
  if (typeof value === 'object') {
    const { amount_micros, currency } = value;
    const format = formatter(
      `m|${locale}|${currency}`,
      () => new Intl.NumberFormat(locale, { style: 'currency', currency }),
    );
    // Exact to the micro: an amount of 16 digits is not what a float holds.
    const whole = BigInt(amount_micros);
    const text = `${whole / 1_000_000n}.${String(whole % 1_000_000n).padStart(6, '0')}` as Intl.StringNumericLiteral;
    return plainSpaces(format.format(text));
  }
  if (type === 'date' && typeof value === 'string') {
    const format = formatter(
      `d|${locale}`,
      () => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }),
    );
    return plainSpaces(format.format(Date.parse(`${value}T00:00:00Z`)));
  }
  return value;
}

// Narrow and unbreakable spaces are not in GSM-7: one of them would double the price of a text.
const plainSpaces = (text: string): string => text.replace(/[\u00a0\u202f\u2009]/g, ' ');

/** The values as a body in a language sees them; an optional one that is not given prints nothing and is not true. */
export function printValues(
  declared: readonly TemplateVariable[],
  values: Readonly<Record<string, TemplateValue>>,
  locale: string,
): Record<string, Printed> {
  const printed: Record<string, Printed> = Object.create(null) as Record<string, Printed>;
  for (const { name, type } of declared) {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    printed[name] = value === undefined ? null : print(type, value, locale);
  }
  return printed;
}

const SHORTEST: Readonly<Record<TemplateVariableType, Printed>> = {
  text: 'x',
  number: 0,
  money: '$0',
  date: '1/1/26',
  url: 'https://x.co',
  code: '0',
  flag: false,
};

/** The shortest thing each variable may print. */
export function shortestValues(declared: readonly TemplateVariable[]): Record<string, Printed> {
  return Object.fromEntries(declared.map(({ name, type, optional }) => [name, optional ? null : SHORTEST[type]]));
}
