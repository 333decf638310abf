export { canonicalJson } from './canonical-json.ts';
export { hash64, planKey } from './plan-key.ts';
