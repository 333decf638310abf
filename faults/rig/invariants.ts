import { isFinal, type MessageState } from '@signalbox/contracts';
import { countRefused, type Logs, type StoredMessage, stateOf } from './logs.ts';
import { type Finding, MAX_SUBMITS } from './reconcile.ts';

/** An invariant of reliability section 12 that does not hold. */
export type Breach = Finding & { invariant: string };

// A later receipt may only say more than the state before it.
const STANDING: Partial<Record<MessageState, number>> = { unknown: 0, expired: 1, undelivered: 2, delivered: 3 };
// Claims are stamped by the database, answers by the worker in whole milliseconds.
const CLOCK_TOLERANCE_MS = 5;

/** I-1, I-3, I-4 and I-16, which follow from the stored history alone. */
export function checkHistories({ stored, optOuts }: Logs): Breach[] {
  const optOutOf = new Map(optOuts.map((optOut) => [optOut.to, optOut]));
  return stored.flatMap((message) => {
    const breaches = [
      ...checkOneFinal(message),
      ...checkSubmits(message),
      ...checkTimes(message),
      ...checkOptOut(message, optOutOf.get(message.to)),
    ];
    return breaches.map(([invariant, why]) => ({ invariant, to: message.to, why }));
  });
}

type Broken = [invariant: string, why: string];

/** One final state, reached once; afterwards only receipts that say more. */
function checkOneFinal({ steps }: StoredMessage): Broken[] {
  const broken: Broken[] = [];
  let final: MessageState | undefined;
  for (const [index, step] of steps.entries()) {
    if (step.seq !== index + 1) broken.push(['I-1', `step ${step.seq} follows step ${index}`]);
    if (final !== undefined && step.state !== final) {
      const better = (STANDING[step.state] ?? -1) > (STANDING[final] ?? 9);
      if (!(better && step.late)) broken.push(['I-1', `${final} became ${step.state}`]);
    }
    if (isFinal(step.state)) final = step.state;
  }
  return broken;
}

/** Attempts that may have arrived stay within the class; a further attempt follows a step that asked for it. */
function checkSubmits(message: StoredMessage): Broken[] {
  const broken: Broken[] = [];
  const claimed = message.turns.filter((turn) => turn.claimed);
  const mayHaveArrived = claimed.length - countRefused(message);
  if (mayHaveArrived > MAX_SUBMITS[message.class])
    broken.push(['I-3', `${mayHaveArrived} attempts of a ${message.class} message may have arrived`]);
  for (const turn of claimed) {
    if (turn.n === 1) continue;
    const cause = message.steps.find((step) => step.attempt === turn.n - 1 && step.state === 'queued');
    if (cause === undefined) broken.push(['I-3', `attempt ${turn.n} began and nothing asked for it`]);
    else if (turn.claimedAtMs < cause.atMs - CLOCK_TOLERANCE_MS)
      broken.push(['I-3', `attempt ${turn.n} began before attempt ${turn.n - 1} had ended`]);
  }
  return broken;
}

/** Accepted, then claimed, then answered. */
function checkTimes({ acceptedAtMs, turns, steps }: StoredMessage): Broken[] {
  const broken: Broken[] = [];
  for (const turn of turns) {
    if (turn.claimedAtMs < acceptedAtMs - CLOCK_TOLERANCE_MS)
      broken.push(['I-16', `attempt ${turn.n} was claimed before the message was accepted`]);
    // A turn that was used up without a submission has no answer.
    if (!turn.claimed) continue;
    const early = steps.find(
      (step) => step.attempt === turn.n && step.atMs < turn.claimedAtMs - CLOCK_TOLERANCE_MS && !step.isReceipt,
    );
    if (early) broken.push(['I-16', `the answer to attempt ${turn.n} is older than its claim`]);
  }
  return broken;
}

/** Nothing is claimed after an opt-out was answered, and a message that was not claimed ends suppressed. */
function checkOptOut(
  message: StoredMessage,
  optOut: { classes: string[]; answeredAtMs: number } | undefined,
): Broken[] {
  if (!optOut?.classes.includes(message.class)) return [];
  const late = message.turns.filter((turn) => turn.claimed && turn.claimedAtMs > optOut.answeredAtMs);
  const state = stateOf(message);
  if (late.length > 0) return [['I-4', `claimed after the opt-out, and now ${state}`]];
  return [];
}
