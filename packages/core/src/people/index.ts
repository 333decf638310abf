export { judgeClaims, readClaim, type SignOnJudgement, type SignOnRefusal, type SignOnRules } from './judge-claims.ts';
