const NANOS = 1_000_000_000;
const DAY_MS = 86_400_000;

/** What one unit of a currency is worth in the base currency from a day on, in billionths. */
export interface DatedRate {
  currency: string;
  /** Start of the day, milliseconds since 1970. */
  fromMs: number;
  nanos: number;
}

/** Rates by currency, arranged for look-up. */
export interface RateBook {
  /** The currency rates are told in. */
  base: string;
  /** The rate in force at an instant, in billionths of the base; undefined where none is set. The base itself is worth one. */
  nanosAt(currency: string, atMs: number): number | undefined;
}

/** Arranges rates in any order. */
export function bookRates(base: string, rates: readonly DatedRate[]): RateBook {
  const byCurrency = Map.groupBy(rates, ({ currency }) => currency);
  for (const own of byCurrency.values()) own.sort((a, b) => b.fromMs - a.fromMs);
  return {
    base,
    nanosAt: (currency, atMs) =>
      currency === base ? NANOS : byCurrency.get(currency)?.find(({ fromMs }) => fromMs <= atMs)?.nanos,
  };
}

/**
 * An amount in the base currency, in whole millionths, the nearest one. One division and one product of doubles: the same on every machine,
 * so that decisions replay.
 */
export const toBase = (micros: number, nanos: number): number => Math.round(micros * (nanos / NANOS));

/** An amount of one currency in another by the rates of both; undefined where one of them is missing. */
export function convert(
  book: RateBook,
  micros: number,
  [from, to]: readonly [string, string],
  atMs: number,
): number | undefined {
  if (from === to) return micros;
  const own = book.nanosAt(from, atMs);
  const other = book.nanosAt(to, atMs);
  return own === undefined || other === undefined ? undefined : Math.round(micros * (own / other));
}

/** Reads a rate as it is written, decimal text with at most nine decimals, into billionths. */
export function readRate(text: string): number {
  const [whole = '0', part = ''] = text.split('.');
  return Number(whole) * NANOS + Number(part.padEnd(9, '0').slice(0, 9));
}

/** Writes billionths as decimal text, without zeros at the end. */
export function spellRate(nanos: number): string {
  const part = String(nanos % NANOS)
    .padStart(9, '0')
    .replace(/0+$/, '');
  const whole = String(Math.floor(nanos / NANOS));
  return part === '' ? whole : `${whole}.${part}`;
}

/** The start of a day in UTC, milliseconds since 1970. */
export const startOfDay = (atMs: number): number => Math.floor(atMs / DAY_MS) * DAY_MS;
