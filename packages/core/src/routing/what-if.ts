import type { Figured, LoggedGroup, Place, PlaceShares, WhatIfAnswer } from '@signalbox/contracts';
import { Z90 } from '../chance/interval.ts';

const PPM = 1_000_000;
const LEAST_EFFECTIVE = 200;
const UNSEEN_MOST = 0.01;
/** What is known of a route everywhere weighs this much against its figures at one place, in decisions. */
const LEAN = 10;

/** One group with its weight under the new policy and what is expected of its route there. */
interface Weighed {
  group: LoggedGroup;
  /** Chance under the new policy by chance under the old. */
  ratio: number;
  /** Mean and variance of success and cost of the route at this place. */
  model: Moments;
}

interface Moments {
  success: number;
  successVariance: number;
  cost: number;
  costVariance: number;
}

/** A figure that is linear in success and cost. */
interface Reward {
  perSuccess: number;
  perCost: number;
}

/**
 * What another policy would have brought on traffic of the past, by the doubly robust estimate (Dudík, Langford, Li 2011): what the figures of the routes lead to expect,
 * corrected by how the logged outcomes differ from it, each weighed by how much likelier the new policy is to have made that choice. It is right when either the figures or the
 * logged chances are, and the chances are exact. The interval adds the luck of that traffic to the doubt of the estimate. `groups` are read in one order whatever theirs.
 */
export function askWhatIf(groups: readonly LoggedGroup[], policy: readonly PlaceShares[]): WhatIfAnswer {
  const sorted = sortGroups(groups);
  const messages = sorted.reduce((sum, { count }) => sum + count, 0);
  const shares = new Map<string, number>(
    policy.flatMap((place) =>
      place.shares.map(({ routeId, ppm }) => [`${keyOf(place)}|${routeId}`, ppm / PPM] as const),
    ),
  );
  const models = modelRoutes(sorted);
  const neverTried = findUnseen(sorted, policy, models, messages);
  const weighed = sorted.map((group): Weighed => {
    const key = `${keyOf(group)}|${group.routeId}`;
    return {
      group,
      ratio: ((shares.get(key) ?? 0) * PPM) / group.probabilityPpm,
      model: models.get(key) as Moments,
    };
  });
  const effective = effectiveOf(weighed);
  const unseen = neverTried.reduce((sum, { ppm }) => sum + ppm, 0) / PPM;
  if (messages === 0 || unseen > UNSEEN_MOST || effective < LEAST_EFFECTIVE) {
    const reason = unseen > UNSEEN_MOST ? 'never_tried' : 'too_thin';
    return { kind: 'refused', reason, messages, effective: Math.floor(effective), neverTried };
  }
  const expected = expectedOf(sorted, policy, models);
  const read = (reward: Reward) => estimate(weighed, expected, reward, unseen);
  const success = read({ perSuccess: 1, perCost: 0 });
  const cost = read({ perSuccess: 0, perCost: 1 });
  const ratio = cost.value / success.value;
  // The ratio of two estimates by linearisation (delta method).
  const around = read({ perSuccess: -ratio, perCost: 1 });
  const half = (around.high - around.low) / 2 / success.value;
  return {
    kind: 'estimate',
    messages,
    effective: Math.floor(effective),
    success: scaled(success, PPM, 0, PPM),
    cost: scaled(cost, 1, 0, Number.MAX_SAFE_INTEGER),
    costPerSuccess: scaled({ value: ratio, low: ratio - half, high: ratio + half }, 1, 0, Number.MAX_SAFE_INTEGER),
    was: outcomeOf(groups),
  };
}

const keyOf = (place: Place): string => `${place.country}|${place.network}|${place.class}`;

function sortGroups(groups: readonly LoggedGroup[]): LoggedGroup[] {
  const keyed = groups
    .filter(({ count }) => count > 0)
    .map((group) => ({ group, key: `${keyOf(group)}|${group.routeId}` }));
  keyed.sort(
    (a, b) =>
      (a.key < b.key ? -1 : a.key > b.key ? 1 : 0) ||
      a.group.probabilityPpm - b.group.probabilityPpm ||
      a.group.count - b.group.count ||
      a.group.successes - b.group.successes ||
      a.group.costMicros - b.group.costMicros ||
      a.group.costSquares - b.group.costSquares,
  );
  return keyed.map(({ group }) => group);
}

/** Mean and variance of each route at each place it was tried, leaning on the route everywhere. */
function modelRoutes(groups: readonly LoggedGroup[]): Map<string, Moments> {
  const add = (sums: Map<string, LoggedGroup>, key: string, group: LoggedGroup) => {
    const sum = sums.get(key);
    if (sum === undefined) sums.set(key, { ...group });
    else {
      sum.count += group.count;
      sum.successes += group.successes;
      sum.costMicros += group.costMicros;
      sum.costSquares += group.costSquares;
    }
  };
  const byRoute = new Map<string, LoggedGroup>();
  const byPlace = new Map<string, LoggedGroup>();
  for (const group of groups) {
    add(byRoute, group.routeId, group);
    add(byPlace, `${keyOf(group)}|${group.routeId}`, group);
  }
  return new Map(
    [...byPlace].map(([key, own]) => {
      const all = byRoute.get(own.routeId) as LoggedGroup;
      const lean = (sum: number, whole: number) => (sum + (LEAN * whole) / all.count) / (own.count + LEAN);
      const success = lean(own.successes, all.successes);
      const cost = lean(own.costMicros, all.costMicros);
      // One success and one failure more: a handful of equal outcomes is no proof that there is no chance in it.
      const smoothed = (own.successes + 1) / (own.count + 2);
      const successVariance = Math.max(smoothed * (1 - smoothed), success * (1 - success));
      const costVariance = Math.max(0, lean(own.costSquares, all.costSquares) - cost * cost);
      return [key, { success, successVariance, cost, costVariance }];
    }),
  );
}

