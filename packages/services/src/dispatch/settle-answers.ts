import { isFinal, packUuids, RECEIPT_DUE_QUEUE, type ReceiptDueJob, type SubmitAnswer } from '@signalbox/contracts';
import {
  anyRouteFits,
  indexPrefixes,
  matchPrefixes,
  mayHaveArrived,
  type NextStep,
  type NoReceipt,
  nextStep,
  transition,
} from '@signalbox/core';
import {
  addToTally,
  appendEvents,
  insertPartRefs,
  type NewEvent,
  readAttempts,
  readEvents,
  type SqlRunner,
  type StoredAttempt,
  type StoredEvent,
} from '@signalbox/db';
import type { Services } from '../context.ts';
import { announceEvents } from '../webhooks/announce-events.ts';
import { askNextChannels } from './ask-next-channel.ts';
import type { Claim } from './claim.ts';
import { laneJobs, returnToLane } from './lane-jobs.ts';
import { SAME_ROUTE } from './open-turns.ts';
import { factsOf, questionOf, standingOf } from './plan-book.ts';
import { refOf } from './ref-registry.ts';
import { giveBackUntaken } from './reserve-caps.ts';
import { TALLIED, tallyChange } from './tally-change.ts';
import { untakenFacts } from './untaken.ts';

/** An answer that is not a plain acceptance, or the news that no receipt came after a lost answer. */
export interface Unsettled {
  claim: Pick<Claim, 'message' | 'workspace' | 'turn' | 'routeNumber' | 'providerNumber'>;
  answer: SubmitAnswer | NoReceipt;
  /** Whether a refusal came while the breaker of the route was not closed; said where an answer is one of a carrier. */
  routeFails?: boolean;
  atMs: number;
}

interface Step {
  unsettled: Unsettled;
  event: NewEvent | null;
  step: NextStep;
  /** State of the newest event before this one. */
  before: NewEvent['state'] | undefined;
}

/**
 * Decides and records what follows answers that are not acceptances: the next turn on the same or another route, a wait for a
 * receipt, or the final state; with the jobs that carry it out, in the caller's transaction. An answer that comes after the message
 * has ended is recorded and changes nothing.
 */
export async function settleAnswers(tx: SqlRunner, services: Services, answers: readonly Unsettled[]): Promise<void> {
  await addToTally(tx, tallyChange(await recordAnswers(tx, services, answers)));
}

/** The same for a caller with more to count: returns what is to be added to the tally, which must be the last thing a transaction does. */
export async function recordAnswers(
  tx: SqlRunner,
  services: Services,
  answers: readonly Unsettled[],
): Promise<Parameters<typeof tallyChange>[0]> {
  if (answers.length === 0) return [];
  const ids = answers.map(({ claim }) => claim.message.id);
  const [attempts, events] = await Promise.all([readAttempts(tx, ids), readEvents(tx, ids)]);
  const attemptsOf = Map.groupBy(attempts, (attempt) => attempt.messageId);
  const eventsOf = Map.groupBy(events, (event) => event.messageId);
  const steps = answers.map((unsettled) =>
    stepOf(
      services,
      unsettled,
      attemptsOf.get(unsettled.claim.message.id) ?? [],
      eventsOf.get(unsettled.claim.message.id) ?? [],
    ),
  );
  const written = steps.flatMap(({ event }) => (event === null ? [] : [event]));
  if ((await appendEvents(tx, written)).size > 0)
    throw new Error('another process settled the same answer at this moment');
  await announceEvents(
    tx,
    services,
    steps.flatMap(({ event, before = null, unsettled: { claim } }) =>
      event === null ? [] : [{ event, before, message: claim.message }],
    ),
  );
  await keepLateRefs(tx, answers);
  await enqueueTurns(tx, services, steps);
  await enqueueWaits(tx, services, steps);
  const ended = steps.flatMap(({ unsettled: { claim }, event, step }) =>
    event !== null && step.kind === 'final' ? [{ message: claim.message, event }] : [],
  );
  await (await askNextChannels(tx, services, ended)).done;
  await giveBackUntaken(
    tx,
    steps.flatMap(({ unsettled, event, step }) => {
      const { claim, answer } = unsettled;
      if (event === null || step.kind !== 'final' || answer.kind === 'no_receipt' || mayHaveArrived(answer)) return [];
      const { message, workspace } = claim;
      const history = [...(eventsOf.get(message.id) ?? []), { ...event, reason: reasonIn(answer) }];
      return [{ workspace, message, facts: untakenFacts(attemptsOf.get(message.id) ?? [], history) }];
    }),
  );
  return steps.flatMap(({ unsettled: { claim }, event, before }) =>
    event !== null && event.state !== before && TALLIED.has(event.state)
      ? [{ message: claim.message, workspace: claim.workspace, state: event.state, delta: 1 }]
      : [],
  );
}

