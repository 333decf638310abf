import {
  isByPhone,
  type PolicyFacts,
  REASONS,
  type ReasonCode,
  type RoutingDecision,
  type RoutingFacts,
  type RoutingPlan,
  type RuleResult,
} from '@signalbox/contracts';
import {
  indexPrefixes,
  isGeoOpen,
  judgeFraud,
  judgePolicy,
  matchPrefixes,
  planRoutes,
  sentenceFor,
} from '@signalbox/core';
import { findNumberNetworks, type NewMessage, readBreakers, readReports, type SqlRunner } from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { peekFacts } from '../dispatch/peek-facts.ts';
import { factsOf, type Gates, learnedOf, type PlanQuestion, questionOf, standingOf } from '../dispatch/plan-book.ts';
import { gatesBy } from '../health/breaker-book.ts';
import { instantText } from '../instant-text.ts';
import { policySteps } from '../messages/timeline-decision.ts';
import { readWithin } from '../tenant.ts';
import { viewCandidates } from './candidates.ts';
import { upProviders } from './connections.ts';

/** The plan a message would meet now, by the connections as the workers reported them last. Runs in the reader's transaction. */
export async function planNow(
  ctx: RequestContext,
  tx: SqlRunner,
  question: Omit<PlanQuestion, 'learned'>,
): Promise<RoutingPlan> {
  return planRoutes(await factsNow(ctx, tx, question));
}

/** What such a plan is made from: of a text also what was learned of the network of its number, as the dispatcher reads it. */
export async function factsNow(
  ctx: RequestContext,
  tx: SqlRunner,
  question: Omit<PlanQuestion, 'learned'>,
): Promise<RoutingFacts> {
  const { workspace, channel, address } = question;
  const [gates, learned] = await Promise.all([
    readGates(tx, workspace),
    findNumberNetworks(tx, workspace, isByPhone(channel) ? [address] : []),
  ]);
  return factsBy(ctx, { ...question, learned: learnedOf(learned.get(address), ctx.services.world.nowMs()) }, gates);
}

/** What of the routes is open, as the workers told last: where several did, by the one that lets the least through. */
export async function readGates(tx: SqlRunner, workspace: number): Promise<Gates> {
  const [reports, breakers] = await Promise.all([readReports(tx, workspace), readBreakers(tx, workspace)]);
  const up = upProviders(reports);
  return { isUp: (provider) => up.has(provider), gateOf: gatesBy(breakers) };
}

/** What a plan is made from, by gates that were read before. */
export function factsBy(ctx: RequestContext, question: PlanQuestion, gates: Gates): RoutingFacts {
  const config = ctx.services.config.current();
  const routes = config.routesOf(question.workspace).filter((route) => route.environment === question.environment);
  const matched = isByPhone(question.channel)
    ? matchPrefixes(question.address, indexPrefixes(routes.flatMap((route) => route.prefixes)))
    : [];
  return factsOf(question, matched, routes, { ...gates, ...standingOf(ctx.services, config, question) });
}

/**
 * The decisions that messages to be accepted would meet now, or at the instant they are scheduled for, explained, in their order. Without
 * `hasText` their text only stands in for one that is not known yet, and no rule looks at it.
 */
export async function decideNow(
  ctx: RequestContext,
  messages: readonly NewMessage[],
  hasText = true,
): Promise<RoutingDecision[]> {
  const { config, world } = ctx.services;
  const atMs = Math.max(world.nowMs(), messages[0]?.sendAtMs ?? 0);
  return readWithin(ctx, 'The routes take too long to read; send without explain.', async (tx) => {
    const [facts, gates, learned] = await Promise.all([
      peekFacts(ctx, tx, messages, atMs, hasText),
      readGates(tx, ctx.workspace.number),
      findNumberNetworks(
        tx,
        ctx.workspace.number,
        messages.map(({ address }) => address),
      ),
    ]);
    return messages.flatMap((accepted) => {
      const message = { ...accepted, learned: learned.get(accepted.address) ?? null };
      const plan = planRoutes(
        factsBy(ctx, questionOf(config.current(), ctx.workspace.number, message, [], atMs), gates),
      );
      const own = facts.get(message.id);
      return own === undefined ? [] : [decisionOf(message, own, plan)];
    });
  });
}

/** A decision as it is told. What policy says comes before any route. */
function decisionOf(message: NewMessage, facts: PolicyFacts, plan: RoutingPlan): RoutingDecision {
  const verdict = judgePolicy(facts);
  const outcome = verdict.kind === 'send' ? outcomeOf(plan) : { state: 'held' as const, ...verdict };
  return {
    channel: facts.channel,
    country: message.country,
    state: outcome.state,
    reason: outcome.reason === null ? null : { code: outcome.reason, text: REASONS[outcome.reason].text },
    eligible_again_at: verdict.kind === 'hold' ? instantText(verdict.untilMs) : null,
    rules: rulesOf(facts),
    candidates: viewCandidates(plan, null),
    blocked: closedBy(facts) ?? plan.blocked,
    price: priceOf(plan, message.parts),
  };
}

/** What the workspace itself has closed: the country or the channel, or the range of the number to codes. */
function closedBy({ geo, channel, fraud }: PolicyFacts): 'geo_denied' | 'fraud_blocked' | null {
  if (geo !== null && !isGeoOpen(geo, channel)) return 'geo_denied';
  return fraud !== null && judgeFraud(fraud).kind !== 'send' ? 'fraud_blocked' : null;
}

/** What each rule of policy says that was asked, as it is told. */
export function rulesOf(facts: PolicyFacts): RuleResult[] {
  const steps = policySteps(facts, facts.nowMs);
  // What is about to be accepted is valid.
  return steps
    .filter(({ kind, result }) => kind !== 'validity' || result === 'fail')
    .map((step) => {
      const { kind, result, code, facts: evidence } = step;
      return { kind, result: result as RuleResult['result'], code, text: sentenceFor(step), facts: evidence };
    });
}

function outcomeOf({ blocked }: RoutingPlan): { state: RoutingDecision['state']; reason: ReasonCode | null } {
  if (blocked === 'no_route') return { state: 'failed', reason: 'platform.no_route' };
  return { state: blocked === null ? 'sending' : 'queued', reason: null };
}

/** What all parts cost by the open routes, in the currency of the one that is preferred. */
function priceOf(plan: RoutingPlan, parts: number | null): RoutingDecision['price'] {
  const open = plan.candidates.filter(({ excluded }) => excluded === null);
  const [first] = open;
  if (first === undefined) return null;
  const { currency } = first;
  const prices = open.flatMap((one) => (one.currency === currency ? [one.priceMicros * Math.max(1, parts ?? 1)] : []));
  return { currency, lowest_micros: Math.min(...prices), highest_micros: Math.max(...prices) };
}
