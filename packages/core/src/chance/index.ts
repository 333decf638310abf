export { normalShare, type ShareInterval, wilson, Z90, Z999 } from './interval.ts';
export { createRandom, type Random } from './random.ts';
