import type { Channel, Money, RoutingDecision, RoutingPlan, TrafficClass } from '@signalbox/contracts';
import { indexPrefixes, isGeoOpen, matchPrefixes, parseMailbox, parseNumber, planRoutes } from '@signalbox/core';
import { type NewMessage, readReports, type SqlRunner } from '@signalbox/db';
import { ceilingOf, geoFactOf, type Region } from '../config/regions.ts';
import type { RequestContext } from '../context.ts';
import { factsOf, type PlanQuestion, questionOf } from '../dispatch/plan-book.ts';
import { refuseField } from '../field-refusal.ts';
import { readWithin } from '../tenant.ts';
import { viewCandidates } from './candidates.ts';
import { upProviders } from './connections.ts';

/** The plan a message would meet now, by the connections as the workers reported them last. Runs in the reader's transaction. */
export async function planNow(ctx: RequestContext, tx: SqlRunner, question: PlanQuestion): Promise<RoutingPlan> {
  const config = ctx.services.config.current();
  const routes = config.routesOf(question.workspace).filter((route) => route.environment === question.environment);
  const matched =
    question.channel === 'sms'
      ? matchPrefixes(question.address, indexPrefixes(routes.flatMap((route) => route.prefixes)))
      : [];
  const up = upProviders(await readReports(tx, question.workspace));
  return planRoutes(factsOf(question, matched, routes, config, (provider) => up.has(provider)));
}

/** A plan as it is told. What the workspace says of the country comes before any route. */
function decisionOf(
  plan: RoutingPlan,
  region: Region | undefined,
  country: string | null,
  channel: Channel,
): RoutingDecision {
  const geo = geoFactOf(region, country);
  const isOpen = geo === null || isGeoOpen(geo, channel);
  return { country, candidates: viewCandidates(plan, null), blocked: isOpen ? plan.blocked : 'geo_denied' };
}

/** The decisions that messages to be accepted would meet now, explained, in their order. */
export async function decideNow(ctx: RequestContext, messages: readonly NewMessage[]): Promise<RoutingDecision[]> {
  return readWithin(ctx, 'The routes take too long to read; send without explain.', async (tx) => {
    const decisions: RoutingDecision[] = [];
    const config = ctx.services.config.current();
    for (const message of messages) {
      const plan = await planNow(ctx, tx, questionOf(config, ctx.workspace.number, message, []));
      const region = config.regionsOf(ctx.workspace.number)?.(message.country);
      decisions.push(decisionOf(plan, region, message.country, message.channel));
    }
    return decisions;
  });
}

/** The decision a message would meet now, explained; nothing is stored and nothing is sent. Throws `request_invalid` for a bad address. */
export async function previewRouting({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: { to: string; channel: Channel; class: TrafficClass; max_price?: Money | undefined };
}): Promise<RoutingDecision> {
  const { address, country } = readRecipient(input.channel, input.to);
  const region = ctx.services.config.current().regionsOf(ctx.workspace.number)?.(country);
  // Nothing is known of the text: the limit is that of a message of one part.
  const ceiling = ceilingOf(region, {
    micros: input.max_price?.amount_micros ?? null,
    currency: input.max_price?.currency ?? null,
  });
  const question: PlanQuestion = {
    workspace: ctx.workspace.number,
    environment: ctx.environment,
    channel: input.channel,
    class: input.class,
    country,
    address,
    maxPriceMicrosPerPart: ceiling.micros,
    maxPriceCurrency: ceiling.currency,
    barred: [],
  };
  const plan = await readWithin(ctx, 'The routes take too long to read; try again.', (tx) =>
    planNow(ctx, tx, question),
  );
  return decisionOf(plan, region, country, input.channel);
}

function readRecipient(channel: Channel, to: string): { address: string; country: string | null } {
  const parsed = channel === 'sms' ? parseNumber(to) : parseMailbox(to);
  if (!parsed.ok) throw refuseField('to', parsed.code, parsed.message);
  return 'e164' in parsed
    ? { address: parsed.e164, country: parsed.country }
    : { address: parsed.address, country: null };
}
