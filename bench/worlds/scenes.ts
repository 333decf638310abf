import { OBJECTIVES } from '@signalbox/core';
import { SCOPES } from './brain.ts';
import { drawCarriers, type Truth } from './carriers.ts';
import { worthAt } from './oracle.ts';
import { runWorld } from './run-world.ts';

/** How much of the oracle's worth the brain got, over messages and classes. */
export type SteadyResult = {
  ratio: number;
  byClass: Record<string, number>;
  whileLearning: number;
  /** What even weights get of it. */
  even: number;
  openings: number;
};

/** A steady world: utility of the shares in force beside the oracle's, for the messages after the first 5,000 (or as many as are said). */
export function runSteady(seed: number, messages = 5_000, perSecond = 5): SteadyResult {
  const sums = new Map<string, { sum: number; count: number }>();
  const add = (name: string, value: number) => {
    const known = sums.get(name) ?? { sum: 0, count: 0 };
    sums.set(name, { sum: known.sum + value, count: known.count + 1 });
  };
  const brain = runWorld(
    { seed, carriers: drawCarriers(seed), perSecond, seconds: Math.ceil((2 * messages) / perSecond) },
    {
      onSent({ index, place }, { planAt }, carriers) {
        const shares = new Map(planAt(place).candidates.map((one) => [one.routeId, one.probabilityPpm / 1_000_000]));
        const { ours, best } = worthAt(place, OBJECTIVES[place.class], shares, carriers);
        if (index > messages) add(place.class, ours / best);
        add(index > messages ? 'after' : 'before', ours / best);
        const even = worthAt(
          place,
          OBJECTIVES[place.class],
          new Map(carriers.map(({ routeId }) => [routeId, 1 / carriers.length])),
          carriers,
        );
        add('even', even.ours / even.best);
      },
    },
  );
  const mean = (name: string) => {
    const { sum, count } = sums.get(name) ?? { sum: 0, count: 0 };
    return sum / count;
  };
  return {
    ratio: mean('after'),
    byClass: Object.fromEntries(['otp', 'transactional', 'marketing'].map((one) => [one, mean(one)])),
    whileLearning: mean('before'),
    even: mean('even'),
    openings: brain.openings(),
  };
}

/** Of the whole traffic, the share that goes to a route by the plans in force. */
function shareOf(
  routeId: string,
  planAt: Parameters<NonNullable<Parameters<typeof runWorld>[1]['onSecond']>>[1]['planAt'],
): number {
  const shares = SCOPES.map(
    (scope) => planAt(scope).candidates.find((one) => one.routeId === routeId)?.probabilityPpm ?? 0,
  );
  return shares.reduce((sum, one) => sum + one, 0) / SCOPES.length / 1_000_000;
}

export type OutageResult = {
  routeId: string;
  shareBefore: number;
  /** Messages that went to it and seconds that passed from the outage until it was left, and all that went to it while it was out. */
  messagesUntilLeft: number;
  secondsUntilLeft: number;
  messagesInAll: number;
  /** Seconds from its recovery until it had half of its former share again; Infinity if it never had. */
  secondsUntilBack: number;
  openings: number;
};

const WARM_SECONDS = 900;
const OUT_SECONDS = 240;
const AFTER_SECONDS = 240;

/** The route that carries most breaks suddenly and recovers four minutes later. `kind`: it refuses everything, or it takes everything and never answers. */
export function runOutage(seed: number, kind: 'refuses' | 'hangs', perSecond: number): OutageResult {
  const carriers = drawCarriers(seed);
  const broken: Partial<Truth> = kind === 'refuses' ? { refuses: 1 } : { hangs: true };
  const result: OutageResult = {
    routeId: '',
    shareBefore: 0,
    messagesUntilLeft: 0,
    secondsUntilLeft: Number.POSITIVE_INFINITY,
    messagesInAll: 0,
    secondsUntilBack: Number.POSITIVE_INFINITY,
    openings: 0,
  };
  let whole: Partial<Truth> = {};
  const brain = runWorld(
    { seed, carriers, perSecond, seconds: WARM_SECONDS + OUT_SECONDS + AFTER_SECONDS },
    {
      onSent({ routeId }) {
        if (routeId !== result.routeId || whole.refuses === undefined) return;
        result.messagesInAll += 1;
        if (result.secondsUntilLeft === Number.POSITIVE_INFINITY) result.messagesUntilLeft += 1;
      },
      onSecond(second, { planAt }, living) {
        const share = (routeId: string) => shareOf(routeId, planAt);
        if (second === WARM_SECONDS - 1) {
          const best = living.reduce((a, b) => (share(b.routeId) > share(a.routeId) ? b : a));
          result.routeId = best.routeId;
          result.shareBefore = share(best.routeId);
          whole = { refuses: best.refuses, hangs: best.hangs };
          Object.assign(best, broken);
        }
        if (second < WARM_SECONDS) return;
        const out = living.find(({ routeId }) => routeId === result.routeId) as Truth;
        if (second === WARM_SECONDS + OUT_SECONDS - 1) Object.assign(out, whole);
        if (second < WARM_SECONDS + OUT_SECONDS) {
          const left = share(out.routeId) < 0.01;
          if (left) result.secondsUntilLeft = Math.min(result.secondsUntilLeft, second - WARM_SECONDS + 1);
          return;
        }
        whole = {};
        const back = share(out.routeId) >= result.shareBefore / 2;
        if (back) result.secondsUntilBack = Math.min(result.secondsUntilBack, second - WARM_SECONDS - OUT_SECONDS + 1);
      },
    },
  );
  result.openings = brain.openings();
  return result;
}

