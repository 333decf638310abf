import type { SuccessContext, SuccessModel } from '@signalbox/contracts';
import { type Feature, featuresOf, priorOf } from './features.ts';
import { logistic, logit, worthOfOutcomes } from './logistic.ts';

/** What came of the submissions of one context in one span, and what the signals foretold of them. */
export interface SuccessCell extends SuccessContext {
  /** 0 to 1. */
  signal: number;
  /** Outcomes that say something of the route, and the successes among them; fractions where a fault is shared. */
  outcomes: number;
  succeeded: number;
}

/** What the model foretells of a submission. */
export interface Foretold {
  /** Before it is calibrated. */
  logit: number;
  /** 0 to 1, calibrated; that of the signals where too little is known of the route. */
  success: number;
  isThin: boolean;
}

/** A model that has met nothing: it foretells what the signals do. */
export const NEW_MODEL: SuccessModel = { weights: {}, calibration: { slope: 1, offset: 0 }, bins: [] };

const SWEEPS = 8;
const STEP_MOST = 1;
// Some thirty outcomes at a success of nine in ten: what rests on less is thin, as it is for the signals.
const THIN_BELOW = 2.7;
const FORGOTTEN = 0.02;
const ROUNDING = 1_000_000;

/** What a model foretells of a submission whose success the signals put at `signal`, 0 to 1. Depends on its arguments alone, to the last bit. */
export function foretell({ weights, calibration }: SuccessModel, context: SuccessContext, signal: number): Foretold {
  let added = 0;
  for (const [name, value] of featuresOf(context)) added += (weights[name]?.[0] ?? 0) * value;
  const own = weights[`route ${context.route}`];
  const known = own === undefined ? 0 : own[1] - priorOf('route');
  const raw = logit(signal) + added;
  const isThin = known < THIN_BELOW;
  return { logit: raw, success: isThin ? signal : logistic(calibration.slope * raw + calibration.offset), isThin };
}

/** A cell as it is learned from. */
interface Row {
  features: readonly Feature[];
  /** Where the logit stands. */
  z: number;
  count: number;
  share: number;
}

interface Column {
  mean: number;
  precision: number;
  prior: number;
  at: { row: Row; value: number }[];
}

/**
 * The model after these outcomes: logistic regression on top of the signals, its belief in each weight a normal distribution of its own that is the prior of the next update (Chapelle and Li, "An
 * Empirical Evaluation of Thompson Sampling", NIPS 2011, algorithm 3). `kept` is what is left of what it knew, 0 to 1: the rest is forgotten, so that weights nothing speaks for go back to nothing.
 * An update costs by the cells, not by the messages, and does not depend on their order.
 */
export function learnSuccess(model: SuccessModel, cells: readonly SuccessCell[], kept: number): SuccessModel {
  const rows = rowsOf(cells);
  const columns = new Map<string, Column>();
  for (const [name, [mean, precision]] of Object.entries(model.weights)) {
    columns.set(name, { mean, precision, prior: priorOf(name), at: [] });
  }
  for (const row of rows) {
    for (const [name, value] of row.features) {
      const prior = priorOf(name);
      const column = columns.get(name) ?? { mean: 0, precision: prior, prior, at: [] };
      columns.set(name, column);
      column.at.push({ row, value });
    }
  }
  const ordered = [...columns].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [, column] of ordered) fade(column, kept);
  for (const row of rows) for (const [name, value] of row.features) row.z += (columns.get(name) as Column).mean * value;
  const before = ordered.map(([, { mean }]) => mean);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1)
    ordered.forEach(([, column], index) => {
      climb(column, before[index] as number);
    });
  for (const [, column] of ordered)
    for (const { row, value } of column.at) column.precision += row.count * value * value * spread(row.z);
  const weights = ordered.flatMap(([name, { mean, precision, prior }]) =>
    precision - prior < FORGOTTEN ? [] : [[name, [rounded(mean), rounded(precision)]] as const],
  );
  return { ...model, weights: Object.fromEntries(weights) };
}

const rounded = (value: number): number => Math.round(value * ROUNDING) / ROUNDING;

const spread = (z: number): number => {
  const share = logistic(z);
  return share * (1 - share);
};

const keyOf = (cell: SuccessCell): string =>
  `${cell.route} ${cell.class} ${cell.country} ${cell.network} ${cell.parts} ${cell.sender} ${cell.hour} ${cell.signal} ${cell.outcomes} ${cell.succeeded}`;

const rowsOf = (cells: readonly SuccessCell[]): Row[] =>
  cells
    .filter(({ outcomes }) => outcomes > 0)
    .map((cell) => ({ cell, key: keyOf(cell) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ cell }) => ({
      features: featuresOf(cell),
      z: logit(cell.signal),
      count: worthOfOutcomes(cell.outcomes),
      share: cell.succeeded / cell.outcomes,
    }));

/** What is known loses its force, and the weight goes back towards nothing as far as it rested on that. */
function fade(column: Column, kept: number): void {
  const { mean, precision, prior } = column;
  const after = prior + (precision - prior) * kept;
  column.mean = (mean * precision * kept) / after;
  column.precision = after;
}

/** One step of Newton along one weight. */
function climb(column: Column, before: number): void {
  if (column.at.length === 0) return;
  let slope = column.precision * (column.mean - before);
  let bend = column.precision;
  for (const { row, value } of column.at) {
    const share = logistic(row.z);
    slope += row.count * value * (share - row.share);
    bend += row.count * value * value * share * (1 - share);
  }
  const step = Math.max(-STEP_MOST, Math.min(STEP_MOST, -slope / bend));
  column.mean += step;
  for (const { row, value } of column.at) row.z += step * value;
}
