import { Temporal } from 'temporal-polyfill';

/** An instant as the clocks of a zone show it, for a field of the type datetime-local. */
export function wallTime(at: string, zone: string): string {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDateTime();
  return local.toString({ smallestUnit: 'minute' });
}

/** The instant at which the clocks of a zone show a time: the first where they show it twice, the next that comes where they skip it. */
export function instantAt(wall: string, zone: string): string {
  return Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).toInstant().toString();
}
