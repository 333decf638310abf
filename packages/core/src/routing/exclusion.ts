import type { ExclusionCode, RouteFact, RoutingFacts } from '@signalbox/contracts';

type Check = readonly [ExclusionCode, (route: RouteFact, facts: RoutingFacts) => boolean];

/** Why a route may not carry a message, in the order the reasons are named; `backup_not_needed` follows once the carrying tier is known. */
const CHECKS: readonly Check[] = [
  ['other_channel', (route, facts) => route.channel !== facts.channel],
  ['disabled', (route) => !route.enabled],
  ['other_class', (route, facts) => route.classes.length > 0 && !route.classes.includes(facts.class)],
  [
    'other_country',
    (route, facts) =>
      route.countries.length > 0 && (facts.country === null || !route.countries.includes(facts.country)),
  ],
  [
    'other_prefix',
    (route, facts) =>
      route.prefixes.length > 0 && !facts.matchedPrefixes.some((prefix) => route.prefixes.includes(prefix)),
  ],
  ['already_tried', (route, facts) => facts.triedRouteIds.includes(route.routeId)],
  ['dlt_off', (route, facts) => facts.dltEntity !== undefined && (route.dlt ?? 'off') === 'off'],
  ['dlt_no_chain', (route, facts) => facts.dltEntity !== undefined && route.dlt === 'no_chain'],
  ['price_above_limit', isAboveLimit],
  ['weight_zero', (route) => route.weight <= 0],
  ['breaker_open', (route) => route.breaker === 'open'],
  ['connection_down', (route) => route.connection === 'down'],
];

/** A price in another currency cannot be shown to be within the limit, so it counts as above. */
function isAboveLimit(route: RouteFact, facts: RoutingFacts): boolean {
  if (facts.maxPriceMicrosPerPart === null) return false;
  return route.currency !== facts.maxPriceCurrency || route.priceMicros > facts.maxPriceMicrosPerPart;
}

/** The first reason why the route may not carry the message, or null. */
export function exclusionOf(route: RouteFact, facts: RoutingFacts): ExclusionCode | null {
  for (const [code, holds] of CHECKS) if (holds(route, facts)) return code;
  return null;
}
