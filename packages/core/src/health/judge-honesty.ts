import type { ForgeryTrace, RouteHonesty, SignalRow, SignalSettings, TrafficClass } from '@signalbox/contracts';
import { ln } from '../chance/exact-math.ts';
import { Z90 } from '../chance/interval.ts';
import { type AgedRow, countOutcomes } from './count-outcomes.ts';
import { ageRows } from './estimate-cells.ts';
import { learnDelays } from './receipt-delays.ts';
import { type ClaimShape, shapeOf, shapeTraces } from './receipt-shape.ts';

const PPM = 1_000_000;
const TOLERANCE = 0.95;
const PEER_CLAIMS_MIN = 50;
/** Chance that an honest route is ever named for the reactions to all its claims, and as much for those to its hasty ones; less proof is asked of one whose receipts all come at one moment, as forged ones do. */
const ALPHA = 0.002;
const ALPHA_SHAPED = 0.1;
/** Chance that an honest route whose receipts come like those of others is ever taken for worse than they say. */
const ALPHA_DOUBT = 0.1;
// Small: what a forger of a third of its receipts lacks is to be seen in the first hundreds of codes, and of its hasty claims alone the chance is a sixth of that.
const MIXTURE = 3;
const MIXTURE_HASTY = 0.5;

/** What one route claims in one country and class, and what people did. */
interface Stratum {
  country: string | null;
  class: TrafficClass;
  claimed: number;
  reacted: number;
  /** Those of them that were claimed sooner than a phone can answer. */
  hasty: { claimed: number; reacted: number };
}

interface RouteEvidence {
  routeId: string;
  strata: readonly Stratum[];
  shape: ClaimShape;
}

interface Comparison {
  expected: number;
  observed: number;
  variance: number;
}

/** All claims of a route beside those of its peers, and its hasty claims alone. */
interface Comparisons {
  all: Comparison;
  hasty: Comparison;
}

/**
 * Compares what receipts claim with what people did. Of the messages a route calls delivered in one country and class, the share that is reacted to should be that of
 * its peers there (indirect standardisation, as standardised mortality ratios are made). Claims include those
 * receipts that are still expected, so a route is not helped by fast receipts. What was claimed sooner than a phone can answer is looked at alone too, message by message: of a route
 * that is only fast, people react to those as well. The evidence is a bet against an honest route (safe testing: Grünwald, De Heide, Koolen 2024), so it may be looked at every few
 * seconds: an honest route is ever named with a chance of 0.2 % for either. Peers are judged a
 * second time without those that were named, so that a forger does not make honest routes look better than they are. Who was named before (`named`) stays
 * so until its messages are surely reacted to again, though it has lost the traffic that proved it.
 */
export function judgeHonesty(input: {
  rows: readonly SignalRow[];
  nowMs: number;
  settings: SignalSettings;
  named: readonly string[];
}): RouteHonesty[] {
  const aged = ageRows(input.rows, input.nowMs, input.settings);
  const routes = [...Map.groupBy(aged, ({ row }) => row.routeId)].map(([routeId, rows]) =>
    gather(routeId, rows, input.settings),
  );
  const judgeAll = (excluded: readonly string[]) =>
    routes.map((route) =>
      judge(
        route,
        routes.filter(({ routeId }) => !excluded.includes(routeId)),
        input.named.includes(route.routeId),
      ),
    );
  const first = judgeAll(input.named);
  const named = first.filter(({ verdict }) => verdict === 'forging').map(({ routeId }) => routeId);
  return named.every((routeId) => input.named.includes(routeId)) ? first : judgeAll(named);
}

function gather(routeId: string, rows: readonly AgedRow[], settings: SignalSettings): RouteEvidence {
  const delays = learnDelays(rows, settings);
  const success = settings.priorSuccessPpm / PPM;
  const start = { delivered: success, failed: (1 - success) / 2, silent: (1 - success) / 2 };
  const { fates } = countOutcomes(rows, delays, start, settings.priorStrength, settings.silentMilli);
  const strata: Stratum[] = [];
  for (const own of Map.groupBy(rows, ({ row }) => `${row.country}|${row.class}`).values()) {
    const outcomes = countOutcomes(own, delays, fates, settings.backingStrength, settings.silentMilli);
    const share = outcomes.accepted > 0 ? outcomes.deliveredInAll / outcomes.accepted : 0;
    const { country, class: trafficClass } = (own[0] as AgedRow).row;
    const hasty = { claimed: 0, reacted: 0 };
    const stratum: Stratum = { country, class: trafficClass, claimed: 0, reacted: 0, hasty };
    for (const { row, ageMs, weight } of own) {
      const claimed = row.expectant * share;
      if (ageMs < settings.reactedAfterMs || claimed <= 0) continue;
      stratum.claimed += claimed * weight;
      stratum.reacted += row.converted * weight;
      hasty.claimed += row.hasty * weight;
      hasty.reacted += row.hastyConverted * weight;
    }
    strata.push(stratum);
  }
  return { routeId, strata, shape: shapeOf(rows) };
}

