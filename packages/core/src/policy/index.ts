export { type CapShape, type CapWindow, type CounterJudgement, capWindow, judgeCounter } from './cap-window.ts';
export { judgeContent, type ScreenedContent } from './content-screening.ts';
export { COUNTRY_PACKS } from './countries/index.ts';
export { PACK_SOURCES } from './countries/sources.ts';
export { judgeSender, type RegistrySays, senderKindOf } from './country-sender.ts';
export { isGeoOpen } from './geo-permission.ts';
export { type HoursJudgement, type HoursLayer, hoursFactOf, judgeHours, type OpenSpan } from './hours.ts';
export { judgePolicy, POLICY_RULES } from './judge-policy.ts';
export {
  type CountryLaw,
  holdsFor,
  isAnswerable,
  type LegalAnswer,
  type LegalAnswers,
  type LegalRule,
  type LegalSubject,
  legalHours,
  minuteOf,
  readingOf,
  readLaw,
} from './law.ts';
export {
  decidingRegistry,
  REGISTRY_AGAIN_MAX_MS,
  REGISTRY_AGAIN_MS,
  REGISTRY_WAIT_MS,
  registryAllows,
} from './registry.ts';
export { type ReleaseFacts, releaseAt } from './release.ts';
export { type PastMessage, replayCap } from './replay-cap.ts';
export { type FiledSender, standingOfSender, statusOn } from './sender-standing.ts';
export { shownSender, withAffix } from './shown-sender.ts';
