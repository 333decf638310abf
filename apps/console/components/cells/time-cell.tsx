'use client';

import { useFormatter, useTimeZone } from 'use-intl';
import { useBrowserZone } from '#components/zone.tsx';

/** `clock` for lists: time today, else the date too. `full` with date and zone, `exact` with milliseconds. `minute` with the weekday, for what is to come. `day` for the date alone. */
type TimeStyle = 'clock' | 'full' | 'exact' | 'minute' | 'day';

const isSameDay = (one: Date, other: Date, timeZone: string | undefined): boolean =>
  one.toLocaleDateString('en', { timeZone }) === other.toLocaleDateString('en', { timeZone });

/** An instant in the zone of the workspace; what the clock of the browser shows then, and UTC, appear on hover. */
export function TimeCell(props: { at: string; look?: TimeStyle }) {
  const format = useFormatter();
  const timeZone = useTimeZone();
  const browserZone = useBrowserZone();
  const date = new Date(props.at);
  const look = props.look ?? 'clock';
  const clock = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;
  const minute = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const day = { day: 'numeric', month: 'short' } as const;
  const zoned = { ...day, year: 'numeric', ...clock, timeZoneName: 'short' } as const;
  const elsewhere =
    browserZone === timeZone ? [] : [`${format.dateTime(date, { ...zoned, timeZone: browserZone })} (${browserZone})`];
  const told = [`${format.dateTime(date, zoned)} (${timeZone})`, ...elsewhere, `${date.toISOString()} (UTC)`];
  const shown = {
    clock: () => format.dateTime(date, isSameDay(date, new Date(), timeZone) ? clock : { ...day, ...clock }),
    full: () => format.dateTime(date, zoned),
    exact: () => format.dateTime(date, { ...clock, fractionalSecondDigits: 3 }),
    minute: () => format.dateTime(date, { weekday: 'short', ...day, ...minute }),
    day: () => format.dateTime(date, { ...day, year: 'numeric' }),
  }[look]();
  return (
    <time dateTime={date.toISOString()} title={told.join('\n')} className="num">
      {shown}
    </time>
  );
}