function stepOf(
  services: Services,
  unsettled: Unsettled,
  attempts: readonly StoredAttempt[],
  events: readonly StoredEvent[],
): Step {
  const { claim, answer, atMs } = unsettled;
  const newest = events.at(-1);
  const base = {
    messageId: claim.message.id,
    seq: (newest?.seq ?? 0) + 1,
    workspace: claim.workspace,
    late: false,
    receipt: null,
    atMs,
  };
  const overtaken =
    newest !== undefined &&
    (newest.attempt > claim.turn ||
      (newest.attempt === claim.turn && newest.state !== 'sending') ||
      // The receipt of an earlier attempt came while this one was in flight: the end absorbs every answer.
      isFinal(newest.state));
  if (overtaken) {
    // The message went on without this answer: keep it as evidence.
    const data = answer.kind === 'no_receipt' ? null : { overtaken: true, answer: answer.kind, raw: rawOf(answer) };
    const event =
      answer.kind === 'no_receipt'
        ? null
        : {
            ...base,
            state: newest.state,
            attempt: Math.max(newest.attempt, claim.turn),
            ref: refIn(unsettled),
            reason: reasonIn(answer),
            data,
          };
    return { unsettled, step: { kind: 'done' }, event, before: newest.state };
  }
  const step = nextStep(stepFacts(services, unsettled, attempts, events));
  if (step.kind === 'retry_same_route' && answer.kind === 'rejected') services.retries.granted(claim.routeNumber);
  const event: NewEvent = {
    ...base,
    state: stateAfter(step),
    attempt: claim.turn,
    ref: refIn(unsettled),
    reason: step.kind === 'final' ? step.reason : reasonIn(answer),
    data: {
      answer: answer.kind,
      raw: rawOf(answer),
      next: step.kind === 'retry_same_route' ? SAME_ROUTE : step.kind,
      ...waitIn(step),
    },
  };
  return { unsettled, step, event, before: newest?.state };
}

function stepFacts(
  services: Services,
  { claim, answer, routeFails, atMs }: Unsettled,
  attempts: readonly StoredAttempt[],
  events: readonly StoredEvent[],
) {
  const { message } = claim;
  const nowMs = services.world.nowMs();
  // Turns that were used up without a submission, by a hold, are no attempts.
  const claims = attempts.filter((attempt) => attempt.worker !== null);
  const mine = claims.find((attempt) => attempt.n === claim.turn);
  const lostBefore = events.filter(
    (event) => event.attempt < claim.turn && event.data?.answer === 'indeterminate',
  ).length;
  const arrivedNow = answer.kind === 'no_receipt' || mayHaveArrived(answer) ? 1 : 0;
  const tried = new Set(claims.map((attempt) => attempt.route));
  let sameRouteTries = 0;
  for (const attempt of claims.toReversed()) {
    if (attempt.route !== mine?.route) break;
    sameRouteTries += 1;
  }
  const otherRouteFits = fitsElsewhere(
    services,
    claim,
    [...tried].filter((route) => route !== null),
  );
  return {
    class: message.class,
    attempt: claims.filter((attempt) => attempt.n <= claim.turn).length,
    submits: lostBefore + arrivedNow,
    sameRouteTries,
    otherRouteFits,
    elapsedMs: Math.max(0, atMs - (mine?.claimedAtMs ?? atMs)),
    remainingMs: message.expiresAtMs - nowMs,
    // A route that is known to fail has no budget.
    retriesLeft: routeFails === true ? 0 : services.retries.left(claim.routeNumber),
    answer,
  };
}

const OPEN_GATE = { breaker: 'closed', admitPermille: 1000 } as const;

/** Whether a route this message was not tried on may carry it, up or down, by the same judgement as the plan. */
function fitsElsewhere(services: Services, claim: Unsettled['claim'], tried: readonly number[]): boolean {
  const config = services.config.current();
  const question = questionOf(config, claim.workspace, claim.message, tried, services.world.nowMs());
  const routes = config.routesOf(claim.workspace).filter((route) => route.environment === question.environment);
  const prefixes = matchPrefixes(question.address, indexPrefixes(routes.flatMap((route) => route.prefixes)));
  const standing = standingOf(services, config, question);
  return anyRouteFits(factsOf(question, prefixes, routes, { ...standing, isUp: () => true, gateOf: () => OPEN_GATE }));
}

