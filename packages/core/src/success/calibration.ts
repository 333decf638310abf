import type { ReliabilityBin, SuccessModel } from '@signalbox/contracts';
import { logistic, logit } from './logistic.ts';

// Ranges of half a logit: finer where success is near all or none, as it is for most routes.
const BIN_WIDTH = 0.5;
const BIN_LEAST = -8;
const BIN_MOST = 14;
// Outcomes that the wish to correct nothing is worth.
const PRIOR = 25;
const ROUNDS = 12;
const SLOPES = [0.2, 3] as const;

/** Something that was foretold, 0 to 1, and what came. */
export interface Told {
  foretold: number;
  outcomes: number;
  succeeded: number;
}

/** Bins after so much of what they held has faded (`kept`, 0 to 1) and this was added. */
export function addToBins(bins: readonly ReliabilityBin[], told: readonly Told[], kept: number): ReliabilityBin[] {
  const after = new Map(
    bins.map((bin) => [
      bin.at,
      { at: bin.at, outcomes: bin.outcomes * kept, foretold: bin.foretold * kept, succeeded: bin.succeeded * kept },
    ]),
  );
  for (const { foretold, outcomes, succeeded } of told) {
    const at = Math.min(BIN_MOST, Math.max(BIN_LEAST, Math.round(logit(foretold) / BIN_WIDTH)));
    const bin = after.get(at) ?? { at, outcomes: 0, foretold: 0, succeeded: 0 };
    bin.outcomes += outcomes;
    bin.foretold += foretold * outcomes;
    bin.succeeded += succeeded;
    after.set(at, bin);
  }
  return [...after.values()].filter(({ outcomes }) => outcomes >= 0.01).sort((a, b) => a.at - b.at);
}

/**
 * The correction that makes of what was foretold what came: a logistic curve through the bins (Platt, "Probabilistic Outputs for Support Vector Machines", 1999). It corrects nothing
 * beyond what the outcomes speak for.
 */
export function calibrate(bins: readonly ReliabilityBin[]): SuccessModel['calibration'] {
  let slope = 1;
  let offset = 0;
  const points = bins.map(({ outcomes, foretold, succeeded }) => ({
    z: logit(foretold / outcomes),
    outcomes,
    share: succeeded / outcomes,
  }));
  for (let round = 0; round < ROUNDS; round += 1) {
    let [ga, gb, haa, hab, hbb] = [PRIOR * (slope - 1), PRIOR * offset, PRIOR, 0, PRIOR];
    for (const { z, outcomes, share } of points) {
      const told = logistic(slope * z + offset);
      const weight = outcomes * told * (1 - told);
      const miss = outcomes * (told - share);
      ga += miss * z;
      gb += miss;
      haa += weight * z * z;
      hab += weight * z;
      hbb += weight;
    }
    const determinant = haa * hbb - hab * hab;
    slope = Math.min(SLOPES[1], Math.max(SLOPES[0], slope - (ga * hbb - gb * hab) / determinant));
    offset -= (gb * haa - ga * hab) / determinant;
  }
  return { slope, offset };
}

/** Mean distance between what was foretold and what came over the bins, 0 to 1 (expected calibration error); null without outcomes. */
export function calibrationError(bins: readonly ReliabilityBin[]): number | null {
  const outcomes = bins.reduce((sum, bin) => sum + bin.outcomes, 0);
  if (outcomes === 0) return null;
  return bins.reduce((sum, bin) => sum + Math.abs(bin.foretold - bin.succeeded), 0) / outcomes;
}
