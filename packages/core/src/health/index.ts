export { BREAKER_SETTINGS, newBreaker, readBreaker, stepBreaker } from './breaker.ts';
export { bucketOf } from './durations.ts';
export { emptyRow } from './empty-row.ts';
export { estimateCells, SIGNAL_SETTINGS } from './estimate-cells.ts';
export { estimateNetworks } from './estimate-networks.ts';
export { findOutliers } from './find-outliers.ts';
export { judgeHonesty } from './judge-honesty.ts';
