export { capWindowStart } from './frequency-cap.ts';
export { judgePolicy, POLICY_RULES } from './judge-policy.ts';