function stateAfter(step: NextStep): NewEvent['state'] {
  switch (step.kind) {
    case 'next_route':
    case 'retry_same_route': {
      const moved = transition('sending', { kind: 'failover' });
      return moved.ok ? moved.state : 'queued';
    }
    case 'wait_receipt':
      return 'sending';
    case 'done':
      return 'sent';
    case 'final':
      return step.state;
  }
}

const rawOf = (answer: SubmitAnswer | NoReceipt): string | null => ('raw' in answer ? answer.raw.slice(0, 1000) : null);

function reasonIn(answer: SubmitAnswer | NoReceipt): NewEvent['reason'] {
  if (answer.kind === 'throttled') return 'provider.throttled';
  if (answer.kind === 'no_receipt') return 'platform.no_receipt';
  return 'reason' in answer ? answer.reason : null;
}

function waitIn(step: NextStep): { wait_ms?: number } {
  if (step.kind === 'retry_same_route') return { wait_ms: step.afterMs };
  return step.kind === 'wait_receipt' ? { wait_ms: step.dueMs } : {};
}

/** The reference of an attempt of one part, when the answer carries one. */
function refIn({ claim, answer }: Unsettled): string | null {
  if (answer.kind !== 'accepted' && answer.kind !== 'indeterminate') return null;
  const [ref] = answer.refs;
  return answer.refs.length === 1 && typeof ref === 'string' ? refOf(claim.providerNumber, ref) : null;
}

/** References of several parts, so that their receipts still find the message. */
async function keepLateRefs(tx: SqlRunner, answers: readonly Unsettled[]): Promise<void> {
  const parts = answers.flatMap(({ claim, answer }) => {
    if (answer.kind !== 'indeterminate' || answer.refs.length < 2) return [];
    return answer.refs.flatMap((ref, index) =>
      ref === null
        ? []
        : [
            {
              messageId: claim.message.id,
              workspace: claim.workspace,
              attempt: claim.turn,
              part: index + 1,
              ref: refOf(claim.providerNumber, ref),
            },
          ],
    );
  });
  await insertPartRefs(tx, parts);
}

async function enqueueTurns(tx: SqlRunner, services: Services, steps: readonly Step[]): Promise<void> {
  const going = steps.filter(({ step }) => step.kind === 'next_route' || step.kind === 'retry_same_route');
  const groups = Map.groupBy(going, ({ unsettled: { claim }, step }) => {
    const { message } = claim;
    const afterMs = step.kind === 'retry_same_route' ? step.afterMs : 0;
    return `${claim.workspace} ${message.environment} ${message.channel} ${message.class} ${claim.turn} ${afterMs}`;
  });
  for (const group of groups.values()) {
    const [head] = group;
    if (head === undefined) continue;
    const { claim } = head.unsettled;
    const { environment, channel } = claim.message;
    const jobs = laneJobs(
      { workspace: claim.workspace, environment, channel, turn: claim.turn + 1, deferred: 0 },
      group.map((one) => one.unsettled.claim.message),
    );
    const afterMs = head.step.kind === 'retry_same_route' ? head.step.afterMs : 0;
    const delay = afterMs === 0 ? {} : { startAfterSeconds: afterMs / 1000 };
    await returnToLane(tx, services, { workspace: claim.workspace, lane: claim.message.class }, [{ jobs, ...delay }]);
  }
}

async function enqueueWaits(tx: SqlRunner, services: Services, steps: readonly Step[]): Promise<void> {
  const waits = steps.flatMap(({ unsettled: { claim }, step }) =>
    step.kind === 'wait_receipt' ? [{ claim, seconds: Math.ceil(step.dueMs / 1000) }] : [],
  );
  const groups = Map.groupBy(waits, ({ claim, seconds }) => `${claim.workspace} ${claim.turn} ${seconds}`);
  const jobs = [...groups.values()].flatMap((group) => {
    const [head] = group;
    if (head === undefined) return [];
    const data: ReceiptDueJob = {
      workspace: head.claim.workspace,
      turn: head.claim.turn,
      ids: packUuids(group.map((one) => one.claim.message.id)),
    };
    return [{ data, startAfterSeconds: head.seconds }];
  });
  if (jobs.length > 0) await services.queue.enqueue(tx, RECEIPT_DUE_QUEUE, jobs);
}
