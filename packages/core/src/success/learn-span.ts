import type { SuccessModel } from '@signalbox/contracts';
import { decay } from '../chance/exact-math.ts';
import { addToBins, calibrate } from './calibration.ts';
import { logistic } from './logistic.ts';
import { MODEL_SETTINGS } from './settings.ts';
import { foretell, learnSuccess, type SuccessCell } from './success-model.ts';

/** One span of settled outcomes. */
export interface SpanQuestion {
  /** The newest version. */
  newest: SuccessModel;
  /** The version that was in force when the span began, and so has not seen it; null where there was none. */
  inForce: SuccessModel | null;
  cells: readonly SuccessCell[];
  /** Time since the span before it, milliseconds. */
  passedMs: number;
}

/** The model after a span: its weights learned from the outcomes, its calibration from how they had been foretold. */
export function learnSpan({ newest, inForce, cells, passedMs }: SpanQuestion): SuccessModel {
  const kept = decay(passedMs, MODEL_SETTINGS.halfLifeMs);
  const learned = learnSuccess(newest, cells, kept);
  if (inForce === null) return learned;
  const told = cells.flatMap((cell) => {
    const { logit, isThin } = foretell(inForce, cell, cell.signal);
    const { outcomes, succeeded } = cell;
    return isThin || outcomes === 0 ? [] : [{ foretold: logistic(logit), outcomes, succeeded }];
  });
  const bins = addToBins(newest.bins, told, kept);
  return { ...learned, bins, calibration: calibrate(bins) };
}
