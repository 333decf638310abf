export { type CarriedConsent, carryConsents } from './carry-consents.ts';
export { type ConfirmText, confirmText, nearestLocale, PERSON_LOCALES, type PersonLocale } from './confirm-text.ts';
export { type ConsentMark, type ConsentQuestion, consentInForce, MARKETING_PURPOSE } from './consent-in-force.ts';
export { type MemberEvent, type Membership, nextMember } from './next-member.ts';
export { layerOfWish, spansLeft, wishInForce } from './quiet-wish.ts';
