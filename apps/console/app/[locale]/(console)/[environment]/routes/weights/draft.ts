import type { RouteView, WeightRow, WeightScope } from '@signalbox/contracts';
import { fitWeights, isInScope, moveWeight } from '@signalbox/core/weights';

const WHOLE = 1000;

const bound = (row: WeightRow) => ({
  routeId: row.route_id,
  permille: row.permille,
  locked: row.locked,
  floorPermille: row.floor_permille,
  ceilingPermille: row.ceiling_permille,
});

const withWeights = (rows: readonly WeightRow[], permille: readonly number[]): WeightRow[] =>
  rows.map((row, index) => ({ ...row, permille: permille[index] ?? row.permille }));

/** As near to what is wanted as locks, floors and ceilings allow; null when they leave no sum of 1000. */
function refit(rows: readonly WeightRow[], wanted: readonly number[]): WeightRow[] | null {
  const steps = rows.map(() => WHOLE);
  const fitted = fitWeights(rows.map(bound), wanted, steps);
  return fitted === null ? null : withWeights(rows, fitted);
}

/** The traffic an editor begins with: notices by the first route of texts. */
export const firstScope = (routes: readonly RouteView[]): WeightScope => {
  // The routes come primaries first.
  const first = routes.find(({ channel }) => channel === 'sms') ?? routes[0];
  return {
    channel: first?.channel ?? 'sms',
    class: 'transactional',
    tier: first?.tier ?? 1,
    country: first?.countries[0] ?? null,
  };
};

/** Whether two scopes are one. */
export const sameScope = (one: WeightScope, other: WeightScope): boolean =>
  one.channel === other.channel &&
  one.class === other.class &&
  one.tier === other.tier &&
  one.country === other.country;

/** The rows an editor begins with: those that are stored, routes that came since with nothing, and for new weights the shares of the routes as they are. */
export function firstRows(
  routes: readonly RouteView[],
  scope: WeightScope,
  stored: readonly WeightRow[] | undefined,
): WeightRow[] {
  const inScope = routes.filter((route) => isInScope(route, scope)).sort((a, b) => a.name.localeCompare(b.name));
  const known = new Map(stored?.map((row) => [row.route_id, row]));
  const rows = inScope.map(
    ({ id }): WeightRow =>
      known.get(id) ?? { route_id: id, permille: 0, locked: false, floor_permille: 0, ceiling_permille: WHOLE },
  );
  if (stored === undefined)
    return (
      refit(
        rows,
        inScope.map(({ enabled, weight }) => (enabled ? weight : 0)),
      ) ?? rows
    );
  // Of a route that is gone the others take the share.
  return (
    refit(
      rows,
      rows.map(({ permille }) => permille),
    ) ?? rows
  );
}

/** Weights as a bar shows them. */
export const barOf = (rows: readonly Pick<WeightRow, 'route_id' | 'permille'>[]): { id: string; share: number }[] =>
  rows.map(({ route_id: id, permille }) => ({ id, share: permille / WHOLE }));

/** Moves one weight; the others that are not locked share the difference in proportion. The same rows where it is locked. */
export function move(rows: readonly WeightRow[], routeId: string, permille: number): readonly WeightRow[] {
  const moved = moveWeight(rows.map(bound), routeId, permille);
  return moved === null ? rows : withWeights(rows, moved);
}

/** Changes lock, floor or ceiling of one row; null when no weights would sum to 1000 any more. */
export function rebind(
  rows: readonly WeightRow[],
  routeId: string,
  change: Partial<Pick<WeightRow, 'locked' | 'floor_permille' | 'ceiling_permille'>>,
): readonly WeightRow[] | null {
  const next = rows.map((row) => (row.route_id === routeId ? { ...row, ...change } : row));
  if (next.some((row) => row.floor_permille > row.ceiling_permille)) return null;
  return refit(
    next,
    rows.map(({ permille }) => permille),
  );
}

/** What a page key moves, in thousandths. */
export const PAGE_PERMILLE = 50;

/** Rows with weights that were chosen elsewhere, as near as locks and bounds allow; the rows as they are where those allow none. */
export function withChosen(
  rows: readonly WeightRow[],
  chosen: readonly Pick<WeightRow, 'route_id' | 'permille'>[],
): WeightRow[] {
  const wanted = new Map(chosen.map(({ route_id, permille }) => [route_id, permille]));
  return (
    refit(
      rows,
      rows.map(({ route_id }) => wanted.get(route_id) ?? 0),
    ) ?? [...rows]
  );
}
