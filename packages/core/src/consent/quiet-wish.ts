import { HOURS_PURPOSE, type QuietWish } from '@signalbox/contracts';
import type { HoursLayer, OpenSpan } from '../policy/hours.ts';
import { minuteOf } from '../policy/law.ts';
import { type ConsentMark, consentInForce } from './consent-in-force.ts';

const DAY = 1440;
const WEEK = 7 * DAY;

/** The entry by which a person wants no marketing at some hours, of all that is said of an address: the newest wish counts, and may have been taken back. */
export function wishInForce<Mark extends ConsentMark>(entries: readonly Mark[]): Mark | null {
  const newest = consentInForce(entries, { purpose: HOURS_PURPOSE });
  return newest?.state === 'granted' ? newest : null;
}

/** What a wish leaves of the week, in the spans of hours that are open; none when it leaves nothing. */
export function spansLeft(quiet: QuietWish['quiet']): OpenSpan[] {
  const shut = quiet
    .flatMap(({ days, from, to }) =>
      days.flatMap((day) => {
        const fromMinute = (day - 1) * DAY + minuteOf(from);
        const toMinute = (day - 1) * DAY + minuteOf(to) + (to > from ? 0 : DAY);
        // The night that begins on Sunday ends in the week that follows.
        return [
          { fromMinute, toMinute },
          { fromMinute: fromMinute - WEEK, toMinute: toMinute - WEEK },
        ];
      }),
    )
    .sort((a, b) => a.fromMinute - b.fromMinute);
  const left: OpenSpan[] = [];
  const open = (fromMinute: number, toMinute: number): void => {
    for (let at = fromMinute; at < toMinute; ) {
      const day = Math.floor(at / DAY);
      const end = Math.min(toMinute, (day + 1) * DAY);
      left.push({ days: [day + 1], fromMinute: at - day * DAY, toMinute: end - day * DAY });
      at = end;
    }
  };
  let at = 0;
  for (const { fromMinute, toMinute } of shut) {
    open(at, Math.min(fromMinute, WEEK));
    at = Math.max(at, toMinute);
  }
  open(at, WEEK);
  return left;
}

/** A wish as a layer of hours, in the zone of the person. */
export const layerOfWish = ({ quiet, time_zone: at }: QuietWish): HoursLayer => ({
  ...{ name: 'person', rule: 'person', version: 1, spans: spansLeft(quiet), closedDates: [], at },
});
