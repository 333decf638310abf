import { exp, ln } from '../chance/exact-math.ts';

// What is foretold is never quite sure: one surprise must not outweigh all else.
const LEAST = 0.001;

/** A share of 0 to 1 as a logit, kept off the ends. */
export const logit = (share: number): number => {
  const inside = Math.min(1 - LEAST, Math.max(LEAST, share));
  return ln(inside / (1 - inside));
};

/** The share a logit stands for. */
export const logistic = (z: number): number => 1 / (1 + exp(-z));

/** The log loss of outcomes that were foretold with a share; the less, the better it was foretold. */
export function lossOf(share: number, outcomes: number, succeeded: number): number {
  const inside = Math.min(1 - LEAST, Math.max(LEAST, share));
  return -(succeeded * ln(inside) + (outcomes - succeeded) * ln(1 - inside));
}

// Outcomes of one cell in ten minutes share their fate: beyond some hundred they tell little more (design effect: Kish 1965).
const CELL_MOST = 200;

/** How many independent outcomes those of one cell and span are worth. */
export const worthOfOutcomes = (outcomes: number): number => outcomes / (1 + outcomes / CELL_MOST);
