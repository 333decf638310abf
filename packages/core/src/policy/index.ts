export { capWindowStart } from './frequency-cap.ts';
export { isGeoOpen } from './geo-permission.ts';
export { type HoursJudgement, type HoursLayer, judgeHours, type OpenSpan } from './hours.ts';
export { judgePolicy, POLICY_RULES } from './judge-policy.ts';
export { type ReleaseFacts, releaseAt } from './release.ts';
