import { Temporal } from 'temporal-polyfill';

/**
 * When the last days of a zone began, today's last, in milliseconds since 1970: days of 23 or 25 hours where the clocks changed. Throws
 * RangeError for a zone of the IANA database that is none.
 */
export function localDays(zone: string, nowMs: number, count: number): number[] {
  const today = Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(zone).startOfDay();
  return Array.from(
    { length: count },
    (_, index) => today.subtract({ days: count - 1 - index }).startOfDay().epochMilliseconds,
  );
}
