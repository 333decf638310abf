import type { RouteView } from '@signalbox/contracts';

/** One tier of one channel: the routes that share its traffic. */
export interface Tier {
  channel: RouteView['channel'];
  tier: number;
  routes: RouteView[];
}

/** Groups routes by channel and tier, primaries first, inside a tier by name. */
export function tiersOf(routes: readonly RouteView[]): Tier[] {
  const tiers = new Map<string, Tier>();
  for (const route of routes) {
    const key = `${route.channel} ${route.tier}`;
    const tier = tiers.get(key) ?? { channel: route.channel, tier: route.tier, routes: [] };
    tier.routes.push(route);
    tiers.set(key, tier);
  }
  const channelOrder = { sms: 0, email: 1, voice: 2 };
  const list = [...tiers.values()].sort(
    (one, other) => channelOrder[one.channel] - channelOrder[other.channel] || one.tier - other.tier,
  );
  for (const { routes: members } of list) members.sort((one, other) => one.name.localeCompare(other.name));
  return list;
}

/** The share of traffic each route of a tier would get, 0 to 1, by id: its weight over the sum of weights that count. Routes that are off count nothing. */
export function sharesOf(
  routes: readonly Pick<RouteView, 'id' | 'weight' | 'enabled'>[],
  drafts: ReadonlyMap<string, number>,
): Map<string, number> {
  const weights = routes.map(({ id, weight, enabled }) => [id, enabled ? (drafts.get(id) ?? weight) : 0] as const);
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
  return new Map(weights.map(([id, weight]) => [id, total === 0 ? 0 : weight / total]));
}
