import type { CalendarUnit } from '@signalbox/contracts';
import { Temporal } from 'temporal-polyfill';

/** A day, a week or a month as the clocks of a zone show it. Half-open, in milliseconds since 1970. */
export interface CalendarWindow {
  fromMs: number;
  toMs: number;
}

// Asking the zone database costs tens of microseconds: the window of now is asked for by every message.
const known = new Map<string, CalendarWindow>();

/**
 * The day, the week (from Monday) or the month that holds an instant where the clocks of a zone count: longer or shorter by an hour when
 * they change. Throws RangeError for a zone of the IANA database that is none.
 */
export function calendarWindow(unit: CalendarUnit, zone: string, nowMs: number): CalendarWindow {
  const name = `${unit} ${zone}`;
  const found = known.get(name);
  if (found !== undefined && found.fromMs <= nowMs && nowMs < found.toMs) return found;
  const today = Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(zone).toPlainDate();
  const first =
    unit === 'day' ? today : unit === 'week' ? today.subtract({ days: today.dayOfWeek - 1 }) : today.with({ day: 1 });
  const next = first.add(unit === 'day' ? { days: 1 } : unit === 'week' ? { weeks: 1 } : { months: 1 });
  const beginOf = (date: Temporal.PlainDate): number => date.toZonedDateTime(zone).epochMilliseconds;
  const window = { fromMs: beginOf(first), toMs: beginOf(next) };
  known.set(name, window);
  return window;
}
