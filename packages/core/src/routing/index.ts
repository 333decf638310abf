export { ATTEMPTS_MAX, CLASS_RULES, type ClassRule, receiptWindowMs } from './class-rules.ts';
export { drawOf, pickRoute } from './draw.ts';
export { mayHaveArrived, type NextStep, type NoReceipt, nextStep, type StepFacts } from './next-step.ts';
export { anyRouteFits, planRoutes } from './plan-routes.ts';
export { indexPrefixes, matchPrefixes, type PrefixIndex } from './prefixes.ts';
