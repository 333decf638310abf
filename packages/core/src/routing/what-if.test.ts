import type { LoggedGroup, Place, PlaceShares } from '@signalbox/contracts';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../chance/random.ts';
import { askWhatIf } from './what-if.ts';

const places: Place[] = ['MX', 'BR'].map((country) => ({ country, network: null, class: 'transactional' }));
/** What is really so, by country and route: share of success and price. */
const truth: Record<string, Record<string, [number, number]>> = {
  MX: { a: [0.95, 20_000], b: [0.8, 8_000], c: [0.9, 12_000] },
  BR: { a: [0.7, 20_000], b: [0.85, 8_000], c: [0.6, 12_000] },
};
const policyOf = (shares: Record<string, number>): PlaceShares[] =>
  places.map((place) => ({
    ...place,
    shares: Object.entries(shares).map(([routeId, share]) => ({ routeId, ppm: Math.round(share * 1e6) })),
  }));
const truthOf = (shares: Record<string, number>): [number, number] =>
  [0, 1].map((which) =>
    ['MX', 'BR'].reduce(
      (sum, country) =>
        sum +
        Object.entries(shares).reduce(
          (all, [route, share]) => all + (share * (truth[country]?.[route]?.[which] ?? 0)) / 2,
          0,
        ),
      0,
    ),
  ) as [number, number];

function drawRoute(value: number, shares: Record<string, number>): string {
  let reached = 0;
  for (const [routeId, share] of Object.entries(shares)) {
    reached += share;
    if (value < reached) return routeId;
  }
  return 'a';
}

/** Messages routed at random by these shares. */
function log(seed: string, count: number, shares: Record<string, number>): LoggedGroup[] {
  const random = createRandom(seed);
  const groups = new Map<string, LoggedGroup>();
  for (let index = 0; index < count; index += 1) {
    const place = places[index % 2] as Place;
    const routeId = drawRoute(random.unit(), shares);
    const [success, price] = (truth[place.country as string] as Record<string, [number, number]>)[routeId] as [
      number,
      number,
    ];
    const key = `${place.country}${routeId}`;
    const fresh = { count: 0, successes: 0, costMicros: 0, costSquares: 0 };
    const group = groups.get(key) ?? {
      ...place,
      routeId,
      probabilityPpm: Math.round((shares[routeId] as number) * 1e6),
      ...fresh,
    };
    group.count += 1;
    group.successes += random.unit() < success ? 1 : 0;
    group.costMicros += price;
    group.costSquares += price * price;
    groups.set(key, group);
  }
  return [...groups.values()];
}
const logged = { a: 0.5, b: 0.3, c: 0.2 };

describe('what a change would have brought', () => {
  it('is told with an interval that holds the truth in about nine cases of ten', () => {
    const target = { a: 0.1, b: 0.7, c: 0.2 };
    const [success, cost] = truthOf(target);
    let inside = 0;
    for (let seed = 0; seed < 200; seed += 1) {
      const answer = askWhatIf(log(`log ${seed}`, 2_000, logged), policyOf(target));
      if (answer.kind !== 'estimate') throw new Error(answer.reason);
      if (answer.success.low <= success * 1e6 && success * 1e6 <= answer.success.high) inside += 1;
      expect(answer.cost.low).toBeLessThanOrEqual(cost);
      expect(answer.cost.high).toBeGreaterThanOrEqual(cost);
      expect(answer.success.high - answer.success.low).toBeLessThan(80_000);
    }
    expect(inside).toBeGreaterThanOrEqual(180);
  });

  it('is what was, when nothing is changed', () => {
    const answer = askWhatIf(log('same', 4_000, logged), policyOf(logged));
    if (answer.kind !== 'estimate') throw new Error(answer.reason);
    expect(answer.effective).toBe(4_000);
    expect(Math.abs(answer.success.value - answer.was.successPpm)).toBeLessThan(5_000);
    expect(Math.abs(answer.costPerSuccess.value / answer.was.costPerSuccessMicros - 1)).toBeLessThan(0.02);
  });

  it('does not depend on the order of the groups', () => {
    const groups = log('order', 3_000, logged);
    const change = policyOf({ a: 0.2, b: 0.2, c: 0.6 });
    expect(askWhatIf([...groups].reverse(), change)).toEqual(askWhatIf(groups, change));
  });

  it('is refused for a route that carried nothing there, which is named with the share concerned', () => {
    const answer = askWhatIf(log('new', 2_000, logged), policyOf({ a: 0.5, b: 0.3, d: 0.2 }));
    expect(answer).toMatchObject({
      kind: 'refused',
      reason: 'never_tried',
      neverTried: [{ routeId: 'd', ppm: 200_000 }],
    });
  });

  it('is refused when too little was tried of what the change would do', () => {
    const thin = log('thin', 2_000, { a: 0.98, b: 0.01, c: 0.01 });
    expect(askWhatIf(thin, policyOf({ a: 0, b: 1, c: 0 }))).toMatchObject({
      kind: 'refused',
      reason: 'too_thin',
    });
    expect(askWhatIf([], [])).toMatchObject({ kind: 'refused', messages: 0 });
  });

  it('must say something of every place that had traffic', () => {
    const [first] = policyOf(logged);
    expect(() => askWhatIf(log('place', 500, logged), [first as PlaceShares])).toThrow(/BR/);
  });
});
