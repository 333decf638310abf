import type { CalendarUnit, CapFact } from '@signalbox/contracts';
import { type CalendarWindow, calendarWindow } from '../time/index.ts';
import { zonesOfCountry } from '../zones/index.ts';

/** What a cap counts and how far back. */
export interface CapShape {
  /** Null for a cap that only keeps messages apart. */
  limit: number | null;
  /** The window: the last so many seconds, or a stretch of the calendar. */
  windowSeconds: number | null;
  calendar: CalendarUnit | null;
  gapSeconds: number | null;
}

/** The window of a cap at an instant. Times are milliseconds since 1970. */
export interface CapWindow {
  /** What was counted after this counts; null without a limit. */
  countsFromMs: number | null;
  /** Nothing may have been counted after this; null without a gap. */
  gapFromMs: number | null;
  /** When the calendar begins anew; null for a window that rolls. */
  renewsMs: number | null;
  /** Until when what is counted now is of any use. */
  endsMs: number;
  /** The zone of a calendar, and whose it is. */
  zone: string | null;
  zoneOf: CapFact['zoneOf'];
}

interface Calendar extends CalendarWindow {
  zone: string;
  zoneOf: 'recipient' | 'workspace';
  /** Until when the same question has the same answer. */
  freshUntilMs: number;
  sinceMs: number;
}

const known = new Map<string, Calendar>();

/**
 * The stretch of the calendar that holds an instant, where the recipient is. A number tells its country and not the zone: where the zones of a
 * country do not begin it together, and for mail, it is that of the workspace.
 */
function calendarOf(unit: CalendarUnit, country: string | null, homeZone: string, nowMs: number): Calendar {
  const name = `${unit} ${country} ${homeZone}`;
  const found = known.get(name);
  if (found !== undefined && found.sinceMs <= nowMs && nowMs < found.freshUntilMs) return found;
  const zones = country === null ? [] : zonesOfCountry(country);
  const windows = zones.map((zone) => ({ zone, ...calendarWindow(unit, zone, nowMs) }));
  const home = calendarWindow(unit, homeZone, nowMs);
  const [head] = windows;
  const agree = windows.every(({ fromMs, toMs }) => fromMs === head?.fromMs && toMs === head.toMs);
  const calendar: Calendar = {
    ...(head !== undefined && agree
      ? { ...head, zoneOf: 'recipient' as const }
      : { ...home, zone: homeZone, zoneOf: 'workspace' as const }),
    sinceMs: Math.max(home.fromMs, ...windows.map(({ fromMs }) => fromMs)),
    freshUntilMs: Math.min(home.toMs, ...windows.map(({ toMs }) => toMs)),
  };
  known.set(name, calendar);
  return calendar;
}

/** Works out the window of a cap for a recipient at an instant; country null is mail, and numbers of no country. */
export function capWindow(shape: CapShape, country: string | null, homeZone: string, nowMs: number): CapWindow {
  const { calendar: unit, windowSeconds, gapSeconds } = shape;
  const gapMs = gapSeconds === null ? null : gapSeconds * 1000;
  const gap = { gapFromMs: gapMs === null ? null : nowMs - gapMs };
  const gapEndsMs = nowMs + (gapMs ?? 0);
  if (unit !== null) {
    const { fromMs, toMs, zone, zoneOf } = calendarOf(unit, country, homeZone, nowMs);
    // What was counted at the first instant of the window is in it.
    return { ...gap, countsFromMs: fromMs - 1, renewsMs: toMs, endsMs: Math.max(toMs, gapEndsMs), zone, zoneOf };
  }
  const windowMs = windowSeconds === null ? null : windowSeconds * 1000;
  const countsFromMs = windowMs === null ? null : nowMs - windowMs;
  const endsMs = Math.max(nowMs + (windowMs ?? 0), gapEndsMs);
  return { ...gap, countsFromMs, renewsMs: null, endsMs, zone: null, zoneOf: null };
}

/** How a counter stands: whether it would take one more now, and if not, what is against it and from when it would. */
export interface CounterJudgement {
  used: number;
  because: 'limit' | 'gap' | null;
  /** Null when it never would; now when it does. */
  nextMs: number | null;
}

/** Judges a counter by the instants it holds, for a limit and a window. */
export function judgeCounter(
  shape: Pick<CapShape, 'limit' | 'windowSeconds' | 'gapSeconds'>,
  { countsFromMs, gapFromMs, renewsMs }: Pick<CapWindow, 'countsFromMs' | 'gapFromMs' | 'renewsMs'>,
  taken: readonly number[],
  nowMs: number,
): CounterJudgement {
  const newestFirst = taken.toSorted((a, b) => b - a);
  const used = countsFromMs === null ? newestFirst.length : newestFirst.findLastIndex((ms) => ms > countsFromMs) + 1;
  const [newest] = newestFirst;
  const isTooSoon = gapFromMs !== null && newest !== undefined && newest > gapFromMs;
  const afterGapMs = isTooSoon ? newest + (shape.gapSeconds ?? 0) * 1000 : nowMs;
  if (shape.limit === null || countsFromMs === null || used < shape.limit)
    return { used, because: isTooSoon ? 'gap' : null, nextMs: afterGapMs };
  // It fits when so many have left the window that all but the newest `limit - 1` are out.
  const leaving = newestFirst[shape.limit - 1];
  const roomMs = leaving === undefined ? null : (renewsMs ?? leaving + (shape.windowSeconds ?? 0) * 1000);
  return { used, because: 'limit', nextMs: roomMs === null ? null : Math.max(roomMs, afterGapMs) };
}
