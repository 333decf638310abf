/**
 * Writes integer millionths of a currency unit for a language. Prices of single messages keep up to six digits,
 * so that 0.0075 is not shown as 0.01; sums from one unit up keep two.
 */
export function formatMicros(micros: number, currency: string, locale: string): string {
  const amount = micros / 1_000_000;
  const small = Math.abs(amount) < 1 && micros !== 0;
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
    minimumFractionDigits: 2,
    maximumFractionDigits: small ? 6 : 2,
  }).format(amount);
}

/** Millionths as a plain decimal for an input field: 7500 is "0.0075". */
export function microsToDecimal(micros: number): string {
  const whole = Math.trunc(micros / 1_000_000);
  const rest = String(micros % 1_000_000)
    .padStart(6, '0')
    .replace(/0+$/, '');
  return rest === '' ? String(whole) : `${whole}.${rest}`;
}

/** A typed decimal as millionths, or undefined when it is not a number of at most six decimals. */
export function decimalToMicros(text: string): number | undefined {
  const match = /^(\d{1,9})(?:[.,](\d{1,6}))?$/.exec(text.trim());
  if (match === null) return undefined;
  return Number(match[1]) * 1_000_000 + Number((match[2] ?? '').padEnd(6, '0'));
}