/** Every route fails one submission in five at random: openings of breakers in so many messages. */
export function runFlaky(seed: number, perSecond: number, seconds: number): { openings: number; messages: number } {
  const carriers = drawCarriers(seed).map((truth) => ({ ...truth, refuses: 0.2 }));
  const brain = runWorld({ seed, carriers, perSecond, seconds }, {});
  return { openings: brain.openings(), messages: perSecond * seconds };
}

export type DeadListResult = {
  openings: number;
  /** How far the traffic moved while the dead list went out, and in the twin world without it: half the sum of changes of the shares of routes, 0 to 1. */
  moved: number;
  movedInTwin: number;
};

/** A learned world gets a list of which half the numbers are dead, for ten minutes; its twin gets the same traffic with living numbers. */
export function runDeadList(seed: number, perSecond: number): DeadListResult {
  const from = 1_200;
  const until = 1_800;
  const run = (share: number) => {
    const carriers = drawCarriers(seed);
    let before: number[] = [];
    let after: number[] = [];
    const brain = runWorld(
      { seed, carriers, perSecond, seconds: until + 120, deadFrom: { atSecond: from, untilSecond: until, share } },
      {
        onSecond(second, { planAt }) {
          if (second === from) before = carriers.map(({ routeId }) => shareOf(routeId, planAt));
          if (second === until + 100) after = carriers.map(({ routeId }) => shareOf(routeId, planAt));
        },
      },
    );
    const moved = before.reduce((sum, one, index) => sum + Math.abs(one - (after[index] as number)), 0) / 2;
    return { moved, openings: brain.openings() };
  };
  const dead = run(0.5);
  const twin = run(0);
  return { openings: dead.openings, moved: dead.moved, movedInTwin: twin.moved };
}

export type ForgerResult = {
  routeId: string;
  /** Messages of the whole world after which it was named and after which it had lost its share (under 3 %), for good. */
  messagesUntilNamed: number;
  messagesUntilLost: number;
  highestShare: number;
  patterns: readonly string[];
  /** Honest routes that were named at any time. */
  wronglyNamed: readonly string[];
};

/** The cheapest carrier, good as it looks, forges 30 % of its receipts from the first message on. */
export function runForger(seed: number, perSecond: number, messages = 4_000): ForgerResult {
  const drawn = drawCarriers(seed);
  const forger = drawn.reduce((a, b) => (b.priceMicros < a.priceMicros ? b : a));
  const carriers = drawn.map((truth) =>
    truth === forger ? { ...truth, arrives: 0.93, forges: 0.3, medianMs: 3_000 } : truth,
  );
  const result = {
    routeId: forger.routeId,
    messagesUntilNamed: Number.POSITIVE_INFINITY,
    messagesUntilLost: Number.POSITIVE_INFINITY,
    highestShare: 0,
    patterns: [] as string[],
    wronglyNamed: new Set<string>(),
  };
  runWorld(
    { seed, carriers, perSecond, seconds: Math.ceil(messages / perSecond) },
    {
      onSecond(second, { planAt, honesty }) {
        const sent = (second + 1) * perSecond;
        for (const one of honesty()) {
          if (one.verdict !== 'forging') continue;
          if (one.routeId !== forger.routeId) result.wronglyNamed.add(one.routeId);
          else {
            result.messagesUntilNamed = Math.min(result.messagesUntilNamed, sent);
            result.patterns = one.traces.map(({ pattern }) => pattern);
          }
        }
        const share = shareOf(forger.routeId, planAt);
        result.highestShare = Math.max(result.highestShare, share);
        if (share >= 0.03) result.messagesUntilLost = Number.POSITIVE_INFINITY;
        else result.messagesUntilLost = Math.min(result.messagesUntilLost, sent);
      },
    },
  );
  return { ...result, wronglyNamed: [...result.wronglyNamed] };
}
