import type { Channel, TrafficClass, WeightScope } from '@signalbox/contracts';

/** What a route carries; nothing named means all. */
interface Carrying {
  channel: Channel;
  tier: number;
  classes: readonly TrafficClass[];
  countries: readonly string[];
}

/** Whether a route shares the traffic that the weights of a scope are for. One that serves some countries only has no part in the weights of all others. */
export function isInScope(route: Carrying, scope: WeightScope): boolean {
  return (
    route.channel === scope.channel &&
    route.tier === scope.tier &&
    (route.classes.length === 0 || route.classes.includes(scope.class)) &&
    (route.countries.length === 0 || (scope.country !== null && route.countries.includes(scope.country)))
  );
}
