export { type CallToAction, type FoundCall, isListed, linksOf } from './calls-to-action.ts';
export { chainText } from './chain.ts';
export { checkDltText, type DltAlignment, type DltValue } from './check-text.ts';
export {
  type Candidate,
  type Filed,
  findMatch,
  indexTemplates,
  rankTemplates,
  type TemplateIndex,
} from './find-template.ts';
export { bareHeader, isHeader, shownHeader } from './headers.ts';
export {
  type DltEntityBook,
  type DltQuestion,
  type DltTemplateRow,
  fitsKind,
  judgeDlt,
  type Standing,
  unlistedMark,
} from './judge.ts';
export { type DltTemplate, type ParsedTemplate, parseDltTemplate, type TemplateFault } from './parse-template.ts';
export { standingOf } from './standing.ts';
export { TAG_OF_WORD } from './tags.ts';
