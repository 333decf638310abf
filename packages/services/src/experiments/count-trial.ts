import type { SubmitAnswer } from '@signalbox/contracts';
import { convert, type NoReceipt, OBJECTIVES, SIGNAL_SETTINGS } from '@signalbox/core';
import type { Services } from '../context.ts';
import { failedMilliOf, faultMilliOf } from '../learning/fault-share.ts';
import type { NotedClaim, NotedReceipt } from '../learning/noted.ts';
import { baseOf } from '../prices/price-facts.ts';
import type { Trial } from './trial.ts';

const PPM = 1_000_000;
const MILLI = 1000;

/** Counts the answer to a claim for the arm of its recipient, by the rules that signals are counted by. */
export function countAnswer(
  services: Services,
  trial: Trial,
  claim: NotedClaim,
  answer: SubmitAnswer | NoReceipt,
): void {
  const book = services.trials;
  switch (answer.kind) {
    case 'accepted':
    case 'indeterminate': {
      const costMicros = costIn(services, claim, trial.experiment.currency);
      const priced = costMicros === undefined ? {} : { priced: 1, costMicros };
      book.add(trial, claim.claimedAtMs, { accepted: 1, ...priced });
      return;
    }
    case 'rejected':
      book.add(trial, claim.claimedAtMs, { settledMilli: faultMilliOf(answer.reason) });
      return;
    case 'no_receipt':
      book.add(trial, claim.claimedAtMs, { resolved: 1, settledMilli: SIGNAL_SETTINGS.silentMilli });
      return;
  }
}

/** What all parts cost, in the currency of the experiment; undefined where no rate tells. */
function costIn(
  { config, tariffs, world }: Services,
  { workspace, route, message }: NotedClaim,
  currency: string | null,
): number | undefined {
  if (route === undefined || currency === null) return undefined;
  const rates = tariffs.current().ratesOf(workspace, baseOf(config.current(), workspace));
  const micros =
    route.currency === currency
      ? route.priceMicros
      : convert(rates, route.priceMicros, [route.currency, currency], world.nowMs());
  return micros === undefined ? undefined : micros * Math.max(1, message.parts ?? 1);
}

/** Counts a receipt that ended the wait of a submission. A success is in time, and as honest as the receipts of its route. */
export function countReceipt({ knowledge, trials }: Services, trial: Trial, receipt: NotedReceipt): void {
  const { submission } = receipt;
  const counts = { resolved: 1, ...outcomeOf(knowledge, receipt) };
  trials.add(trial, submission.claimedAtMs, counts);
}

function outcomeOf(
  knowledge: Services['knowledge'],
  receipt: NotedReceipt,
): { settledMilli: number; successMilli?: number } {
  const { submission, verdict, atMs } = receipt;
  const { route, class: trafficClass, country, claimedAtMs } = submission;
  if (verdict === 'unknown') return { settledMilli: SIGNAL_SETTINGS.silentMilli };
  if (verdict !== 'delivered') return { settledMilli: failedMilliOf(receipt) };
  const { deadlineMs } = OBJECTIVES[trafficClass];
  if (deadlineMs !== null && atMs - claimedAtMs > deadlineMs) return { settledMilli: MILLI };
  const honest = knowledge.current().of(route, trafficClass, country)?.signal.factorPpm ?? PPM;
  return { settledMilli: MILLI, successMilli: Math.round((honest * MILLI) / PPM) };
}
