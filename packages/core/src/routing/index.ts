export { ATTEMPTS_MAX, CLASS_RULES, type ClassRule, receiptWindowMs } from './class-rules.ts';
export { drawOf, pickRoute } from './draw.ts';
export { learnWeights, WEIGHT_SETTINGS, WEIGHT_STEP_MS } from './learn-weights.ts';
export { mayHaveArrived, type NextStep, type NoReceipt, nextStep, type StepFacts } from './next-step.ts';
export { OBJECTIVES, objectiveOf } from './objective.ts';
export { anyRouteFits, planRoutes } from './plan-routes.ts';
export { indexPrefixes, matchPrefixes, type PrefixIndex } from './prefixes.ts';
export { retriesLeft } from './retry-budget.ts';
export { askWhatIf } from './what-if.ts';
