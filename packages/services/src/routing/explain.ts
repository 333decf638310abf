import {
  type ExplainedRoute,
  type ExplainedRouting,
  type ExplainRoutingInput,
  encodeId,
  type RouteFact,
  type RouteSignal,
  type RoutingFacts,
} from '@signalbox/contracts';
import { EXCLUSIONS, planRoutes } from '@signalbox/core';
import { ceilingOf } from '../config/regions.ts';
import type { RequestContext } from '../context.ts';
import { readWithin } from '../tenant.ts';
import { factsNow } from './decide-now.ts';

const PPM = 1_000_000;

/** The decision that a message of this kind would meet now, with all it follows from: every route with its reason or its chance, what is known of it and what that is worth. */
export async function explainRouting({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: Omit<ExplainRoutingInput, 'environment'>;
}): Promise<ExplainedRouting> {
  const { config } = ctx.services;
  const ceiling = ceilingOf(config.current().regionsOf(ctx.workspace.number)?.(input.country), {
    micros: null,
    currency: null,
  });
  const facts = await readWithin(ctx, 'The routes take too long to read; try again.', (tx) =>
    factsNow(ctx, tx, {
      workspace: ctx.workspace.number,
      environment: ctx.environment,
      channel: input.channel,
      class: input.class,
      country: input.country,
      address: input.number ?? '',
      anonymous: true,
      maxPriceMicrosPerPart: ceiling.micros,
      maxPriceCurrency: ceiling.currency,
      barred: [],
      // Whose ids must travel with a text to India follows from its text and sender, which are not asked for.
      dlt: null,
    }),
  );
  const plan = planRoutes(facts);
  const known = new Map(facts.routes.map((route) => [route.routeId, route]));
  return {
    blocked: plan.blocked,
    config_version: facts.configVersion,
    weights_version: facts.weightsVersion ?? null,
    model: facts.model ?? null,
    objective: viewObjective(facts),
    network: facts.network ?? null,
    routes: plan.candidates.map(
      (candidate): ExplainedRoute => ({
        route_id: encodeId('route', candidate.routeId),
        route_name: candidate.name,
        provider_name: candidate.providerName,
        tier: candidate.tier,
        weight: candidate.weight,
        price_micros: candidate.priceMicros,
        currency: candidate.currency,
        excluded: candidate.excluded,
        excluded_text: candidate.excluded === null ? null : EXCLUSIONS[candidate.excluded],
        probability: candidate.probabilityPpm / PPM,
        exploring: candidate.explorePpm / PPM,
        score_micros: candidate.scoreMicros,
        signal: viewSignal(known.get(candidate.routeId)?.signal ?? null),
        model: viewModel(known.get(candidate.routeId)),
      }),
    ),
  };
}

function viewObjective({ objective }: RoutingFacts): ExplainedRouting['objective'] {
  if (objective === undefined) return null;
  return {
    success_micros: objective.successMicros,
    latency_micros_per_second: objective.latencyMicrosPerSecond,
    cost_permille: objective.costPermille,
    deadline_ms: objective.deadlineMs,
    min_success: objective.minSuccessPpm / PPM,
  };
}

const viewModel = (route: RouteFact | undefined): ExplainedRoute['model'] =>
  route?.model === undefined ? null : { success: route.model.successPpm / PPM, basis: route.model.basis };

const viewSignal = (signal: RouteSignal | null): ExplainedRoute['signal'] =>
  signal && {
    success: signal.successPpm / PPM,
    low: signal.lowPpm / PPM,
    high: signal.highPpm / PPM,
    basis: signal.basis,
    within: signal.withinPpm === null ? null : signal.withinPpm / PPM,
    p50_ms: signal.p50Ms,
    factor: signal.factorPpm / PPM,
    forging: signal.forging,
  };
