import { type CandidateView, encodeId, type RoutingPlan } from '@signalbox/contracts';
import { EXCLUSIONS } from '@signalbox/core';

/** The table of a routing decision as people see it; `chosen` is the UUID of the route that was taken, or null. */
export function viewCandidates(plan: RoutingPlan, chosen: string | null): CandidateView[] {
  return plan.candidates.map((candidate) => ({
    route_id: encodeId('route', candidate.routeId),
    route_name: candidate.name,
    provider_name: candidate.providerName,
    tier: candidate.tier,
    weight: candidate.weight,
    probability: candidate.probabilityPpm / 1_000_000,
    price_micros: candidate.priceMicros,
    currency: candidate.currency,
    connection: candidate.connection,
    excluded: candidate.excluded,
    excluded_text: candidate.excluded === null ? null : EXCLUSIONS[candidate.excluded],
    chosen: candidate.routeId === chosen,
  }));
}
