import type {
  ExperimentArmResult,
  ExperimentFigure,
  ExperimentGuard,
  ExperimentMeasure,
  ExperimentResult,
  ExperimentStop,
} from '@signalbox/contracts';
import { alwaysValidWidth } from './always-valid.ts';
import { judgeRamp, type RisingRoute } from './ramp.ts';

const PPM = 1_000_000;
const MILLI = 1000;
// Below this an estimate is too far from normal for its interval to be believed.
const LEAST_OUTCOMES = 200;

/** What was counted of one group of recipients, as signals are counted: faults of recipient or content are no outcomes, and success is honest and in time. */
export interface GroupTally {
  /** Outcomes and successes in thousandths. */
  settledMilli: number;
  successMilli: number;
  /** Submissions whose price is known, and what they cost together. */
  priced: number;
  costMicros: number;
}

/** What an experiment is judged by. */
export interface ExperimentQuestion {
  measure: ExperimentMeasure;
  /** The difference it is tuned to find, 0 to 1. */
  difference: number;
  guard: ExperimentGuard;
  maxOutcomes: number;
  control: readonly GroupTally[];
  challenger: readonly GroupTally[];
  /** The routes the challenger gives more to. */
  rising: readonly RisingRoute[];
  isOver: boolean;
}

/** What came of an experiment so far, and why it ends; no stop means that it goes on. */
export interface ExperimentVerdict {
  result: ExperimentResult | null;
  stop: { reason: ExperimentStop; routeId: string | null } | null;
}

/**
 * Judges an experiment. What speaks against a route of the challenger ends it first, then the guardrails of the whole arm, then the decision, then what was set as the most. It
 * may be asked at any time and as often as one likes: every interval holds at all looks together.
 */
export function judgeExperiment(question: ExperimentQuestion): ExperimentVerdict {
  const { guard, rising } = question;
  const result = resultOf(question);
  const hurt = judgeRamp(rising, guard.min_success_ppm);
  if (hurt !== null) return { result, stop: hurt };
  const reason = (result === null ? null : reasonOf(question, result)) ?? (question.isOver ? 'time_reached' : null);
  return { result, stop: reason === null ? null : { reason, routeId: null } };
}

function reasonOf(
  { guard, measure, maxOutcomes }: ExperimentQuestion,
  result: ExperimentResult,
): ExperimentStop | null {
  const { control, challenger, difference, cost_ratio: ratio } = result;
  if (Math.min(control.outcomes, challenger.outcomes) >= LEAST_OUTCOMES) {
    if (difference.high < -guard.max_drop_ppm / PPM) return 'success_drop';
    const bound = guard.max_cost_rise_permille;
    if (bound !== null && ratio !== null && ratio.low > 1 + bound / MILLI) return 'cost_rise';
    const decided = measure === 'success' ? signOf(difference, 0) : ratio === null ? 0 : -signOf(ratio, 1);
    if (decided !== 0) return decided > 0 ? 'challenger_better' : 'control_better';
  }
  return control.outcomes + challenger.outcomes >= maxOutcomes ? 'outcomes_reached' : null;
}

/** On which side of a value an interval lies as a whole; 0 when it holds the value. */
const signOf = ({ low, high }: ExperimentFigure, value: number): number => (low > value ? 1 : high < value ? -1 : 0);

function resultOf({ measure, difference, control, challenger }: ExperimentQuestion): ExperimentResult | null {
  const spreads =
    measure === 'success'
      ? { points: difference, log: Math.log1p(difference) }
      : // Guardrails look at success too, at about the change of success that would move its cost as much.
        { points: difference / 2, log: Math.log1p(difference) };
  const arms = [control, challenger].map(estimate);
  const [one, other] = arms;
  if (one === undefined || other === undefined || one.outcomes === 0 || other.outcomes === 0) return null;
  // Were there no difference, both would have this variance: an arm that has not failed yet is no surer for it.
  const pooled = (one.success * one.outcomes + other.success * other.outcomes) / (one.outcomes + other.outcomes);
  const same = pooled * (1 - pooled) * (1 / one.outcomes + 1 / other.outcomes);
  const variance = Math.max(one.variance + other.variance, same);
  return {
    control: viewArm(one, spreads),
    challenger: viewArm(other, spreads),
    difference: around(other.success - one.success, alwaysValidWidth(variance, spreads.points), [-1, 1]),
    cost_ratio: ratioOf(one, other, spreads.log),
  };
}

