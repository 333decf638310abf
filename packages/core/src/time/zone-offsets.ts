import { Temporal } from 'temporal-polyfill';

/** A stretch of time in which the clocks of a zone keep one distance to UTC. Half-open, in milliseconds since 1970. */
export interface OffsetSpan {
  fromMs: number;
  toMs: number;
  /** Local time is UTC plus this. */
  offsetMs: number;
}

const DAY_MS = 86_400_000;
// Asking the zone database costs tens of microseconds a zone, the first time milliseconds: it is asked for more than is needed now.
const BEHIND_MS = 3 * DAY_MS;
const AHEAD_MS = 60 * DAY_MS;
const known = new Map<string, { fromMs: number; toMs: number; spans: readonly OffsetSpan[] }>();

/** How the clocks of a zone of the IANA database stand from one instant to another, summer time included. Throws RangeError for a zone that is none. */
export function offsetsOf(zone: string, fromMs: number, toMs: number): readonly OffsetSpan[] {
  let found = known.get(zone);
  if (found === undefined || found.fromMs > fromMs || found.toMs < toMs) {
    const [from, to] = [fromMs - BEHIND_MS, toMs + AHEAD_MS];
    found = { fromMs: from, toMs: to, spans: askZone(zone, from, to) };
    known.set(zone, found);
  }
  return found.spans;
}

function askZone(zone: string, fromMs: number, toMs: number): OffsetSpan[] {
  const spans: OffsetSpan[] = [];
  let at = Temporal.Instant.fromEpochMilliseconds(fromMs).toZonedDateTimeISO(zone);
  let startMs = fromMs;
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    const endMs = next === null || next === undefined ? toMs : Math.min(next.epochMilliseconds, toMs);
    spans.push({ fromMs: startMs, toMs: endMs, offsetMs: at.offsetNanoseconds / 1e6 });
    if (next === null || next === undefined || endMs === toMs) return spans;
    at = next;
    startMs = endMs;
  }
}
