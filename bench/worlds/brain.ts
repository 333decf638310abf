import type {
  BreakerMemory,
  CellEstimate,
  RouteHonesty,
  RouteSignal,
  RoutingFacts,
  TrafficClass,
  WeightQuestion,
  WeightStep,
} from '@signalbox/contracts';
import {
  BREAKER_SETTINGS,
  estimateCells,
  judgeHonesty,
  learnWeights,
  newBreaker,
  OBJECTIVES,
  planRoutes,
  readBreaker,
  SIGNAL_SETTINGS,
  stepBreaker,
  WEIGHT_SETTINGS,
  WEIGHT_STEP_MS,
} from '@signalbox/core';
import { COUNTRIES, MIX, type Truth } from './carriers.ts';
import { openRowBook, type RowBook } from './row-book.ts';

type Seen = { good: number; faultMilli: number; slow: number; sent: number };

/** Traffic that is decided alike: the network of a number is not known to the brain, as it is not to services. */
export type Scope = { country: string; class: TrafficClass };

/** The brain as services drive it: signals in, weights and breakers kept, plans out. It knows prices, what carriers say and whose codes were entered, nothing else. */
export type Brain = {
  book: RowBook;
  factsAt: (scope: Scope) => RoutingFacts;
  planAt: (scope: Scope) => ReturnType<typeof planRoutes>;
  see: (routeId: string, country: string, change: Partial<Seen>) => void;
  stepBreakers: (nowMs: number) => void;
  learn: (nowMs: number) => void;
  weightsAt: (scope: Scope) => ReadonlyMap<string, number>;
  openings: () => number;
  honesty: () => readonly RouteHonesty[];
  steps: { question: WeightQuestion; step: WeightStep }[];
};

/** Every scope traffic falls into. */
export const SCOPES: readonly Scope[] = Object.keys(COUNTRIES).flatMap((country) =>
  MIX.map(([trafficClass]): Scope => ({ country, class: trafficClass })),
);

export const keyOf = (scope: Scope): string => `${scope.country}|${scope.class}`;

