export { type ExperimentPlace, placeInExperiment } from './experiment-split.ts';
export { fitWeights, moveWeight } from './fit-weights.ts';
export { isInScope } from './is-in-scope.ts';
export {
  type ExperimentQuestion,
  type ExperimentVerdict,
  type GroupTally,
  judgeExperiment,
} from './judge-experiment.ts';
export { judgeRamp, type RisingRoute, rampWeights } from './ramp.ts';
export { sampleFor } from './sample-size.ts';