function judge(route: RouteEvidence, everybody: readonly RouteEvidence[], wasNamed: boolean): RouteHonesty {
  const peers = everybody.filter(({ routeId }) => routeId !== route.routeId);
  const { all: ofAll, hasty } = compare(route, peers);
  const { expected, observed, variance } = ofAll;
  const shape = shapeTraces(
    route.shape,
    peers.map((peer) => peer.shape),
  );
  // A route that fails seldom has few negative receipts too: only when receipts come makes it suspect.
  const isFast = shape.some(({ pattern }) => pattern === 'too_fast');
  const isTimed = isFast || shape.some(({ pattern }) => pattern === 'same_delay');
  const ofAllClaims = evidenceOf(ofAll, MIXTURE);
  const proven =
    ofAllClaims >= ln(1 / ALPHA) ||
    evidenceOf(hasty, MIXTURE_HASTY) >= ln(1 / ALPHA) ||
    (isTimed && !isFast && ofAllClaims >= ln(1 / ALPHA_SHAPED));
  const traces: ForgeryTrace[] = [];
  if (proven) {
    traces.push({ pattern: 'claims_without_reactions', observedPpm: ppm(observed / expected), expectedPpm: PPM });
  }
  traces.push(...shape);
  const ratio = expected > 0 ? observed / expected : 1;
  const half = expected > 0 ? (Z90 * Math.sqrt(variance)) / expected : 1;
  const doubt = isTimed || expected <= 0 ? half : widthAlways(variance) / expected;
  const factor = Math.min(1, ratio + doubt);
  const honest = ratio - half > 0.9;
  const named = proven || (wasNamed && !honest);
  return {
    routeId: route.routeId,
    verdict: named ? 'forging' : factor < 1 || traces.length > 0 ? 'doubtful' : honest ? 'honest' : 'unproven',
    scorePpm: ppm(Math.min(1, ratio)),
    factorPpm: ppm(factor),
    expectedMilli: Math.round(expected * 1000),
    reactedMilli: Math.round(observed * 1000),
    traces,
  };
}

/** Logarithm of the evidence that reactions are missing: the normal mixture that is a fair bet against an honest route at any time. */
function evidenceOf({ expected, observed, variance }: Comparison, mixture: number): number {
  const missing = expected * TOLERANCE - observed;
  if (missing <= 0) return 0;
  return (missing * missing) / (2 * (variance + mixture)) - ln((variance + mixture) / mixture) / 2;
}

/** How many reactions chance may hide from an honest route, however often one looks: where the same bet would not yet be won. */
function widthAlways(variance: number): number {
  return Math.sqrt((variance + MIXTURE) * (2 * ln(1 / ALPHA_DOUBT) + ln((variance + MIXTURE) / MIXTURE)));
}

const ppm = (share: number): number => Math.round(Math.max(0, share) * PPM);

/**
 * Reactions expected of the claims of a route by those of its peers in the same country and class; where peers claim little, the share of the class in all countries
 * leans in. Classes in which peers claim too little say nothing.
 */
function compare(route: RouteEvidence, peers: readonly RouteEvidence[]): Comparisons {
  const all: Comparison = { expected: 0, observed: 0, variance: 0 };
  const hasty: Comparison = { expected: 0, observed: 0, variance: 0 };
  const strata = peers.flatMap((peer) => peer.strata);
  for (const own of route.strata) {
    const ofClass = strata.filter((one) => one.class === own.class);
    const here = ofClass.filter((one) => one.country === own.country);
    const claimedInClass = total(ofClass, (one) => one.claimed);
    const claimedHere = total(here, (one) => one.claimed);
    if (claimedInClass < PEER_CLAIMS_MIN || own.claimed <= 0) continue;
    const inClass = total(ofClass, (one) => one.reacted) / claimedInClass;
    const leaning = total(here, (one) => one.reacted) + PEER_CLAIMS_MIN * inClass;
    const share = Math.min(1, leaning / (claimedHere + PEER_CLAIMS_MIN));
    if (share <= 0) continue;
    const lent = 1 / (claimedHere + PEER_CLAIMS_MIN);
    all.expected += own.claimed * share;
    all.observed += own.reacted;
    // The chance in its own reactions, and in the share that the peers lend.
    all.variance += share * (1 - share) * (own.claimed + own.claimed ** 2 * lent);
    hasty.expected += own.hasty.claimed * share;
    hasty.observed += own.hasty.reacted;
    hasty.variance += share * (1 - share) * (own.hasty.claimed + own.hasty.claimed ** 2 * lent);
  }
  return { all, hasty };
}

const total = (strata: readonly Stratum[], of: (stratum: Stratum) => number): number =>
  strata.reduce((sum, one) => sum + of(one), 0);
