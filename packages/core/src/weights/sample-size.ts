import type { ExperimentMeasure } from '@signalbox/contracts';
import { alwaysValidWidth } from './always-valid.ts';

const HALVINGS = 200;
// The normal quantile of 80 %: how surely a difference of the wished size is found.
const Z_POWER = 0.8416212335729143;

/** An experiment that is thought of. */
export interface SampleQuestion {
  measure: ExperimentMeasure;
  /** Share of success with the weights in force, 0 to 1. */
  success: number;
  /** Difference to be found: points of success, or a share of what a success costs, 0 to 1. */
  difference: number;
  /** Share of the recipients in the challenger, 0 to 1. */
  share: number;
}

/**
 * Outcomes of both arms that find a difference of this size with 80 % chance, at intervals that may be looked at at any time: as many as bring the width of the interval and
 * the luck of a bad fifth below the difference. One that is larger is found sooner. Recipients with many messages each count for less, and ask for more.
 */
export function sampleFor({ measure, success, difference, share }: SampleQuestion): number {
  const p = Math.min(1 - 1e-4, Math.max(1e-4, success));
  // Of the logarithm of what a success costs, success is what varies.
  const each = measure === 'success' ? p * (1 - p) : (1 - p) / p;
  const wished = measure === 'success' ? difference : Math.log1p(difference);
  const perOutcome = each / share + each / (1 - share);
  let low = 0;
  let high = wished ** 2;
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const variance = (low + high) / 2;
    if (variance > 0 && alwaysValidWidth(variance, wished) + Z_POWER * Math.sqrt(variance) > wished) high = variance;
    else low = variance;
  }
  return Math.ceil(perOutcome / high);
}
