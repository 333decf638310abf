import type { CostInterval, RoutingPlan } from '@signalbox/contracts';

/** What a part costs by a route, in one currency for all; undefined where that cannot be told. */
export type PartCost = (route: { priceMicros: number; currency: string }) => number;

/** What a message of so many parts costs by a plan: by the cheapest route that may carry it, by the mix, and by the dearest one, backups included. Null when none may. */
export function costOfPlan({ candidates, blocked }: RoutingPlan, parts: number, cost: PartCost): CostInterval | null {
  if (blocked !== null) return null;
  const usable = candidates.filter(({ excluded }) => excluded === null || excluded === 'backup_not_needed');
  const costs = usable.map(cost);
  const expected = usable.reduce(
    (sum, { probabilityPpm }, index) => sum + probabilityPpm * (costs[index] as number),
    0,
  );
  return {
    low_micros: parts * Math.min(...costs),
    expected_micros: Math.round((parts * expected) / 1_000_000),
    high_micros: parts * Math.max(...costs),
  };
}

/** The sum of what messages cost: each interval so many times. */
export function sumCosts(costs: readonly { cost: CostInterval; count: number }[]): CostInterval {
  const sum = (of: keyof CostInterval) => costs.reduce((total, { cost, count }) => total + cost[of] * count, 0);
  return {
    low_micros: sum('low_micros'),
    expected_micros: sum('expected_micros'),
    high_micros: sum('high_micros'),
  };
}