/** A brain that begins with even weights and knows nothing. */
export function openBrain(
  carriers: readonly Pick<Truth, 'routeId' | 'priceMicros'>[],
  options: {
    seed: number;
    explorePpm: number;
    learns: boolean;
    keepSteps?: boolean | undefined;
    weightsAt?: ((scope: Scope) => readonly number[]) | undefined;
  },
): Brain {
  const book = openRowBook(SIGNAL_SETTINGS.spanMs);
  const even = Math.floor(1000 / carriers.length);
  const weightsAt =
    options.weightsAt ?? (() => carriers.map((_, index) => (index === 0 ? 1000 - even * (carriers.length - 1) : even)));
  const weights = new Map(
    SCOPES.map((scope) => {
      const own = weightsAt(scope);
      return [keyOf(scope), new Map(carriers.map(({ routeId }, index) => [routeId, own[index] as number]))];
    }),
  );
  const signals = new Map<string, RouteSignal>();
  const breakers = new Map<string, BreakerMemory>();
  const seen = new Map<string, Seen>();
  const plans = new Map<string, ReturnType<typeof planRoutes>>();
  const steps: Brain['steps'] = [];
  let honesty: readonly RouteHonesty[] = [];
  let openings = 0;
  let version = 1;
  let movedAtMs = 0;
  for (const { routeId } of carriers) {
    for (const country of ['*', ...Object.keys(COUNTRIES)]) breakers.set(`${routeId}|${country}`, newBreaker(0));
  }
  const breakerOf = (routeId: string, country: string) => breakers.get(`${routeId}|${country}`) as BreakerMemory;
  const changed = () => {
    version += 1;
    plans.clear();
  };

  function factsAt(scope: Scope): RoutingFacts {
    const own = weights.get(keyOf(scope)) as Map<string, number>;
    return {
      configVersion: version,
      environment: 'live',
      channel: 'sms',
      class: scope.class,
      country: scope.country,
      matchedPrefixes: [],
      maxPriceMicrosPerPart: null,
      maxPriceCurrency: null,
      triedRouteIds: [],
      objective: OBJECTIVES[scope.class],
      explorePpm: options.explorePpm,
      routes: carriers.map(({ routeId, priceMicros }) => ({
        routeId,
        name: routeId,
        providerId: routeId.replace('rte', 'prv'),
        providerName: routeId,
        protocol: 'smpp' as const,
        channel: 'sms' as const,
        tier: 1,
        weight: own.get(routeId) as number,
        priceMicros,
        currency: 'USD',
        countries: [],
        prefixes: [],
        classes: [],
        enabled: true,
        connection: 'up' as const,
        ...gateOf(routeId, scope.country),
        signal: signals.get(`${routeId}|${keyOf(scope)}`) ?? null,
      })),
    };
  }

  /** A route is gated by its own breaker and by that of the country, whichever lets less through. */
  function gateOf(routeId: string, country: string) {
    const both = ['*', country].map((one) => readBreaker(breakerOf(routeId, one), BREAKER_SETTINGS));
    return both.reduce((a, b) => (b.admitPermille < a.admitPermille ? b : a));
  }

  const brain: Brain = {
    book,
    factsAt,
    planAt(scope) {
      const key = keyOf(scope);
      const plan = plans.get(key) ?? planRoutes(factsAt(scope));
      plans.set(key, plan);
      return plan;
    },
    see(routeId, country, change) {
      for (const one of ['*', country]) {
        const key = `${routeId}|${one}`;
        const sum = seen.get(key) ?? { good: 0, faultMilli: 0, slow: 0, sent: 0 };
        for (const name of Object.keys(change) as (keyof Seen)[]) sum[name] += change[name] ?? 0;
        seen.set(key, sum);
      }
    },
    stepBreakers(nowMs) {
      for (const [key, memory] of breakers) {
        const before = readBreaker(memory, BREAKER_SETTINGS);
        const sum = seen.get(key) ?? { good: 0, faultMilli: 0, slow: 0, sent: 0 };
        const { memory: next, event } = stepBreaker(
          memory,
          { atMs: nowMs, ...sum },
          BREAKER_SETTINGS,
          `${options.seed}|${key}`,
        );
        breakers.set(key, next);
        if (event?.kind === 'opened') openings += 1;
        const after = readBreaker(next, BREAKER_SETTINGS);
        if (before.breaker !== after.breaker || before.admitPermille !== after.admitPermille) changed();
      }
      seen.clear();
    },
    learn(nowMs) {
      if (!options.learns) return;
      const rows = book.rows(nowMs);
      const named = honesty.filter(({ verdict }) => verdict === 'forging').map(({ routeId }) => routeId);
      honesty = judgeHonesty({ rows, nowMs, settings: SIGNAL_SETTINGS, named });
      const honest = new Map(honesty.map((one) => [one.routeId, one]));
      const cells = SCOPES.flatMap((scope) =>
        carriers.map(({ routeId }) => ({
          ...scope,
          network: null,
          routeId,
          deadlineMs: OBJECTIVES[scope.class].deadlineMs,
        })),
      );
      const estimates = estimateCells({ rows, cells, nowMs, settings: SIGNAL_SETTINGS });
      const prices = new Map(carriers.map(({ routeId, priceMicros }) => [routeId, priceMicros]));
      for (const estimate of estimates) {
        const cost = prices.get(estimate.routeId) as number;
        signals.set(
          `${estimate.routeId}|${keyOf(estimate as Scope)}`,
          signalOf(estimate, honest.get(estimate.routeId), cost),
        );
      }
      const isDue = nowMs - movedAtMs >= WEIGHT_STEP_MS;
      if (isDue) movedAtMs = nowMs;
      for (const [key, own] of isDue ? Map.groupBy(estimates, (one) => keyOf(one as Scope)) : [])
        learnAt(key, own, nowMs);
      changed();
    },
    weightsAt: (scope) => weights.get(keyOf(scope)) as Map<string, number>,
    openings: () => openings,
    honesty: () => honesty,
    steps,
  };

  function learnAt(key: string, estimates: readonly CellEstimate[], nowMs: number): void {
    const own = weights.get(key) as Map<string, number>;
    const first = estimates[0] as CellEstimate;
    const question: WeightQuestion = {
      country: first.country,
      network: null,
      class: first.class,
      objective: OBJECTIVES[first.class],
      candidates: estimates.map((estimate) => ({
        routeId: estimate.routeId,
        permille: own.get(estimate.routeId) as number,
        locked: false,
        floorPermille: 1,
        ceilingPermille: 1000,
        signal: signals.get(`${estimate.routeId}|${key}`) as RouteSignal,
        alphaMilli: estimate.alphaMilli,
        betaMilli: estimate.betaMilli,
      })),
      settings: WEIGHT_SETTINGS,
      seed: `${options.seed}|${key}|${nowMs}`,
    };
    const step = learnWeights(question);
    if (options.keepSteps) steps.push({ question, step });
    if (step.outcome === 'moved') for (const move of step.moves) own.set(move.routeId, move.afterPermille);
  }

  return brain;
}

function signalOf(estimate: CellEstimate, honesty: RouteHonesty | undefined, costMicros: number): RouteSignal {
  const { successPpm, lowPpm, highPpm, basis, withinPpm, p50Ms, p95Ms } = estimate;
  const trust = { factorPpm: honesty?.factorPpm ?? 1_000_000, forging: honesty?.verdict === 'forging' };
  return { successPpm, lowPpm, highPpm, basis, withinPpm, p50Ms, p95Ms, ...trust, costMicros };
}
