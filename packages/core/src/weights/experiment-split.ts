import type { ExperimentArm } from '@signalbox/contracts';
import { mix32 } from '../canonical/mix.ts';

const TWO_32 = 4_294_967_296;
const WHOLE = 1000;

/** Recipients of an arm are counted in so many groups: what differs between people shows as a spread between groups. */
export const EXPERIMENT_GROUPS = 32;

/** Where a recipient stands in an experiment. */
export interface ExperimentPlace {
  arm: ExperimentArm;
  /** 0 to 31. */
  group: number;
}

/**
 * The arm and group of a recipient, from its address and the experiment alone, whose id is the key of the hash: it keeps them to the end without being written down, and stands
 * somewhere else in the next experiment.
 */
export function placeInExperiment(address: string, experimentId: string, sharePermille: number): ExperimentPlace {
  let hash = 0x811c9dc5;
  // FNV-1a over both, then the avalanche of MurmurHash3, as draws are made.
  for (const text of [experimentId, address])
    for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  const split = mix32(hash >>> 0);
  return {
    arm: Math.floor((split * WHOLE) / TWO_32) < sharePermille ? 'challenger' : 'control',
    // A value of its own: one made of the same bits would follow the arm.
    group: mix32(split + 0x9e3779b1) % EXPERIMENT_GROUPS,
  };
}
