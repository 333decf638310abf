import type { DriftState } from '@signalbox/contracts';

// A mean that rests on less is no measure of what comes.
const LEAST_OUTCOMES = 200;
// What came long ago counts for no more than this many outcomes.
const MEAN_MOST = 5_000;
// How far the loss of an outcome may rise unremarked, and how far the rises may add up. With a loss that varies by 0.66 around its mean, as at a success of nine in ten, chance alone
// gets there about once in e^(2 × 0.1 × 50 / 0.66²) outcomes.
const TOLERATED = 0.1;
const ALARM = 50;
const CALM_OUTCOMES = 1_000;

/** Nothing was seen yet. */
export const NO_DRIFT: DriftState = { outcomes: 0, meanLoss: 0, excess: 0, calmLeft: 0 };

/**
 * The alarm after outcomes whose log loss is on average `loss`: it is raised when losses have run above their mean for too long (Page, "Continuous Inspection Schemes", Biometrika 41, 1954; Hinkley
 * 1971). After an alarm the measure begins anew, and the alarm stands until enough outcomes have passed without another.
 */
export function watchDrift(state: DriftState, loss: number, outcomes: number): DriftState {
  const weight = Math.min(state.outcomes, MEAN_MOST);
  const meanLoss = (state.meanLoss * weight + loss * outcomes) / (weight + outcomes);
  const rise = state.outcomes < LEAST_OUTCOMES ? 0 : outcomes * (loss - state.meanLoss - TOLERATED);
  const excess = Math.max(0, state.excess + rise);
  if (excess > ALARM) return { outcomes, meanLoss: loss, excess: 0, calmLeft: CALM_OUTCOMES };
  return { outcomes: state.outcomes + outcomes, meanLoss, excess, calmLeft: Math.max(0, state.calmLeft - outcomes) };
}
