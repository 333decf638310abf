import { isFinal, type MessageState } from '@signalbox/contracts';
import type { MessageRow, StoredEvent, StoredPart } from '@signalbox/db';
import { holdIn, shownRule } from '../dispatch/hold.ts';
import { SAME_ROUTE } from '../dispatch/open-turns.ts';
import { instantText } from '../instant-text.ts';
import { stepOf, type TimelineStep } from './timeline-step.ts';

/** What the steps of an event are told besides the event. */
export interface HistoryContext {
  row: MessageRow;
  /** Name of the provider an attempt (by number) went to, or null. */
  providerOf: (attempt: number) => string | null;
  /** Name of a provider by its internal number, or null. */
  providerName: (number: number) => string | null;
  parts: readonly StoredPart[];
}

/** The steps an event stands for; `before` is the state the message was in. */
export function historySteps(event: StoredEvent, before: MessageState, context: HistoryContext): TimelineStep[] {
  if (event.receiptVerdict !== null) return receiptSteps(event, before, context);
  if (event.state === 'canceled') return [];
  if (event.state === 'held') return holdSteps(event);
  const answer = event.data?.answer;
  if (typeof answer === 'string' && answer !== 'no_receipt') {
    const first = answerStep(event, answer, context);
    return event.data?.overtaken === true ? [first] : [first, ...followSteps(event, context)];
  }
  if (event.state === 'sent') return [answerStep(event, 'accepted', context)];
  return answer === 'no_receipt' ? followSteps(event, context) : [finalStep(event, context)];
}

function holdSteps(event: StoredEvent): TimelineStep[] {
  const hold = holdIn(event.data);
  const facts =
    hold === null
      ? {}
      : {
          eligible_again_at: instantText(hold.untilMs),
          released_at: instantText(hold.releaseAtMs),
          source: shownRule(hold.source),
        };
  const step = { kind: 'hold', actor: 'policy', result: 'wait', atMs: event.atMs, state: 'held' } as const;
  return [stepOf({ ...step, code: event.reason, facts })];
}

function answerStep(event: StoredEvent, answer: string, context: HistoryContext): TimelineStep {
  const provider = context.providerOf(event.attempt);
  const raw = event.data?.raw ?? null;
  const reference = event.ref === null ? null : event.ref.slice(event.ref.indexOf(':') + 1);
  const facts = { answer, provider, attempt: event.attempt, raw, reference };
  const state = event.data?.overtaken === true ? null : event.state;
  const step = { actor: 'provider', atMs: event.atMs, state } as const;
  if (answer === 'accepted') return stepOf({ ...step, kind: 'attempt.answer', result: 'pass', facts });
  if (answer === 'indeterminate') {
    const unknown = { ...facts, class: context.row.class };
    return stepOf({ ...step, kind: 'attempt.unknown', result: 'unknown', code: event.reason, facts: unknown });
  }
  return stepOf({ ...step, kind: 'attempt.answer', result: 'fail', code: event.reason, facts });
}

/** What follows an answer: another turn, a wait, or the end. */
function followSteps(event: StoredEvent, context: HistoryContext): TimelineStep[] {
  const next = event.data?.next;
  const waited = typeof event.data?.wait_ms === 'number' ? { wait_ms: event.data.wait_ms } : {};
  const step = { actor: 'worker', atMs: event.atMs, state: event.state, code: event.reason } as const;
  if (next === SAME_ROUTE) {
    return [stepOf({ ...step, kind: 'failover', result: 'wait', facts: { same_route: true, ...waited } })];
  }
  if (next === 'next_route') {
    const from = context.providerOf(event.attempt);
    return [stepOf({ ...step, kind: 'failover', result: 'info', facts: { from, ...waited } })];
  }
  return isFinal(event.state) ? [finalStep(event, context)] : [];
}

function receiptSteps(event: StoredEvent, before: MessageState, context: HistoryContext): TimelineStep[] {
  const verdict = event.receiptVerdict;
  const parts = context.parts.filter((part) => part.attempt === event.attempt).length;
  const receipt = stepOf({
    kind: 'receipt',
    actor: 'provider',
    result:
      verdict === 'delivered' ? 'pass' : verdict === 'enroute' ? 'info' : verdict === 'unknown' ? 'unknown' : 'fail',
    atMs: event.atMs,
    code: event.reason,
    facts: {
      verdict,
      provider:
        event.receiptProvider === null
          ? context.providerOf(event.attempt)
          : context.providerName(event.receiptProvider),
      ...(parts > 1 ? { part: event.data?.part ?? null, parts } : {}),
      mapping: event.reason,
      raw: event.receiptRaw,
    },
  });
  if (event.state === before || !isFinal(event.state)) return [receipt];
  return [receipt, event.late ? correctionStep(event, before) : finalStep(event, context)];
}

function correctionStep(event: StoredEvent, before: MessageState): TimelineStep {
  return stepOf({
    kind: 'correction',
    actor: 'provider',
    result: event.state === 'delivered' ? 'pass' : 'fail',
    atMs: event.atMs,
    code: event.reason,
    state: event.state,
    facts: { from: before, to: event.state },
  });
}

const ENDED_BY: Partial<Record<MessageState, TimelineStep['actor']>> = { suppressed: 'policy', unknown: 'sweeper' };

function finalStep(event: StoredEvent, { parts }: HistoryContext): TimelineStep {
  const mine = parts.filter((part) => part.attempt === event.attempt);
  const delivered = mine.filter((part) => part.verdict === 'delivered').length;
  const { state } = event;
  return stepOf({
    kind: 'final',
    actor: event.receiptVerdict !== null ? 'provider' : (ENDED_BY[state] ?? 'worker'),
    result: state === 'delivered' ? 'pass' : state === 'unknown' ? 'unknown' : 'fail',
    atMs: event.atMs,
    code: event.reason,
    state,
    facts: mine.length > 1 ? { parts_delivered: delivered, parts_total: mine.length } : {},
  });
}
