/** Chance of a wrong verdict over the whole time of an experiment: its intervals are those of 95 %. */
const EXPERIMENT_ALPHA = 0.05;

/**
 * Half the width of an interval that holds the truth at every look at once, however often one looks: the mixture sequential probability ratio test turned into an interval
 * (Robbins 1970; Johari, Koomen, Pekelis, Walsh, "Always Valid Inference: Continuous Monitoring of A/B Tests", Operations Research 70(3), 2022). `variance` is that of the
 * estimate now, `spread` the size of difference it is tuned to find; the interval is valid whatever the spread, and narrowest for differences like it. It rests on the estimate
 * being near normal, so ask it from some hundred outcomes on.
 */
export function alwaysValidWidth(variance: number, spread: number): number {
  const prior = spread ** 2;
  const factor = (variance * (variance + prior)) / prior;
  return Math.sqrt(factor * (2 * Math.log(1 / EXPERIMENT_ALPHA) + Math.log((variance + prior) / variance)));
}
