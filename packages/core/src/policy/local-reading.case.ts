import type { HoursLayer, OpenSpan } from './hours.ts';

const DAY_MS = 86_400_000;
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const formats = new Map<string, Intl.DateTimeFormat>();

/** What the clocks of a zone show, by the engine and not by the code under test. */
export function readClock(zone: string, ms: number): { date: string; weekday: number; minute: number } {
  let format = formats.get(zone);
  if (format === undefined) {
    const fields = { year: 'numeric', month: '2-digit', day: '2-digit', weekday: 'short' } as const;
    const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, ...fields, ...clock });
    formats.set(zone, format);
  }
  const read = Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, value]));
  return {
    date: `${read.year}-${read.month}-${read.day}`,
    weekday: WEEKDAYS.indexOf(read.weekday ?? '') + 1,
    minute: Number(read.hour) * 60 + Number(read.minute),
  };
}

/** Whether a layer is open by the clock on the wall of one zone. */
export function isOpenByClock(layer: HoursLayer, zone: string, ms: number): boolean {
  const { date, weekday, minute } = readClock(zone, ms);
  const dayBefore = new Date(Date.parse(`${date}T00:00Z`) - DAY_MS).toISOString().slice(0, 10);
  const weekdayBefore = ((weekday + 5) % 7) + 1;
  const holds = (span: OpenSpan, day: number, on: string, at: number) =>
    span.days.includes(day) && !layer.closedDates.includes(on) && span.fromMinute <= at && at < span.toMinute;
  return layer.spans.some(
    (span) => holds(span, weekday, date, minute) || holds(span, weekdayBefore, dayBefore, minute + 1440),
  );
}
