'use client';

import { useFormatter, useTimeZone } from 'use-intl';

/** `clock` for lists: time today, else the date too. `full` with date and milliseconds. `day` for the date alone. */
type TimeStyle = 'clock' | 'full' | 'exact' | 'day';

const isSameDay = (one: Date, other: Date, timeZone: string | undefined): boolean =>
  one.toLocaleDateString('en', { timeZone }) === other.toLocaleDateString('en', { timeZone });

/** An instant in the person's zone; the zone's name and UTC appear on hover. */
export function TimeCell(props: { at: string; look?: TimeStyle }) {
  const format = useFormatter();
  const timeZone = useTimeZone();
  const date = new Date(props.at);
  const look = props.look ?? 'clock';
  const clock = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;
  const day = { day: 'numeric', month: 'short' } as const;
  const full = format.dateTime(date, { ...day, year: 'numeric', ...clock, timeZoneName: 'short' });
  const shown = {
    clock: () => format.dateTime(date, isSameDay(date, new Date(), timeZone) ? clock : { ...day, ...clock }),
    full: () => format.dateTime(date, { ...day, year: 'numeric', ...clock }),
    exact: () => format.dateTime(date, { ...clock, fractionalSecondDigits: 3 }),
    day: () => format.dateTime(date, { ...day, year: 'numeric' }),
  }[look]();
  return (
    <time dateTime={date.toISOString()} title={`${full}\n${date.toISOString()} UTC`} className="num">
      {shown}
    </time>
  );
}
