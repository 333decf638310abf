import type { WeightRow } from '@signalbox/contracts';

/** Weights that are tried, with the locks and bounds of those in force; a route that is not named has none of the traffic. */
export function challengerRows(
  held: readonly WeightRow[],
  tried: readonly { route_id: string; permille: number }[],
): WeightRow[] {
  const rows = new Map(held.map((row) => [row.route_id, row]));
  const free = { locked: false, floor_permille: 0, ceiling_permille: 1000 };
  const named = new Set(tried.map(({ route_id }) => route_id));
  return [
    ...tried.map((row) => ({ ...free, ...rows.get(row.route_id), ...row })),
    ...held.filter(({ route_id }) => !named.has(route_id)).map((row) => ({ ...row, permille: 0 })),
  ];
}
