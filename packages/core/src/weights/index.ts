export { fitWeights, moveWeight } from './fit-weights.ts';
export { isInScope } from './is-in-scope.ts';
export { judgeRamp, type RisingRoute, rampWeights } from './ramp.ts';
