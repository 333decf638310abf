import type { ExclusionCode, RouteCandidate, RouteFact, RoutingFacts, RoutingPlan } from '@signalbox/contracts';
import { exclusionOf, isDown, yieldingOf } from './exclusion.ts';
import { knownOf, leanShares } from './lean.ts';
import { scoreOf, worthOf } from './objective.ts';
import { shareMillionths } from './share.ts';

const PPM = 1_000_000;
const WHOLE = 1000;
/** Share of its weight a half-open route takes when its facts do not say. */
const PROBE_PERMILLE = 100;
/** From here on a half-open route has passed its probes and is on its way back: codes may go by it. */
const PROVEN_PERMILLE = 500;

interface Judged {
  route: RouteFact;
  excluded: ExclusionCode | null;
  /** Weight in thousandths of its unit: a half-open route takes a part of its weight. */
  share: number;
}

/**
 * Judges every route for a message. The lowest tier with a usable route carries; the tiers behind it are backups that are not needed.
 * A half-open breaker takes a part of its weight while a closed one qualifies, and no codes before its probes have passed (reliability section 6);
 * with no closed one left it carries. Where the success model is in use, the shares lean to where it foretells more than the signals say. Of all traffic the exploring share goes evenly over the closed routes that carry, so that every choice has a known chance.
 * Probabilities are whole millionths and sum to exactly one million, or to zero when blocked. The plan depends on the facts alone, not on the order of the routes.
 */
export function planRoutes(facts: RoutingFacts): RoutingPlan {
  const judged = facts.routes.map((route): Judged => ({ route, excluded: exclusionOf(route, facts), share: 0 }));
  preferOthers(judged, facts);
  const open = judged.filter((one) => one.excluded === null);
  const closed = open.filter((one) => one.route.breaker === 'closed');
  const carrying = closed.length > 0 ? closed : open;
  const tier = Math.min(...carrying.map((one) => one.route.tier));
  for (const one of open) assignShare(one, tier, closed.length > 0, facts);
  const ordered = judged.sort(byPreference);
  const blocked = open.length > 0 ? null : judged.some((one) => isDown(one.excluded)) ? 'all_down' : 'no_route';
  return { candidates: shareOut(ordered, facts), blocked };
}

/** Whether some route may carry the message, now or once it is up again: by the same judgement as the plan, at a fraction of its cost. */
export function anyRouteFits(facts: RoutingFacts): boolean {
  return facts.routes.some((route) => {
    const excluded = exclusionOf(route, facts);
    return excluded === null || isDown(excluded);
  });
}

/** Leaves out what is only worse than the others, if others are left: closed ones, since a probing route is no replacement. */
function preferOthers(judged: readonly Judged[], facts: RoutingFacts): void {
  const open = judged.filter((one) => one.excluded === null);
  const reasons = open.map((one) => yieldingOf(one.route, facts));
  if (!open.some((one, index) => reasons[index] === null && one.route.breaker === 'closed')) return;
  open.forEach((one, index) => {
    one.excluded = reasons[index] as ExclusionCode | null;
  });
}

function assignShare(one: Judged, tier: number, someClosed: boolean, facts: RoutingFacts): void {
  const { route } = one;
  const probing = route.breaker === 'half_open' && someClosed;
  const admit = route.admitPermille ?? PROBE_PERMILLE;
  if (probing && facts.class === 'otp' && admit < PROVEN_PERMILLE) one.excluded = 'breaker_open';
  else if (route.tier > tier) one.excluded = 'backup_not_needed';
  else one.share = probing ? route.weight * admit : route.weight * WHOLE;
}

/** Chances from shares, the exploring part first: it is spread evenly over the routes that are closed and carry. */
function shareOut(ordered: readonly Judged[], facts: RoutingFacts): RouteCandidate[] {
  const explorers = explorersOf(ordered, facts);
  const exploring = explorers.filter((one) => one === 1).length > 1 ? (facts.explorePpm ?? 0) : 0;
  const explore = shareMillionths(explorers, exploring);
  const follow = shareMillionths(sharesOf(ordered, facts), PPM - exploring);
  const scores = scoresOf(ordered, facts);
  return ordered.map((one, index) => {
    const explorePpm = explore[index] as number;
    return toCandidate(one, (follow[index] as number) + explorePpm, explorePpm, scores[index] ?? null);
  });
}

/** What each route takes: its weight, leaning by the success model where that is in use and says something. */
function sharesOf(ordered: readonly Judged[], facts: RoutingFacts): number[] {
  const shares = ordered.map((one) => one.share);
  if (facts.model?.state !== 'used') return shares;
  return leanShares(
    ordered.map((one) => one.route),
    shares,
  );
}

/**
 * Where there is something to learn: closed routes that carry and that may be the best one, judged by the far end of their interval against the near end of the best
 * (successive elimination: Even-Dar, Mannor, Mansour 2006). What is surely worse, or proven to forge, is not paid for. A route nothing is known of always may be.
 */
function explorersOf(ordered: readonly Judged[], { objective }: RoutingFacts): number[] {
  const usable = ordered.map((one) => one.share > 0 && one.route.breaker === 'closed');
  if (objective === undefined) return usable.map(Number);
  const known = ordered.flatMap(({ route: { signal } }, index) => (usable[index] && signal ? [signal] : []));
  const worth = worthOf(objective, known);
  const surest = Math.max(...known.map((signal) => scoreOf(objective, worth, signal, signal.lowPpm / PPM)));
  return ordered.map(({ route: { signal } }, index) => {
    if (!usable[index] || signal?.forging) return 0;
    return signal && scoreOf(objective, worth, signal, signal.highPpm / PPM) < surest ? 0 : 1;
  });
}

/** The worth of each route to the objective. A success is worth the same for all, so routes that are out are measured by those that are in. */
function scoresOf(ordered: readonly Judged[], { objective }: RoutingFacts): (number | null)[] {
  if (objective === undefined) return [];
  const known = ordered.map(({ route }) => knownOf(route));
  const usable = known.flatMap((signal, index) => (ordered[index]?.excluded === null && signal ? [signal] : []));
  const worth = worthOf(objective, usable);
  return known.map((signal) =>
    signal ? Math.round(scoreOf(objective, worth, signal, signal.successPpm / PPM)) : null,
  );
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

function toCandidate(
  { route, excluded }: Judged,
  probabilityPpm: number,
  explorePpm: number,
  scoreMicros: number | null,
): RouteCandidate {
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
    explorePpm,
    scoreMicros,
  };
}
