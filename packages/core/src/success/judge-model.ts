import type { ModelStanding, ScopeRecord, SuccessModel } from '@signalbox/contracts';
import { decay, ln } from '../chance/exact-math.ts';
import { addToBins } from './calibration.ts';
import { NO_DRIFT, watchDrift } from './drift.ts';
import { lossOf, worthOfOutcomes } from './logistic.ts';
import { MODEL_SETTINGS } from './settings.ts';
import { foretell, type SuccessCell } from './success-model.ts';

// The signals would have to be as good and chance strange once in ten thousand spans.
const PROOF = ln(10_000);
const EVIDENCE_MOST = 3 * PROOF;
// One span, with whatever happened in it, proves nothing by itself.
const SPAN_MOST = 2;

/** Nothing was judged yet. */
export const NEW_RECORD: ScopeRecord = {
  outcomes: 0,
  modelLoss: 0,
  signalsLoss: 0,
  evidence: 0,
  bins: [],
  drift: {},
};

/**
 * The record of a scope after one more span, whose outcomes a model foretold that had not seen them. How much likelier they were by the model than by the signals adds up to evidence; it begins anew when the
 * signals get ahead (a likelihood ratio is a bet against them that nobody wins for long by chance: Ville 1939; Page 1954). `passedMs` is the time since the span before.
 */
export function judgeSpan(
  record: ScopeRecord,
  model: SuccessModel,
  cells: readonly SuccessCell[],
  passedMs: number,
): ScopeRecord {
  const kept = decay(passedMs, MODEL_SETTINGS.recordHalfLifeMs);
  const judged = cells
    .filter(({ outcomes }) => outcomes > 0)
    .map((cell) => {
      const { success } = foretell(model, cell, cell.signal);
      const { outcomes, succeeded } = cell;
      const modelLoss = lossOf(success, outcomes, succeeded);
      const signalsLoss = lossOf(cell.signal, outcomes, succeeded);
      return { cell, foretold: success, outcomes, succeeded, modelLoss, signalsLoss };
    });
  const sum = (of: (one: (typeof judged)[number]) => number) => judged.reduce((total, one) => total + of(one), 0);
  const ahead = sum((one) => (one.signalsLoss - one.modelLoss) * (worthOfOutcomes(one.outcomes) / one.outcomes));
  const bounded = Math.max(-SPAN_MOST, Math.min(SPAN_MOST, ahead));
  const drift = { ...record.drift };
  for (const [route, own] of Map.groupBy(judged, ({ cell }) => cell.route)) {
    const outcomes = own.reduce((total, one) => total + one.outcomes, 0);
    const loss = own.reduce((total, one) => total + one.modelLoss, 0) / outcomes;
    drift[route] = watchDrift(drift[route] ?? NO_DRIFT, loss, worthOfOutcomes(outcomes));
  }
  return {
    outcomes: record.outcomes * kept + sum(({ outcomes }) => outcomes),
    modelLoss: record.modelLoss * kept + sum(({ modelLoss }) => modelLoss),
    signalsLoss: record.signalsLoss * kept + sum(({ signalsLoss }) => signalsLoss),
    evidence: Math.min(EVIDENCE_MOST, Math.max(0, record.evidence + bounded)),
    bins: addToBins(record.bins, judged, kept),
    drift,
  };
}

/** What a record says of the model in its scope. */
export function standingOfModel(record: ScopeRecord): ModelStanding {
  if (record.outcomes < MODEL_SETTINGS.outcomesNeeded) return 'gathering';
  if (record.signalsLoss < record.modelLoss) return 'worse';
  return record.evidence >= PROOF && record.modelLoss < record.signalsLoss ? 'proven' : 'not_proven';
}

/** How far the proof has come, 0 to 1. */
export const proofOf = ({ evidence }: ScopeRecord): number => Math.min(1, evidence / PROOF);

/** The routes of a scope whose alarm of drift stands. */
export const driftingIn = ({ drift }: ScopeRecord): string[] =>
  Object.entries(drift).flatMap(([route, { calmLeft }]) => (calmLeft > 0 ? [route] : []));