interface Estimate {
  outcomes: number;
  success: number;
  variance: number;
  /** Logarithm of what a success costs, with its variance; null where nothing is known of it. */
  logCost: { value: number; variance: number } | null;
}

/**
 * Estimates of one arm. The variance is that between groups of recipients (the jackknife: Tukey 1958), since messages to one person end alike, and at least what single messages
 * would have.
 */
function estimate(groups: readonly GroupTally[]): Estimate {
  const all = sumOf(groups);
  const outcomes = all.settledMilli / MILLI;
  const success = all.settledMilli === 0 ? 0 : all.successMilli / all.settledMilli;
  // A share of none or all is no certainty: one success and one failure more (Agresti, Coull 1998).
  const shrunk = (success * outcomes + 1) / (outcomes + 2);
  const least = outcomes === 0 ? 0 : (shrunk * (1 - shrunk)) / outcomes;
  const shares = leaveOneOut(groups, all).flatMap((rest) =>
    rest.settledMilli === 0 ? [] : [rest.successMilli / rest.settledMilli],
  );
  const logCost = logCostOf(all);
  const logCosts = leaveOneOut(groups, all).flatMap((rest) => logCostOf(rest) ?? []);
  return {
    outcomes,
    success,
    variance: Math.max(jackknife(shares), least),
    logCost: logCost === null ? null : { value: logCost, variance: Math.max(jackknife(logCosts), least / shrunk ** 2) },
  };
}

function logCostOf({ settledMilli, successMilli, priced, costMicros }: GroupTally): number | null {
  if (successMilli === 0 || priced === 0 || costMicros === 0) return null;
  return Math.log(costMicros / priced) - Math.log(successMilli / settledMilli);
}

const sumOf = (groups: readonly GroupTally[]): GroupTally =>
  groups.reduce(
    (sum, one) => ({
      settledMilli: sum.settledMilli + one.settledMilli,
      successMilli: sum.successMilli + one.successMilli,
      priced: sum.priced + one.priced,
      costMicros: sum.costMicros + one.costMicros,
    }),
    { settledMilli: 0, successMilli: 0, priced: 0, costMicros: 0 },
  );

const leaveOneOut = (groups: readonly GroupTally[], all: GroupTally): GroupTally[] =>
  groups.map((one) => ({
    settledMilli: all.settledMilli - one.settledMilli,
    successMilli: all.successMilli - one.successMilli,
    priced: all.priced - one.priced,
    costMicros: all.costMicros - one.costMicros,
  }));

function jackknife(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return (squares * (values.length - 1)) / values.length;
}

function viewArm(arm: Estimate, spreads: { points: number; log: number }): ExperimentArmResult {
  return {
    outcomes: Math.round(arm.outcomes),
    success: around(arm.success, alwaysValidWidth(arm.variance, spreads.points), [0, 1]),
    cost:
      arm.logCost === null ? null : timesAround(arm.logCost.value, alwaysValidWidth(arm.logCost.variance, spreads.log)),
  };
}

function ratioOf(control: Estimate, challenger: Estimate, spread: number): ExperimentFigure | null {
  if (control.logCost === null || challenger.logCost === null) return null;
  const variance = control.logCost.variance + challenger.logCost.variance;
  return timesAround(challenger.logCost.value - control.logCost.value, alwaysValidWidth(variance, spread));
}

const around = (value: number, width: number, [least, most]: [number, number]): ExperimentFigure => ({
  value,
  low: Math.max(least, value - width),
  high: Math.min(most, value + width),
});

const timesAround = (log: number, width: number): ExperimentFigure => ({
  value: Math.exp(log),
  low: Math.exp(log - width),
  high: Math.exp(log + width),
});
