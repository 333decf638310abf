import { exp } from './exact-math.ts';

/** The normal quantiles in use: two-sided 90 %, two-sided 99.9 %. */
export const Z90 = 1.6448536269514722;
export const Z999 = 3.2905267314919255;

/** A share with the ends of its interval, each from 0 to 1. */
export interface ShareInterval {
  share: number;
  low: number;
  high: number;
}

/**
 * The interval of a share by Wilson (1927): right for few trials and for shares near 0 and 1. Counts may be fractions (of faults, of old news).
 * Nothing tried gives 0 to 1.
 */
export function wilson(hits: number, trials: number, z: number): ShareInterval {
  if (trials <= 0) return { share: 0.5, low: 0, high: 1 };
  const share = Math.min(1, Math.max(0, hits / trials));
  const square = (z * z) / trials;
  const middle = (share + square / 2) / (1 + square);
  const half = (z * Math.sqrt((share * (1 - share)) / trials + square / (4 * trials))) / (1 + square);
  return { share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** Of a standard normal, the share below (Abramowitz and Stegun 26.2.17): error below 1e-7. */
export function normalShare(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = (exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series;
  return z >= 0 ? 1 - tail : tail;
}
