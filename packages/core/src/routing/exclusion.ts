import type { ExclusionCode, RouteFact, RoutingFacts } from '@signalbox/contracts';

type Check = readonly [ExclusionCode, (route: RouteFact, facts: RoutingFacts) => boolean];

/** Why a route may not carry a message, in the order the reasons are named; `backup_not_needed` follows once the carrying tier is known. */
const CHECKS: readonly Check[] = [
  ['other_channel', (route, facts) => route.channel !== facts.channel],
  ['disabled', (route) => !route.enabled],
  ['draining', (route) => route.draining === true],
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
  ['breaker_open', (route) => route.breaker === 'open' || (route.breaker === 'half_open' && route.admitPermille === 0)],
  ['connection_down', (route) => route.connection === 'down'],
];

/** Reasons that stand back when nothing else is left: a poor route is better than none. */
const YIELDING: readonly Check[] = [
  ['forging', (route) => route.signal?.forging === true],
  ['ejected', (route) => route.ejected === true],
  ['concentration', (route) => route.concentrated === true],
  ['success_below_floor', isSurelyBelowFloor],
];

/** A price in another currency without a rate cannot be shown to be within the limit, so it counts as above. */
function isAboveLimit(route: RouteFact, facts: RoutingFacts): boolean {
  if (facts.maxPriceMicrosPerPart === null) return false;
  const priceMicros = route.currency === facts.maxPriceCurrency ? route.priceMicros : route.priceInLimitMicros;
  return priceMicros === undefined || priceMicros > facts.maxPriceMicrosPerPart;
}

/** Only when even the upper end of its interval is below: a new route is given its chance. */
function isSurelyBelowFloor({ signal }: RouteFact, { objective }: RoutingFacts): boolean {
  return objective !== undefined && signal != null && signal.highPpm < objective.minSuccessPpm;
}

/** The first reason why the route may not carry the message, or null. */
export function exclusionOf(route: RouteFact, facts: RoutingFacts): ExclusionCode | null {
  for (const [code, holds] of CHECKS) if (holds(route, facts)) return code;
  return null;
}

/** The first reason to prefer any other route, or null; asked of those that may carry the message. */
export function yieldingOf(route: RouteFact, facts: RoutingFacts): ExclusionCode | null {
  for (const [code, holds] of YIELDING) if (holds(route, facts)) return code;
  return null;
}

/** True for the reasons of a route that fits the message and only has to come back. */
export function isDown(excluded: ExclusionCode | null): boolean {
  return excluded === 'breaker_open' || excluded === 'connection_down' || excluded === 'draining';
}
