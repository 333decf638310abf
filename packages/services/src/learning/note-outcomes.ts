import { HASTY_RECEIPT_MS, isFinal, type MessageState, type SubmitAnswer } from '@signalbox/contracts';
import { convert, type NoReceipt, SIGNAL_SETTINGS } from '@signalbox/core';
import type { Services } from '../context.ts';
import { countAnswer, countReceipt } from '../experiments/count-trial.ts';
import { baseOf } from '../prices/price-facts.ts';
import { shapeOf } from '../success/shape.ts';
import { failedMilliOf, faultMilliOf } from './fault-share.ts';
import type { NotedClaim, NotedReceipt } from './noted.ts';
import type { Submission } from './signal-book.ts';

const MILLI = 1000;

/** The submission a claim is. */
export const submissionOf = ({
  message,
  workspace,
  routeNumber,
  claimedAtMs,
  network,
  trial,
}: NotedClaim): Submission => ({
  workspace,
  route: routeNumber,
  class: message.class,
  country: message.country,
  network: network ?? null,
  claimedAtMs,
  trial,
  shape: shapeOf(message),
  // A text that is sealed.
  expectant: message.sealedBody !== null,
});

/** Counts the answer to a claim, or that the wait after a lost answer ended without a receipt. */
export function noteAnswer(services: Services, claim: NotedClaim, answer: SubmitAnswer | NoReceipt): void {
  // No byte left: it says nothing of the route.
  if (answer.kind === 'unsent') return;
  const submission = submissionOf(claim);
  const page = services.signals.of(submission);
  const outcomes = page.outcomesOf(submission.shape);
  if (submission.trial !== undefined) countAnswer(services, submission.trial, claim, answer);
  switch (answer.kind) {
    case 'accepted':
    case 'indeterminate': {
      const parts = Math.max(1, claim.message.parts ?? 1);
      page.add('accepted');
      outcomes.accepted += 1;
      page.add('parts', parts);
      page.add('costMicros', parts * costOf(services, claim));
      if (submission.expectant) page.add('expectant');
      return;
    }
    case 'rejected': {
      const fault = faultMilliOf(answer.reason);
      page.add('refusedMilli', fault);
      outcomes.settledMilli += fault;
      return;
    }
    case 'throttled':
      page.add('throttled');
      return;
    case 'no_receipt':
      page.add('resolved');
      page.add('silent');
      outcomes.resolved += 1;
      outcomes.settledMilli += SIGNAL_SETTINGS.silentMilli;
      return;
  }
}

/** What a part cost, in the currency of the route, in which its figures are kept; its own price where a rate is missing. */
function costOf({ config, tariffs, world }: Services, { workspace, routeNumber, route }: NotedClaim): number {
  const own = config.current().route(routeNumber);
  if (own === undefined) return 0;
  if (route === undefined) return own.priceMicros;
  const rates = tariffs.current().ratesOf(workspace, baseOf(config.current(), workspace));
  return convert(rates, route.priceMicros, [route.currency, own.currency], world.nowMs()) ?? own.priceMicros;
}

/** Counts a receipt that ended the wait of a submission, and notes the network it names. */
export function noteReceipt(services: Services, receipt: NotedReceipt): void {
  const { signals, networkNotes } = services;
  const { submission, verdict, atMs, named } = receipt;
  if (named !== undefined) networkNotes.note({ workspace: submission.workspace, ...named });
  if (verdict === 'enroute') return;
  if (submission.trial !== undefined) countReceipt(services, submission.trial, receipt);
  const page = signals.of(submission);
  const outcomes = page.outcomesOf(submission.shape);
  page.add('resolved');
  outcomes.resolved += 1;
  const afterMs = Math.max(0, atMs - submission.claimedAtMs);
  if (verdict === 'delivered') {
    page.add('delivered');
    page.time('delivered', afterMs);
    if (submission.expectant && afterMs < HASTY_RECEIPT_MS) page.add('hasty');
    outcomes.settledMilli += MILLI;
    outcomes.successMilli += MILLI;
    return;
  }
  if (verdict === 'unknown') {
    page.add('silent');
    outcomes.settledMilli += SIGNAL_SETTINGS.silentMilli;
    return;
  }
  const fault = failedMilliOf(receipt);
  page.add('failed');
  page.add('failedMilli', fault);
  outcomes.settledMilli += fault;
  page.time('failed', afterMs);
}

/**
 * Whether a receipt says something new of its submission: it ended the message, or told after the wait was over what had come of it. One that
 * corrects another receipt is counted as the first said.
 */
export const isNoted = (before: MessageState, after: MessageState): boolean =>
  before !== after && (!isFinal(before) || before === 'unknown');
