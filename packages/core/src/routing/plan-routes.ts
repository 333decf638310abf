import type { ExclusionCode, RouteCandidate, RouteFact, RoutingFacts, RoutingPlan } from '@signalbox/contracts';
import { exclusionOf } from './exclusion.ts';
import { shareMillionths } from './share.ts';

interface Judged {
  route: RouteFact;
  excluded: ExclusionCode | null;
  /** Weight in tenths: a probing route takes a tenth of its weight. */
  share: number;
}

/**
 * Judges every route for a message. The lowest tier with a usable route carries; the tiers behind it are backups that are not needed.
 * A half-open breaker takes a tenth of its weight as probes while a closed one qualifies, and no codes at all (reliability section 6);
 * with no closed one left it carries. Probabilities are whole millionths and sum to exactly one million, or to zero when blocked.
 * The plan depends on the facts alone, not on the order of the routes.
 */
export function planRoutes(facts: RoutingFacts): RoutingPlan {
  const judged = facts.routes.map((route): Judged => ({ route, excluded: exclusionOf(route, facts), share: 0 }));
  const open = judged.filter((one) => one.excluded === null);
  const closed = open.filter((one) => one.route.breaker === 'closed');
  const carrying = closed.length > 0 ? closed : open;
  const tier = Math.min(...carrying.map((one) => one.route.tier));
  for (const one of open) assignShare(one, tier, closed.length > 0, facts);
  const ordered = judged.sort(byPreference);
  const millionths = shareMillionths(ordered.map((one) => one.share));
  return {
    candidates: ordered.map((one, index) => toCandidate(one, millionths[index] as number)),
    blocked: open.length > 0 ? null : judged.some((one) => isDown(one.excluded)) ? 'all_down' : 'no_route',
  };
}

/** Whether some route may carry the message, now or once it is up again: by the same judgement as the plan, at a fraction of its cost. */
export function anyRouteFits(facts: RoutingFacts): boolean {
  return facts.routes.some((route) => {
    const excluded = exclusionOf(route, facts);
    return excluded === null || isDown(excluded);
  });
}

function assignShare(one: Judged, tier: number, someClosed: boolean, facts: RoutingFacts): void {
  const { route } = one;
  const probing = route.breaker === 'half_open' && someClosed;
  if (probing && facts.class === 'otp') one.excluded = 'breaker_open';
  else if (route.tier > tier) one.excluded = 'backup_not_needed';
  else one.share = probing ? route.weight : route.weight * 10;
}

/** True for the reasons of a route that fits the message and only has to come back. */
function isDown(excluded: ExclusionCode | null): boolean {
  return excluded === 'breaker_open' || excluded === 'connection_down';
}

function standing({ excluded }: Judged): number {
  if (excluded === null) return 0;
  if (excluded === 'backup_not_needed') return 1;
  return isDown(excluded) ? 2 : 3;
}

/** Usable first, then backups, then those that are down, then those that do not fit; inside by tier, weight, price, and id so that ties never depend on input order. */
function byPreference(a: Judged, b: Judged): number {
  return (
    standing(a) - standing(b) ||
    a.route.tier - b.route.tier ||
    b.route.weight - a.route.weight ||
    a.route.priceMicros - b.route.priceMicros ||
    (a.route.routeId < b.route.routeId ? -1 : a.route.routeId > b.route.routeId ? 1 : 0)
  );
}

function toCandidate({ route, excluded }: Judged, probabilityPpm: number): RouteCandidate {
  const { routeId, name, providerId, providerName, tier, weight, priceMicros, currency, connection } = route;
  return {
    routeId,
    name,
    providerId,
    providerName,
    tier,
    weight,
    priceMicros,
    currency,
    connection,
    excluded,
    probabilityPpm,
  };
}
