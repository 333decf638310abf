export { LOOKUP_WAIT_MS, lookupRuleOf, wantsReach } from './rules.ts';
