export { calibrationError } from './calibration.ts';
export { partsClassOf, senderFormOf } from './features.ts';
export {
  driftingIn,
  judgeSpan,
  NEW_RECORD,
  proofOf,
  standingOfModel,
} from './judge-model.ts';
export { learnSpan, type SpanQuestion } from './learn-span.ts';
export { lossOf } from './logistic.ts';
export { MODEL_SETTINGS } from './settings.ts';
export { type Foretold, foretell, NEW_MODEL, type SuccessCell } from './success-model.ts';
