import { REASONS, type ReasonCode, type SubmitAnswer, type TrafficClass } from '@signalbox/contracts';
import { ATTEMPTS_MAX, CLASS_RULES, type ClassRule } from './class-rules.ts';

const PATIENT_TRIES = 15;
const WAIT_MAX_MS = 60_000;

/** No receipt came by the time that was agreed on; `after` is what the provider had answered. */
export interface NoReceipt {
  kind: 'no_receipt';
  after: 'accepted' | 'indeterminate';
}

/** The facts of one turn in the life of a message: what the last attempt brought, and what is left. Times in milliseconds. */
export interface StepFacts {
  class: TrafficClass;
  /** Number of the attempt that was answered, 1 for the first. */
  attempt: number;
  /** Attempts of this message that may have reached the phone (see mayHaveArrived), this one included. */
  submits: number;
  /** Tries on this route in a row, this one included. */
  sameRouteTries: number;
  /** Whether a route not tried yet fits the message, be it up or down at the moment (see anyRouteFits). */
  otherRouteFits: boolean;
  /** Since the bytes of this attempt were handed over. */
  elapsedMs: number;
  /** Until the validity of the message ends; zero or less when it has. */
  remainingMs: number;
  /** Retries the route may still be given, see retriesLeft. */
  retriesLeft: number;
  answer: SubmitAnswer | NoReceipt;
}

/** What follows. Waits are milliseconds from now. `final` names the state the message ends in and why. */
export type NextStep =
  | { kind: 'done' }
  | { kind: 'retry_same_route'; afterMs: number }
  | { kind: 'next_route' }
  | { kind: 'wait_receipt'; dueMs: number }
  | { kind: 'final'; state: 'failed' | 'expired' | 'unknown'; reason: ReasonCode };

/**
 * Decides what follows an answer, by the table of classes and the retry column of the reasons. It always comes to an end: refusals are
 * counted, waits end with the validity, and after a lost answer nothing is submitted beyond the limit of the class.
 */
export function nextStep(facts: StepFacts): NextStep {
  const { answer } = facts;
  switch (answer.kind) {
    case 'accepted':
      return { kind: 'done' };
    case 'no_receipt':
      return answer.after === 'accepted'
        ? unknown('platform.no_receipt')
        : afterLostAnswer(facts, 'provider.indeterminate');
    case 'indeterminate':
      return afterLostAnswer(facts, answer.reason);
    case 'throttled':
      return afterThrottle(facts, answer.retryAfterMs);
    case 'unsent':
      return mayGoElsewhere(answer.reason) ? afterUnsent(facts) : giveUp(facts, answer.reason);
    case 'rejected':
      return afterRefusal(facts, answer.reason);
  }
}

const unknown = (reason: ReasonCode): NextStep => ({ kind: 'final', state: 'unknown', reason });

/** True when the bytes of an attempt may be on their way to the phone: it was accepted, or its answer was lost. Such attempts count as submits. */
export function mayHaveArrived(answer: SubmitAnswer): boolean {
  if (answer.kind === 'rejected') return REASONS[answer.reason].retry === 'query';
  return answer.kind === 'accepted' || answer.kind === 'indeterminate';
}

/** Reasons after which the same content to the same address may be tried again. */
function mayGoElsewhere(reason: ReasonCode): boolean {
  const { retry } = REASONS[reason];
  return retry === 'same_route' || retry === 'other_route' || retry === 'query';
}

/** Bytes left and no answer came: a code goes out once more by another route, everything else waits for a receipt and is then called unknown. */
function afterLostAnswer(facts: StepFacts, reason: ReasonCode): NextStep {
  const rule = CLASS_RULES[facts.class];
  const mayResubmit =
    rule.resubmitAfterMs !== null && facts.submits < rule.maxSubmits && facts.otherRouteFits && facts.remainingMs > 0;
  if (mayResubmit && rule.resubmitAfterMs !== null) {
    const waitMs = rule.resubmitAfterMs - facts.elapsedMs;
    if (waitMs <= 0) return { kind: 'next_route' };
    if (waitMs < facts.remainingMs) return { kind: 'wait_receipt', dueMs: waitMs };
  }
  const leftMs = rule.unknownAfterMs - facts.elapsedMs;
  return leftMs > 0 ? { kind: 'wait_receipt', dueMs: leftMs } : unknown(reason);
}

