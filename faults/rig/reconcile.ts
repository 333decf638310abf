import { isFinal, type TrafficClass } from '@signalbox/contracts';
import { type CarrierSubmit, countRefused, type Logs, type StoredMessage, stateOf } from './logs.ts';

/** Something that should not be: which message, and what is wrong with it. */
export type Finding = { to: string; why: string };

/** The sets of reliability section 12. */
export type Reconciliation = {
  messages: number;
  attempts: number;
  /** Attempts whose answer was lost. */
  unknown: number;
  lost: Finding[];
  unexpected: Finding[];
  /** Messages a carrier took more than once, by class: allowed only for codes, and never more often than answers were lost. */
  duplicated: Record<TrafficClass, number>;
  /** Those beyond what the class allows. */
  overDuplicated: Finding[];
  /** Asked without an answer, and there all the same. */
  recovered: number;
  phantom: Finding[];
  /** Messages that rightly wait: for a receipt after a lost answer, or for one the carrier has not delivered. */
  waiting: number;
};

/** How often a carrier may take one message, if answers get lost (reliability section 2). */
export const MAX_SUBMITS: Readonly<Record<TrafficClass, number>> = { otp: 2, transactional: 1, marketing: 1 };

// Database, api and simulator share this machine's clock, read in different resolutions.
const CLOCK_TOLERANCE_MS = 5;

/** Compares the three logs of a drained run. Every destination belongs to one message only. */
export function reconcile({ asked, stored, submits }: Logs): Reconciliation {
  const storedBy = new Map(stored.map((message) => [message.to, message]));
  const submitsBy = Map.groupBy(submits, (submit) => submit.destination);
  const result: Reconciliation = {
    messages: stored.length,
    attempts: 0,
    unknown: 0,
    lost: [],
    unexpected: [],
    duplicated: { otp: 0, transactional: 0, marketing: 0 },
    overDuplicated: [],
    recovered: 0,
    phantom: [],
    waiting: 0,
  };
  for (const { to, outcome } of asked) {
    const there = storedBy.has(to);
    if (outcome === 'ok' && !there) result.lost.push({ to, why: 'answered 202 and not stored' });
    if (outcome === 'refused' && there) result.unexpected.push({ to, why: 'refused and stored all the same' });
    if (outcome === 'no_answer' && there) result.recovered += 1;
  }
  const askedFor = new Set(asked.map(({ to }) => to));
  for (const { to } of stored)
    if (!askedFor.has(to)) result.unexpected.push({ to, why: 'stored, and nobody asked for it' });
  for (const to of submitsBy.keys()) {
    if (!storedBy.has(to)) result.unexpected.push({ to, why: 'submitted, but no such message is stored' });
  }
  for (const message of stored) judge(message, submitsBy.get(message.to) ?? [], result);
  if (storedBy.size < stored.length)
    result.unexpected.push({ to: '', why: `${stored.length - storedBy.size} messages are stored twice` });
  return result;
}

function judge(message: StoredMessage, submits: readonly CarrierSubmit[], result: Reconciliation): void {
  const { to } = message;
  const claimed = message.turns.filter((turn) => turn.claimed);
  const taken = submits.filter((submit) => submit.taken && submit.part === 1);
  const lostAnswers = message.steps.filter((step) => step.answer === 'indeterminate').length;
  result.attempts += claimed.length;
  result.unknown += lostAnswers;
  const loss = findLoss(message, submits);
  if (loss !== undefined) result.lost.push({ to, why: loss });
  else if (!isFinal(stateOf(message))) result.waiting += 1;
  for (let part = 1; part <= message.parts; part += 1) {
    const count = submits.filter((submit) => submit.part === part).length;
    if (count > claimed.length)
      result.unexpected.push({ to, why: `part ${part} was submitted ${count} times in ${claimed.length} attempts` });
  }
  const end = message.steps.find(
    (step) => step.state === 'suppressed' || step.state === 'canceled' || step.reason === 'platform.expired',
  );
  const after = end && submits.filter((submit) => submit.atMs > end.atMs + CLOCK_TOLERANCE_MS);
  if (end && after?.length) result.unexpected.push({ to, why: `submitted after it was ${end.state}` });
  if (taken.length > 1) {
    result.duplicated[message.class] += 1;
    const allowed = MAX_SUBMITS[message.class] > 1 ? lostAnswers : 0;
    if (taken.length - 1 > allowed)
      result.overDuplicated.push({ to, why: `taken ${taken.length} times with ${lostAnswers} lost answers` });
  }
  const refused = countRefused(message);
  if (taken.length > claimed.length - refused)
    result.phantom.push({
      to,
      why: `taken ${taken.length} times, ${refused} of ${claimed.length} attempts count as refused`,
    });
}

/** Why a message counts as lost, or undefined. */
function findLoss(message: StoredMessage, submits: readonly CarrierSubmit[]): string | undefined {
  const state = stateOf(message);
  const taken = submits.some((submit) => submit.taken);
  if ((state === 'sent' || state === 'delivered' || state === 'undelivered') && !taken)
    return `stands as ${state}, and no carrier took it`;
  if (isFinal(state)) return undefined;
  const newest = message.steps.at(-1);
  if (state === 'sending' && newest?.next === 'wait_receipt')
    return message.awaited ? undefined : 'waits for a receipt, and no job will look at it again';
  if (state !== 'sent') return `stands as ${state} after the drain`;
  // Acknowledged with 0 the carrier will not send it again. Only the newest submit is one whose answer, and so whose id, is known here.
  const kept = submits.at(-1)?.receipts.some((receipt) => receipt.stat !== 'ENROUTE' && receipt.answers.includes(0));
  return kept ? 'stands as sent, though its receipt was acknowledged' : undefined;
}
