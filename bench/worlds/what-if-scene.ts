import type { LoggedGroup, PlaceShares, TrafficClass, WhatIfAnswer } from '@signalbox/contracts';
import { askWhatIf, createRandom, OBJECTIVES, type Random } from '@signalbox/core';
import { keyOf, SCOPES, type Scope } from './brain.ts';
import { arrivalOf, COUNTRIES, drawCarriers, type Truth, withinOf } from './carriers.ts';
import { runWorld } from './run-world.ts';

const ROUTES = 6;

/** Weights drawn evenly from all that sum to 1000, none below the least. */
function drawWeights(random: Random, least: number): number[] {
  const parts = Array.from({ length: ROUTES }, () => random.gamma(1));
  const whole = parts.reduce((sum, part) => sum + part, 0);
  const weights = parts.map((part) => least + Math.floor((part * (1000 - ROUTES * least)) / whole));
  weights[0] = (weights[0] as number) + 1000 - weights.reduce((sum, one) => sum + one, 0);
  return weights;
}

export type WhatIfResult = {
  policies: number;
  refused: number;
  /** Of those answered: the true expectation, and the outcome of the same traffic sent again by the new policy, inside the printed interval of success and of cost. */
  truthInside: number;
  costInside: number;
  outcomeInside: number;
  /** Whether the first change alone had its truth inside: one of each world are independent, twenty of one world share the luck of its log. */
  firstInside: boolean;
  /** Mean width of the interval of success, in points. */
  widthPoints: number;
};

/** A log of a world with weights of its own at each place, and changes of them that were not tried. */
export function runWhatIf(seed: number, messages = 8_000, policies = 20): WhatIfResult {
  const random = createRandom(`what-if ${seed}`);
  const carriers = drawCarriers(seed);
  const weights = new Map(SCOPES.map((scope) => [keyOf(scope), drawWeights(random, 20)]));
  const groups = new Map<string, LoggedGroup>();
  /** Messages by scope and network. */
  const counts = new Map<string, number>();
  runWorld(
    {
      seed,
      carriers,
      perSecond: 10,
      seconds: messages / 10,
      learns: false,
      weightsAt: (scope) => weights.get(keyOf(scope)) as number[],
    },
    {
      onSent({ place, routeId, probabilityPpm, success, costMicros }) {
        const name = `${keyOf(place)}|${place.network}`;
        counts.set(name, (counts.get(name) ?? 0) + 1);
        const key = `${keyOf(place)}|${routeId}|${probabilityPpm}`;
        const fresh = {
          ...place,
          network: null,
          routeId,
          probabilityPpm,
          count: 0,
          successes: 0,
          costMicros: 0,
          costSquares: 0,
        };
        const group = groups.get(key) ?? fresh;
        group.count += 1;
        group.successes += success ? 1 : 0;
        group.costMicros += costMicros;
        group.costSquares += costMicros * costMicros;
        groups.set(key, group);
      },
    },
  );
  const log = [...groups.values()];
  const result: WhatIfResult = {
    policies,
    refused: 0,
    truthInside: 0,
    costInside: 0,
    outcomeInside: 0,
    firstInside: false,
    widthPoints: 0,
  };
  for (let one = 0; one < policies; one += 1) {
    // One change for each class, as a person would make it: all countries alike.
    const byClass = new Map<TrafficClass, number[]>();
    for (const { class: name } of SCOPES) if (!byClass.has(name)) byClass.set(name, drawWeights(random, 0));
    const policy = SCOPES.map(
      (scope): PlaceShares => ({
        ...scope,
        network: null,
        shares: carriers.map(({ routeId }, index) => ({
          routeId,
          ppm: 1000 * (byClass.get(scope.class)?.[index] as number),
        })),
      }),
    );
    const answer = askWhatIf(log, policy);
    if (answer.kind === 'refused') {
      result.refused += 1;
      continue;
    }
    note(result, answer, policy, { carriers, counts, random });
    if (one === 0) result.firstInside = result.truthInside === 1;
  }
  const answered = policies - result.refused;
  return { ...result, widthPoints: answered > 0 ? result.widthPoints / answered : 0 };
}

function note(
  result: WhatIfResult,
  answer: WhatIfAnswer & { kind: 'estimate' },
  policy: readonly PlaceShares[],
  world: { carriers: readonly Truth[]; counts: ReadonlyMap<string, number>; random: Random },
): void {
  let messages = 0;
  let expected = 0;
  let cost = 0;
  let again = 0;
  for (const { shares, ...place } of policy) {
    const scope = place as Scope;
    for (const network of COUNTRIES[scope.country] as readonly string[]) {
      const count = world.counts.get(`${keyOf(scope)}|${network}`) ?? 0;
      messages += count;
      const rows = shares.map(({ routeId, ppm }) => {
        const truth = world.carriers.find((one) => one.routeId === routeId) as Truth;
        const within = withinOf(truth, OBJECTIVES[scope.class].deadlineMs);
        const success = arrivalOf(truth, scope.country, network, scope.class) * within;
        return { share: ppm / 1_000_000, success, cost: truth.priceMicros * (1 - truth.refuses) };
      });
      const mean = rows.reduce((sum, row) => sum + row.share * row.success, 0);
      expected += count * mean;
      cost += count * rows.reduce((sum, row) => sum + row.share * row.cost, 0);
      for (let message = 0; message < count; message += 1) if (world.random.unit() < mean) again += 1;
    }
  }
  const holds = (figure: { low: number; high: number }, value: number) => figure.low <= value && value <= figure.high;
  if (holds(answer.success, (expected / messages) * 1_000_000)) result.truthInside += 1;
  if (holds(answer.cost, cost / messages)) result.costInside += 1;
  if (holds(answer.success, (again / messages) * 1_000_000)) result.outcomeInside += 1;
  result.widthPoints += (answer.success.high - answer.success.low) / 10_000;
}
