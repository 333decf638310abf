import type { LaneJob, PolicyFacts, PolicyVerdict, RouteCandidate } from '@signalbox/contracts';
import { drawOf, judgePolicy, pickRoute } from '@signalbox/core';
import type { DueMessage, NewAttempt } from '@signalbox/db';
import type { Config } from '../config/config-store.ts';
import { dayInIndia } from '../config/dlt.ts';
import { countedTrial } from '../experiments/trial.ts';
import type { Claim } from './claim.ts';
import type { Hold } from './hold.ts';
import type { TurnState } from './open-turns.ts';
import { type BookedPlan, questionOf } from './plan-book.ts';
import type { WorkerContext } from './worker-context.ts';

/** What is to become of one message in this turn: claimed for a route, stopped, held, failed for want of a route, or put back to wait. */
export interface Decision {
  message: DueMessage;
  state: TurnState;
  plan: BookedPlan | null;
  verdict: PolicyVerdict;
  facts: PolicyFacts;
  route: RouteCandidate | null;
  /** Of a message that is held: until when. */
  hold: Hold | null;
}

/** Whether nothing is to be written about the message: every route that fits it is down. */
export const isWaiting = ({ verdict, plan }: Decision): boolean =>
  verdict.kind === 'send' && plan?.plan.blocked === 'all_down';

const FRESH: TurnState = {
  nextSeq: 1,
  before: null,
  barred: [],
  wasClaimed: false,
  untaken: null,
  hold: null,
  heldMicros: 0,
  heldCurrency: null,
};

/** Decides one message by its facts: policy first, then the plan and its draw. */
export function decideOne(
  ctx: WorkerContext,
  config: Config,
  input: LaneJob,
  message: DueMessage,
  facts: PolicyFacts | undefined,
  state: TurnState = FRESH,
): Decision {
  if (facts === undefined) throw new Error('a message was decided without its facts');
  const verdict = judgePolicy(facts);
  const undecided = { message, state, facts, verdict, plan: null, route: null, hold: null };
  if (verdict.kind !== 'send') return undecided;
  const plan = ctx.plans.planFor(questionOf(config, input.workspace, message, state.barred, facts.nowMs));
  return { ...undecided, plan, route: pickRoute(plan.plan, drawOf(message.id, input.turn)) };
}

/** The same decision by facts that were found out since: it stands, or policy stops the message after all. */
export function decideAgain(decision: Decision, facts: PolicyFacts): Decision {
  const verdict = judgePolicy(facts);
  return verdict.kind === 'send'
    ? { ...decision, facts, verdict }
    : { ...decision, facts, verdict, plan: null, route: null };
}

/** The turns that decisions take. */
export const turnsOf = (ctx: WorkerContext, input: LaneJob, decisions: readonly Decision[]): NewAttempt[] =>
  decisions.map((d) => attemptOf(ctx, input, d));

function attemptOf(ctx: WorkerContext, input: LaneJob, d: Decision): NewAttempt {
  return {
    messageId: d.message.id,
    n: input.turn,
    workspace: input.workspace,
    plan: d.plan?.key ?? null,
    route: d.route === null ? null : (d.plan?.routeNumbers.get(d.route.routeId) ?? null),
    worker: d.route === null ? null : ctx.lease.number,
    facts: ownFacts(d),
  };
}

/** The evidence worth keeping: nothing at all for the common case, in which every look-up came back empty. */
function ownFacts({ facts, verdict }: Decision): object | null {
  const { geo, suppression, consent, dlt, reach, registries, hours, cap, fraud, spend } = facts;
  const found = [geo, suppression, consent, dlt, reach, hours, cap, fraud, spend];
  const isPlain = found.every((fact) => fact === null) && registries.length === 0;
  return verdict.kind === 'send' && isPlain ? null : facts;
}

/** The claim of a decision that was won, taken at an instant of the database clock; none without a route. */
export function claimOf(ctx: WorkerContext, input: LaneJob, d: Decision, claimedAtMs: number): Claim[] {
  const routeNumber = d.route === null ? undefined : d.plan?.routeNumbers.get(d.route.routeId);
  const providerNumber =
    routeNumber === undefined ? undefined : ctx.services.config.current().route(routeNumber)?.provider;
  if (d.route === null || routeNumber === undefined || providerNumber === undefined) return [];
  return [
    {
      message: d.message,
      workspace: input.workspace,
      turn: input.turn,
      claimedAtMs,
      nextSeq: d.state.nextSeq,
      before: d.state.before,
      route: d.route,
      routeNumber,
      providerNumber,
      network: d.plan?.facts.network?.code ?? null,
      trial: countedTrial(ctx.services, { ...d.message, workspace: input.workspace }, claimedAtMs),
      dlt: dltOf(ctx, input, d, providerNumber),
    },
  ];
}

/** The ids that go along with a text to India, under the header they belong to; the chain is that of the provider. */
function dltOf(ctx: WorkerContext, { workspace }: LaneJob, { facts }: Decision, provider: number): Claim['dlt'] {
  const { dlt, nowMs } = facts;
  if (dlt?.entityId == null || dlt.templateId === null || dlt.header === null) return null;
  const chain = ctx.services.config.current().dltOf(workspace)?.chainOf(dlt.entityId, provider, dayInIndia(nowMs));
  return {
    header: dlt.header,
    ids: {
      entityId: dlt.entityId,
      templateId: dlt.templateId,
      chainIds: chain?.chainIds ?? [],
      chainHash: chain?.chainHash ?? null,
    },
  };
}
