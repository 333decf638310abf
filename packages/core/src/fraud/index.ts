export { type FraudVerdict, hangsOnKnown, isSuspicious, judgeFraud } from './judge-fraud.ts';
export { refusedRange } from './judge-range.ts';
export { type NumberBlocks, numberBlocks } from './number-blocks.ts';
export type { RefusedRange } from './refused-ranges.ts';
export { type SpendWindow, spendWindows } from './spend.ts';
