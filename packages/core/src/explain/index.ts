export { BLOCKED, EXCLUSIONS } from './exclusions.ts';
export { followUpText } from './follow-up-text.ts';
export { type ExplainedStep, sentenceFor } from './sentence-for.ts';