/** Traffic the new policy sends by routes that carried nothing at that place. */
function findUnseen(
  groups: readonly LoggedGroup[],
  policy: readonly PlaceShares[],
  models: ReadonlyMap<string, Moments>,
  messages: number,
): { routeId: string; ppm: number }[] {
  const counts = countPlaces(groups);
  const found = new Map<string, number>();
  const named = new Set(policy.map(keyOf));
  for (const place of policy) {
    const part = (counts.get(keyOf(place)) ?? 0) / Math.max(messages, 1);
    for (const { routeId, ppm } of place.shares) {
      if (ppm === 0 || models.has(`${keyOf(place)}|${routeId}`) || part === 0) continue;
      found.set(routeId, (found.get(routeId) ?? 0) + ppm * part);
    }
  }
  for (const key of counts.keys())
    if (!named.has(key)) throw new RangeError(`askWhatIf: the policy says nothing of ${key}`);
  return [...found]
    .map(([routeId, ppm]) => ({ routeId, ppm: Math.round(ppm) }))
    .sort((a, b) => b.ppm - a.ppm || (a.routeId < b.routeId ? -1 : 1));
}

function countPlaces(groups: readonly LoggedGroup[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const group of groups) counts.set(keyOf(group), (counts.get(keyOf(group)) ?? 0) + group.count);
  return counts;
}

function effectiveOf(weighed: readonly Weighed[]): number {
  let sum = 0;
  let squares = 0;
  for (const { group, ratio } of weighed) {
    sum += group.count * ratio;
    squares += group.count * ratio * ratio;
  }
  return squares > 0 ? (sum * sum) / squares : 0;
}

/** What the figures of the routes lead to expect of the new policy, and the variance of the luck of one message, over all messages. */
function expectedOf(
  groups: readonly LoggedGroup[],
  policy: readonly PlaceShares[],
  models: ReadonlyMap<string, Moments>,
): Moments {
  const counts = countPlaces(groups);
  const total = [...counts.values()].reduce((sum, one) => sum + one, 0);
  const sum: Moments = { success: 0, successVariance: 0, cost: 0, costVariance: 0 };
  for (const place of policy) {
    const part = (counts.get(keyOf(place)) ?? 0) / total;
    for (const { routeId, ppm } of place.shares) {
      const model = models.get(`${keyOf(place)}|${routeId}`);
      if (model === undefined) continue;
      for (const name of Object.keys(sum) as (keyof Moments)[]) sum[name] += ((part * ppm) / PPM) * model[name];
    }
  }
  return sum;
}

function estimate(weighed: readonly Weighed[], expected: Moments, reward: Reward, unseen: number): Figured {
  const count = weighed.reduce((sum, { group }) => sum + group.count, 0);
  const worth = (success: number, cost: number) => reward.perSuccess * success + reward.perCost * cost;
  const spread = (moments: Moments) =>
    reward.perSuccess ** 2 * moments.successVariance + reward.perCost ** 2 * moments.costVariance;
  let correction = 0;
  let doubt = 0;
  for (const { group, ratio, model } of weighed) {
    const seen = worth(group.successes / group.count, group.costMicros / group.count);
    const residual = seen - worth(model.success, model.cost);
    correction += group.count * ratio * residual;
    doubt += group.count * ratio * ratio * (spread(model) + residual * residual);
  }
  const value = worth(expected.success, expected.cost) + correction / count;
  const half = Z90 * Math.sqrt(doubt / count / count + spread(expected) / count);
  // What goes by routes never tried may be anything.
  const blind = unseen * Math.max(Math.abs(reward.perSuccess), Math.abs(reward.perCost) * 2 * Math.abs(expected.cost));
  return { value, low: value - half - blind, high: value + half + blind };
}

function scaled(figure: Figured, factor: number, least: number, most: number): Figured {
  const inside = (value: number) => Math.round(Math.min(most, Math.max(least, value * factor)));
  return { value: inside(figure.value), low: inside(figure.low), high: inside(figure.high) };
}

function outcomeOf(groups: readonly LoggedGroup[]) {
  const sum = (of: (group: LoggedGroup) => number) => groups.reduce((all, group) => all + of(group), 0);
  const count = sum((group) => group.count);
  const successes = sum((group) => group.successes);
  const cost = sum((group) => group.costMicros);
  return {
    successPpm: Math.round((successes / count) * PPM),
    costMicros: Math.round(cost / count),
    costPerSuccessMicros: Math.round(cost / Math.max(successes, 1)),
  };
}
