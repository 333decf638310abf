import type { DltMatching } from '@signalbox/contracts';
import { checkDltText, type DltAlignment } from './check-text.ts';
import type { DltTemplate } from './parse-template.ts';
import { normalizeDltText, tokensOf } from './tokens.ts';

/** A template with whatever its owner knows of it beside. */
export interface Filed<Row> {
  row: Row;
  template: DltTemplate;
}

/** A template laid against a text. */
export interface Candidate<Row> extends Filed<Row> {
  alignment: DltAlignment;
}

/** Templates of one entity, ready to be compared by the rule of its operators. */
export interface TemplateIndex<Row> {
  matching: DltMatching;
  /** Those with the most fixed text first: of two that match, the one that says more is meant. */
  filed: readonly Filed<Row>[];
  /** By the pairs of words in their fixed text. */
  byPair: ReadonlyMap<string, readonly number[]>;
  /** How many pairs each template has. */
  pairs: readonly number[];
  /** The fixed stretches of each template without what operators ignore. */
  folded: readonly (readonly string[])[];
}

/** Files templates, so that those like a text are found without laying each of them against it. */
export function indexTemplates<Row>(given: readonly Filed<Row>[], matching: DltMatching): TemplateIndex<Row> {
  const filed = given.toSorted((a, b) => b.template.fixedLength - a.template.fixedLength);
  const byPair = new Map<string, number[]>();
  const pairs = filed.map(({ template }, index) => {
    const own = new Set(template.literals.flatMap(pairsOf));
    for (const pair of own) {
      const known = byPair.get(pair);
      if (known === undefined) byPair.set(pair, [index]);
      else known.push(index);
    }
    return own.size;
  });
  const folded = filed.map(({ template }) => template.literals.map((literal) => fold(literal, matching)));
  return { matching, filed, byPair, pairs, folded };
}

/** The template that a text matches, the one with the most fixed text when it matches several; undefined when it matches none. */
export function findMatch<Row>(
  { filed, folded, matching }: TemplateIndex<Row>,
  given: string,
  may: (row: Row) => boolean = () => true,
): Candidate<Row> | undefined {
  const text = normalizeDltText(given);
  const plain = fold(text, matching);
  for (const [index, one] of filed.entries()) {
    if (!may(one.row) || !canMatch(one.template, folded[index] ?? [], plain)) continue;
    const alignment = checkDltText(one.template, text, matching);
    if (alignment.matches) return { ...one, alignment };
  }
  return undefined;
}

/** The templates that are most like a text, the best first: those that match, then by fewest marks and most fixed text that is there. */
export function rankTemplates<Row>(
  index: TemplateIndex<Row>,
  given: string,
  most: number,
  may: (row: Row) => boolean = () => true,
): Candidate<Row>[] {
  const text = normalizeDltText(given);
  const shares = new Float64Array(index.filed.length);
  for (const pair of new Set(pairsOf(text))) {
    for (const at of index.byPair.get(pair) ?? []) shares[at] = (shares[at] ?? 0) + 1 / (index.pairs[at] ?? 1);
  }
  const order = Array.from(index.filed.keys())
    .filter((at) => may((index.filed[at] as Filed<Row>).row))
    .sort((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0) || a - b)
    .slice(0, most);
  const found = findMatch(index, text, may);
  const laid = order
    .map((at) => index.filed[at] as Filed<Row>)
    .filter(({ row }) => row !== found?.row)
    .map((one): Candidate<Row> => ({ ...one, alignment: checkDltText(one.template, text, index.matching) }))
    .sort((a, b) => b.alignment.score - a.alignment.score || a.alignment.marks.length - b.alignment.marks.length);
  return (found === undefined ? laid : [found, ...laid]).slice(0, most);
}

/** Words in pairs, small letters; a word alone is a pair with nothing, so that the shortest fixed text is found too. */
function pairsOf(text: string): string[] {
  const words = tokensOf(text.toLowerCase()).flatMap((token) => (token.kind === 'word' ? [token.text] : []));
  return words.length === 1 ? [words[0] as string] : words.slice(1).map((word, at) => `${words[at]} ${word}`);
}

/** Whether the fixed text stands in the text in order, at its ends where it has to: what every match has, told in a few nanoseconds. */
function canMatch({ atStart, atEnd }: DltTemplate, literals: readonly string[], text: string): boolean {
  const first = literals[0] ?? '';
  const last = literals.at(-1) ?? '';
  if (atStart && !text.startsWith(first)) return false;
  if (atEnd && !text.endsWith(last)) return false;
  let from = 0;
  for (const literal of literals) {
    const at = text.indexOf(literal, from);
    if (at === -1) return false;
    from = at + literal.length;
  }
  return true;
}

/** A text without what operators ignore. */
function fold(text: string, { ignore_case, ignore_spaces, ignore_punctuation }: DltMatching): string {
  const cased = ignore_case ? text.toLowerCase() : text;
  const joined = ignore_spaces ? cased.replace(/\s/gu, '') : cased;
  return ignore_punctuation ? joined.replace(/[^\p{L}\p{M}\p{N}\s]/gu, '') : joined;
}