/**
 * Refused for pace: no fault of the route, so it does not count as one. The time the provider named is kept; when that is long, or the tries
 * are many, another route is asked. With no other route the wait is cut to half of what is left of the validity, so that a last try fits in.
 */
function afterThrottle(facts: StepFacts, retryAfterMs: number): NextStep {
  const rule = CLASS_RULES[facts.class];
  const ownMs = waitOf(rule, facts.sameRouteTries);
  const askedMs = Math.max(ownMs, retryAfterMs);
  const tooSlow = askedMs > rule.longestWaitMs || askedMs >= facts.remainingMs;
  const enough = tooSlow || facts.sameRouteTries >= rule.sameRouteTries;
  if (enough && facts.otherRouteFits && facts.remainingMs > 0) return { kind: 'next_route' };
  return retryWithin(facts, Math.min(askedMs, Math.max(ownMs, Math.floor(facts.remainingMs / 2))));
}

/** Nothing left this machine: another route is safe; with none, this one is asked again until the validity ends. */
function afterUnsent(facts: StepFacts): NextStep {
  if (facts.otherRouteFits && facts.remainingMs > 0) return { kind: 'next_route' };
  return retryWithin(facts, waitOf(CLASS_RULES[facts.class], facts.sameRouteTries));
}

function afterRefusal(facts: StepFacts, reason: ReasonCode): NextStep {
  const { retry, party } = REASONS[reason];
  if (retry === 'query') return afterLostAnswer(facts, reason);
  if (!mayGoElsewhere(reason) || facts.attempt >= ATTEMPTS_MAX) return giveUp(facts, reason);
  const rule = CLASS_RULES[facts.class];
  // A phone that is off or full is so on every route (vocabulary section 3: same route later, then another channel).
  const elsewhere = party !== 'recipient' && facts.otherRouteFits && facts.remainingMs > 0;
  if (retry === 'same_route') {
    // Without budget it is the route that fails, not this message: it is left where another fits; alone it is given time and more tries. A phone does not come back within seconds.
    const spent = facts.retriesLeft <= 0 && party !== 'recipient';
    if (spent && elsewhere) return { kind: 'next_route' };
    const afterMs = spent || party === 'recipient' ? rule.longestWaitMs : waitOf(rule, facts.sameRouteTries);
    // A code is better off by another channel soon than by this one late.
    const most = spent && facts.class !== 'otp' ? ATTEMPTS_MAX : rule.sameRouteTries;
    if (facts.sameRouteTries < most && afterMs < facts.remainingMs) return { kind: 'retry_same_route', afterMs };
  }
  return elsewhere ? { kind: 'next_route' } : giveUp(facts, reason);
}

/** Nothing more can be tried. If an earlier answer of this message was lost, it may have arrived: then the outcome is unknown, not failed. */
function giveUp(facts: StepFacts, reason: ReasonCode): NextStep {
  return facts.submits > 0 ? unknown('provider.indeterminate') : { kind: 'final', state: 'failed', reason };
}

function retryWithin(facts: StepFacts, afterMs: number): NextStep {
  if (afterMs < facts.remainingMs) return { kind: 'retry_same_route', afterMs };
  return facts.submits > 0
    ? unknown('provider.indeterminate')
    : { kind: 'final', state: 'expired', reason: 'platform.expired' };
}

/**
 * Wait before try n + 1 on one route: the first wait, then four times as long each time, up to the longest of the class. After many tries it
 * grows on slowly, so that the tries of a long validity stay countable and a wait stays near a tenth of the time already waited.
 */
function waitOf(rule: ClassRule, triesSoFar: number): number {
  const quick = Math.min(rule.firstWaitMs * 4 ** Math.min(Math.max(triesSoFar, 1) - 1, 10), rule.longestWaitMs);
  if (triesSoFar <= PATIENT_TRIES) return quick;
  return Math.min(Math.round((rule.longestWaitMs * triesSoFar) / PATIENT_TRIES), WAIT_MAX_MS);
}
