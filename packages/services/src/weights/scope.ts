import { encodeId, type WeightRow, type WeightScope } from '@signalbox/contracts';
import { isInScope } from '@signalbox/core';
import type { RouteRow } from '@signalbox/db';
import type { Config } from '../config/config-store.ts';
import type { RequestContext } from '../context.ts';
import { refuseField } from '../field-refusal.ts';

/** The routes that share the traffic of a scope, by name. */
export function routesInScope(
  config: Config,
  { workspace, environment }: Pick<RouteRow, 'workspace' | 'environment'>,
  scope: WeightScope,
): RouteRow[] {
  return config
    .routesOf(workspace)
    .filter((route) => route.environment === environment && isInScope(route, scope))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

/** Refuses weights that are not those of the scope, do not sum to 1000 or lie outside their bounds; names the row at fault. */
export function checkWeights(ctx: RequestContext, scope: WeightScope, weights: readonly WeightRow[]): void {
  const place = { workspace: ctx.workspace.number, environment: ctx.environment };
  const known = new Set(
    routesInScope(ctx.services.config.current(), place, scope).map((route) => encodeId('route', route.id)),
  );
  const seen = new Set<string>();
  weights.forEach((row, index) => {
    const at = (field: string) => `weights.${index}.${field}`;
    if (!known.has(row.route_id))
      throw refuseField(
        at('route_id'),
        'unknown',
        'No route of this tier, class and country has this id; read the routes again.',
      );
    if (seen.has(row.route_id))
      throw refuseField(at('route_id'), 'duplicate', 'Each route has one weight; leave one of the two out.');
    seen.add(row.route_id);
    if (row.floor_permille > row.ceiling_permille)
      throw refuseField(at('floor_permille'), 'too_big', 'The floor is above the ceiling; lower it.');
    if (row.permille < row.floor_permille || row.permille > row.ceiling_permille)
      throw refuseField(
        at('permille'),
        'out_of_range',
        'The weight lies outside its floor and ceiling; move it or them.',
      );
  });
  const sum = weights.reduce((total, { permille }) => total + permille, 0);
  if (sum !== 1000) throw refuseField('weights', 'invalid', `Weights sum to 1000 thousandths; these sum to ${sum}.`);
}
