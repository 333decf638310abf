import type { BreakerFact, BreakerMemory, SubmitAnswer, TrafficClass } from '@signalbox/contracts';
import { BREAKER_SETTINGS, newBreaker, readBreaker, stepBreaker } from '@signalbox/core';
import type { BreakerRow } from '@signalbox/db';
import { faultMilliOf } from '../learning/fault-share.ts';
import { createOverdueWatch } from './overdue-watch.ts';

/** A submission as health sees it; the same value is given when it leaves and when it is answered. */
export interface Flight {
  workspace: number;
  routeNumber: number;
  message: { class: TrafficClass; country: string | null };
}

/** A breaker that opened or closed for good. */
export interface BreakerChange {
  workspace: number;
  route: number;
  country: string;
  opened: boolean;
  reason: string | null;
}

/** The breakers of one worker, by route and country and for each route as a whole, fed by what its carriers answer. */
export interface BreakerBook {
  sent(flight: Flight, nowMs: number): void;
  answered(flight: Flight, answer: SubmitAnswer, nowMs: number): void;
  /** What lets the least through: the breaker of the route, or that of the route in the country. */
  gateOf(route: number, country: string | null): BreakerFact;
  /** One step of all breakers, every second; returns what changed for good, and whether any lets more or less through than before. */
  step(nowMs: number): { changes: BreakerChange[]; moved: boolean };
  /** Those that are not closed. */
  open(): BreakerRow[];
  /** Goes on from where another process was. */
  adopt(rows: readonly BreakerRow[]): void;
}

/** The name of a route as a whole beside those of its countries. */
export const WHOLE_ROUTE = '*';

const CLOSED: BreakerFact = { breaker: 'closed', admitPermille: 1000 };
// A code that is taken later than this is slow; of other traffic the wait is mostly our own: it stands behind its window.
const SLOW_MS = 5_000;
// A closed breaker that saw nothing for this long is forgotten.
const FORGET_MS = 600_000;

interface Seen {
  good: number;
  faultMilli: number;
  slow: number;
  sent: number;
}

interface Entry {
  workspace: number;
  route: number;
  country: string;
  memory: BreakerMemory;
  seen: Seen;
  seenAtMs: number;
}

const nothing = (): Seen => ({ good: 0, faultMilli: 0, slow: 0, sent: 0 });

/** The breakers of a route: one for all of it, and one for each of its countries. */
interface Line {
  whole: Entry;
  countries: Map<string, Entry>;
}

