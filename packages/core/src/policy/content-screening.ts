import type { PackEffectOf, ScreeningFact } from '@signalbox/contracts';
import {
  findCards,
  findLinks,
  findPhones,
  foldText,
  type Span,
  type WordScreen,
  wordScreenOf,
} from '../screening/index.ts';
import { type CountryLaw, holdsFor, type LegalRule, type LegalSubject } from './law.ts';
import { linesOf, type Rule } from './rule.ts';

const lines = linesOf('content_screening', 'policy.content_blocked');

/** Nothing goes out whose content breaks a rule: words, links or numbers that must not be there, or words that must and are not. */
export const contentScreeningRule: Rule = {
  rule: 'content_screening',
  stopState: 'suppressed',
  judge: ({ screening }) => (screening === null ? lines.not_applicable : lines.stop),
};

/** The content of a message, as far as it has each. */
export interface ScreenedContent {
  subject: string | null;
  body: string | null;
  html: string | null;
}

type Found = NonNullable<ScreeningFact['found']>;

/**
 * What the rules have against the content of a message: the numbers of cards wherever it goes, and in a text what the law of the recipient's
 * country says. Null when they have nothing. Of several faults the first is told: a card, a word, a link, a phone number, a missing word.
 */
export function judgeContent(
  law: CountryLaw | undefined,
  content: ScreenedContent,
  subject: LegalSubject,
): ScreeningFact | null {
  const card = findCard(content);
  if (card !== null) return { rule: 'screening/cards', version: 1, law: null, missing: null, found: card };
  if (law === undefined || content.body === null) return null;
  const text = content.body;
  for (const rule of [...law.words, ...law.links, ...law.phones]) {
    const found = holdsFor(rule, subject) ? findBy(rule, text, law.country) : null;
    if (found !== null) return { ...basisOf(rule), missing: null, found };
  }
  const lacking = law.wording.find((rule) => holdsFor(rule, subject) && !hasWording(text, rule.effect));
  if (lacking === undefined) return null;
  return { ...basisOf(lacking), missing: { at: lacking.effect.at, anyOf: lacking.effect.anyOf }, found: null };
}

const basisOf = ({ rule, version, law }: LegalRule) => ({ rule, version, law });

/** Cheap to ask of every message: most have no such run of digits. */
const MANY_DIGITS = /\d(?:[ -]?\d){12}/;

function findCard({ subject, body, html }: ScreenedContent): Found | null {
  for (const [field, given] of [
    ['subject', subject],
    ['text', body],
    ['html', html],
  ] as const) {
    if (given === null || !MANY_DIGITS.test(given)) continue;
    // Nobody reads what stands in a tag; blanks keep the places.
    const text = field === 'html' ? given.replaceAll(/<[^<>]*>/g, (tag) => ' '.repeat(tag.length)) : given;
    const [card] = findCards(text);
    if (card !== undefined) return { what: 'card', field, text: hidden(text, card, 4), ...card, list: null };
  }
  return null;
}

function findBy(
  rule: LegalRule<PackEffectOf<'words'> | PackEffectOf<'links'> | PackEffectOf<'phones'>>,
  text: string,
  country: string,
): Found | null {
  const { effect } = rule;
  const told = (
    what: Found['what'],
    span: Span,
    shown = text.slice(span.start, span.end),
    list: string | null = null,
  ) => ({
    ...{ what, list, field: 'text' as const, text: shown.slice(0, SHOWN_MAX) },
    ...{ start: span.start, end: span.end },
  });
  if (effect.kind === 'words') {
    const [hit] = screenOf(rule, effect.lists)(foldText(text));
    return hit === undefined ? null : told('word', hit, undefined, hit.label);
  }
  if (effect.kind === 'links') {
    const link = findLinks(text).find(({ isShortened }) => effect.policy === 'forbidden' || isShortened);
    return link === undefined ? null : told('link', link, link.host);
  }
  const [phone] = findPhones(text, country);
  return phone === undefined ? null : told('phone', phone, hidden(text, phone, 2));
}

const SHOWN_MAX = 60;

/** A number as the evidence shows it: its last digits, for it may be somebody's. */
const hidden = (text: string, { start, end }: Span, shown: number): string =>
  `…${text.slice(start, end).replaceAll(/\D/g, '').slice(-shown)}`;

const screens = new WeakMap<object, WordScreen>();

function screenOf(rule: LegalRule, lists: readonly string[]): WordScreen {
  let screen = screens.get(rule);
  if (screen === undefined) {
    screen = wordScreenOf(lists, rule.exceptions);
    screens.set(rule, screen);
  }
  return screen;
}

const patterns = new WeakMap<object, RegExp>();

function hasWording(text: string, effect: PackEffectOf<'wording'>): boolean {
  let pattern = patterns.get(effect);
  if (pattern === undefined) {
    pattern = patternOf(effect);
    patterns.set(effect, pattern);
  }
  return pattern.test(text.normalize('NFKC'));
}

/** Forms of words as one pattern: `#` is a digit, `*` two to eight characters that are not blank, blanks may be any number of them. */
function patternOf({ at, anyOf }: PackEffectOf<'wording'>): RegExp {
  const forms = anyOf.map((form) =>
    form
      .normalize('NFKC')
      .replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll('#', '\\d')
      .replaceAll('*', '\\S{2,8}?')
      .replaceAll(/\s+/g, '\\s*'),
  );
  const any = `(?:${forms.join('|')})`;
  return new RegExp(at === 'start' ? `^\\s*${any}` : at === 'end' ? `${any}[\\s.!。！]*$` : any, 'iu');
}
