import type { DltMatching } from '@signalbox/contracts';
import { looksAlike, type Token, type TokenKind } from './tokens.ts';

/**
 * What each difference costs. Any two marks cost more than one stretch of text too many, and what an operator ignores next to nothing: so one
 * added word never gets two marks, for the alignment with the one is always cheaper. Missing text costs more than a
 * mark of its own, because fixed text that is there should be found: a word too many is told as such and not as words that were lost. A value that
 * does not fit costs less than text too many, for what stands beside a placeholder is more likely part of its value: of `12,34` for a number, nobody would take out `12,`.
 */
export const COST = {
  extra: 10,
  /** Of two places that cost the same, the one that begins with a word is told. */
  notAtWord: 0.00001,
  extraUnit: 0.001,
  missing: 20,
  missingUnit: 1,
  changed: 15,
  alike: 5.1,
  ignored: 0.0001,
  tooLong: 9.5,
  wrongKind: 9.8,
  empty: 12,
  /** Of two values that are wrong alike the shorter one is the likelier. */
  valueUnit: 0.0001,
} as const;

/** Whether the operator makes nothing of a token that is too many or missing. */
export function isIgnored(kind: TokenKind, matching: DltMatching): boolean {
  return (kind === 'space' && matching.ignore_spaces) || (kind === 'sign' && matching.ignore_punctuation);
}

/** What it costs that the text has `found` where the template has `expected`; null when they are no stand-in for one another. */
export function replacementCost(expected: Token, found: Token, matching: DltMatching): number | null {
  if (expected.text.toLowerCase() === found.text.toLowerCase()) return matching.ignore_case ? COST.ignored : COST.alike;
  if (looksAlike(expected.text, found.text)) return isIgnored(expected.kind, matching) ? COST.ignored : COST.alike;
  if (expected.kind !== found.kind) return null;
  if (isIgnored(expected.kind, matching)) return COST.ignored;
  return expected.kind === 'space' ? COST.alike : COST.changed;
}
