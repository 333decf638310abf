export { BLOCKED, EXCLUSIONS } from './exclusions.ts';
export { type ExplainedStep, sentenceFor } from './sentence-for.ts';