/** Builds the book. `seed` keeps breakers of several workers from probing at one moment. */
export function createBreakerBook(seed: string): BreakerBook {
  const lines = new Map<number, Line>();
  const overdue = createOverdueWatch<Flight>();

  const newEntry = (workspace: number, route: number, country: string, nowMs: number): Entry => {
    const memory = newBreaker(nowMs);
    return { workspace, route, country, memory, seen: nothing(), seenAtMs: nowMs };
  };

  function lineOf(workspace: number, route: number, nowMs: number): Line {
    let line = lines.get(route);
    if (line === undefined) {
      line = { whole: newEntry(workspace, route, WHOLE_ROUTE, nowMs), countries: new Map() };
      lines.set(route, line);
    }
    return line;
  }

  function entryOf(workspace: number, route: number, country: string, nowMs: number): Entry {
    const { whole, countries } = lineOf(workspace, route, nowMs);
    if (country === WHOLE_ROUTE) return whole;
    let entry = countries.get(country);
    if (entry === undefined) {
      entry = newEntry(workspace, route, country, nowMs);
      countries.set(country, entry);
    }
    return entry;
  }

  // For every message that leaves and every answer: nothing is named by text that is put together.
  function see({ workspace, routeNumber, message }: Flight, nowMs: number, count: keyof Seen, by: number): void {
    const { whole } = lineOf(workspace, routeNumber, nowMs);
    whole.seen[count] += by;
    whole.seenAtMs = nowMs;
    if (message.country === null) return;
    const own = entryOf(workspace, routeNumber, message.country, nowMs);
    own.seen[count] += by;
    own.seenAtMs = nowMs;
  }

  const entries = () => [...lines.values()].flatMap(({ whole, countries }) => [whole, ...countries.values()]);

  function stepOne(entry: Entry, nowMs: number): { change: BreakerChange | null; moved: boolean } {
    const { workspace, route, country, seen } = entry;
    const before = readBreaker(entry.memory, BREAKER_SETTINGS);
    const { memory, event } = stepBreaker(
      entry.memory,
      { atMs: nowMs, ...seen },
      BREAKER_SETTINGS,
      `${seed}|${route}|${country}`,
    );
    entry.memory = memory;
    entry.seen = nothing();
    const after = readBreaker(memory, BREAKER_SETTINGS);
    const moved = before.breaker !== after.breaker || before.admitPermille !== after.admitPermille;
    if (event === null || event.kind === 'half_opened') return { change: null, moved };
    const reason = event.kind === 'opened' ? event.reason : null;
    return { change: { workspace, route, country, opened: event.kind === 'opened', reason }, moved };
  }

  function forgetCalm(nowMs: number): void {
    const isCalm = ({ memory, seenAtMs }: Entry) => memory.state === 'closed' && nowMs - seenAtMs > FORGET_MS;
    for (const [route, { whole, countries }] of lines) {
      for (const [country, entry] of countries) if (isCalm(entry)) countries.delete(country);
      if (countries.size === 0 && isCalm(whole)) lines.delete(route);
    }
  }

  return {
    sent(flight, nowMs) {
      overdue.sent(flight, nowMs);
      see(flight, nowMs, 'sent', 1);
    },
    answered(flight, answer, nowMs) {
      const { afterMs, wasOverdue } = overdue.answered(flight, nowMs);
      // It was counted as a fault when it did not come.
      if (wasOverdue) return;
      const faultMilli = faultIn(answer);
      if (faultMilli === null) return;
      if (faultMilli > 0) see(flight, nowMs, 'faultMilli', faultMilli);
      else {
        see(flight, nowMs, 'good', 1);
        if (flight.message.class === 'otp' && afterMs > SLOW_MS) see(flight, nowMs, 'slow', 1);
      }
    },
    gateOf(route, country) {
      const line = lines.get(route);
      const own = country === null ? undefined : line?.countries.get(country);
      let gate = CLOSED;
      for (const entry of [line?.whole, own])
        if (entry !== undefined) gate = narrower(gate, readBreaker(entry.memory, BREAKER_SETTINGS));
      return gate;
    },
    step(nowMs) {
      for (const flight of overdue.judge(nowMs)) see(flight, nowMs, 'faultMilli', 1000);
      const steps = entries().map((entry) => stepOne(entry, nowMs));
      forgetCalm(nowMs);
      return {
        changes: steps.flatMap(({ change }) => (change === null ? [] : [change])),
        moved: steps.some(({ moved }) => moved),
      };
    },
    open: () =>
      entries().flatMap(({ workspace, route, country, memory }) =>
        memory.state === 'closed' ? [] : [{ workspace, route, country, memory }],
      ),
    adopt(rows) {
      for (const { workspace, route, country, memory } of rows) {
        entryOf(workspace, route, country, memory.sinceMs).memory = memory;
      }
    },
  };
}

/** The gates that reported breakers make: of a route and its country, and of several workers, what lets the least through. */
export function gatesBy(rows: readonly BreakerRow[]): BreakerBook['gateOf'] {
  const facts = new Map<string, BreakerFact>();
  for (const { route, country, memory } of rows) {
    const name = `${route}|${country}`;
    facts.set(name, narrower(facts.get(name) ?? CLOSED, readBreaker(memory, BREAKER_SETTINGS)));
  }
  return (route, country) => {
    const whole = facts.get(`${route}|${WHOLE_ROUTE}`) ?? CLOSED;
    return country === null ? whole : narrower(whole, facts.get(`${route}|${country}`) ?? CLOSED);
  };
}

const narrower = (a: BreakerFact, b: BreakerFact): BreakerFact => (b.admitPermille < a.admitPermille ? b : a);

/** The fault of the route in an answer, in thousandths; null when it says nothing: throttling lowers the pace, and what never left is no fault of anybody's. */
function faultIn(answer: SubmitAnswer): number | null {
  switch (answer.kind) {
    case 'throttled':
    case 'unsent':
      return null;
    case 'accepted':
      return 0;
    case 'indeterminate':
    case 'rejected':
      return answer.reason === 'provider.throttled' ? null : faultMilliOf(answer.reason);
  }
}
