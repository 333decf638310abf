export { capWindowStart } from './frequency-cap.ts';
export { isGeoOpen } from './geo-permission.ts';
export { judgePolicy, POLICY_RULES } from './judge-policy.ts';
