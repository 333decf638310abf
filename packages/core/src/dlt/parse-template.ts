import type { DltTag } from '@signalbox/contracts';
import { TAG_OF_WORD, TAG_RULES } from './tags.ts';
import { normalizeDltText, type Token, tokensOf } from './tokens.ts';

/** One token of the fixed text. Glued is what stands beside a placeholder without a space. Offsets are those of the text of the template. */
export interface FixedRow {
  kind: 'fixed';
  token: Token;
  gluedLeft: boolean;
  gluedRight: boolean;
}

/** A run of adjacent placeholders: `slots` of them, the first one being `number`, counted from 1. */
export interface VariableRow {
  kind: 'variable';
  start: number;
  end: number;
  tag: DltTag;
  slots: number;
  number: number;
  /** Whether the operator's limit holds for all of them. */
  limited: boolean;
}

/** What a template is made of, in order. */
export type TemplateRow = FixedRow | VariableRow;

/** A content template, read once and compared many times. */
export interface DltTemplate {
  /** As registered, line ends and composition made plain. */
  text: string;
  rows: readonly TemplateRow[];
  /** The fixed stretches in order, none empty; `atStart` and `atEnd` tell whether the template begins and ends with one. */
  literals: readonly string[];
  atStart: boolean;
  atEnd: boolean;
  /** UTF-16 units of fixed text that are not white space. */
  fixedLength: number;
  /** The tag of each placeholder, in order; adjacent ones are not merged here. */
  tags: readonly DltTag[];
}

/** A fault of a template, with the place. `refused` are those with which it cannot be compared. */
export interface TemplateFault {
  code:
    | 'unknown_tag'
    | 'tag_spelling'
    | 'tag_count'
    | 'empty'
    | 'no_variable'
    | 'angle_bracket'
    | 'double_space'
    | 'little_text';
  refused: boolean;
  start: number;
  end: number;
  message: string;
}

/** A template that was read, or the faults for which it was not. Faults that refuse nothing come along with it. */
export type ParsedTemplate =
  | { ok: true; template: DltTemplate; faults: TemplateFault[] }
  | { ok: false; faults: TemplateFault[] };

interface Placeholder {
  start: number;
  end: number;
  tag: DltTag;
}

const ANY_PLACEHOLDER = /\{\s*#\s*(?<word>[^{}#]*?)\s*#\s*\}/g;
const TAG_WORDS = [...new Set(TAG_OF_WORD.values())].map((tag) => `{#${tag}#}`).join(', ');
/** One provider asks for about as much fixed text; not confirmed. */
const FIXED_MIN = 10;

/**
 * Reads a template in either notation: the tag in the text (`{#numeric#}`, as Airtel, Jio, Vi and BSNL have it), or `{#var#}` in the text and
 * the tags beside it in the order of the placeholders (SmartPing, Tata). `needsVariable` says whether its kind must have one.
 */
export function parseDltTemplate(
  registered: string,
  beside: readonly DltTag[] | null = null,
  needsVariable = false,
): ParsedTemplate {
  const text = normalizeDltText(registered);
  const faults: TemplateFault[] = [];
  const found = placeholdersOf(text, faults);
  if (text.trim() === '') faults.push(fault('empty', true, 0, text.length, 'The template has no text.'));
  const placeholders = beside === null || beside.length === 0 ? found : withTags(found, beside, text, faults);
  if (faults.some(({ refused }) => refused)) return { ok: false, faults };
  const template = build(text, placeholders);
  return { ok: true, template, faults: [...faults, ...adviceOn(template, needsVariable)] };
}

function fault(
  code: TemplateFault['code'],
  refused: boolean,
  start: number,
  end: number,
  message: string,
): TemplateFault {
  return { code, refused, start, end, message };
}

function placeholdersOf(text: string, faults: TemplateFault[]): Placeholder[] {
  return Array.from(text.matchAll(ANY_PLACEHOLDER)).flatMap(({ 0: written, index: start, groups }) => {
    const word = groups?.word ?? '';
    const end = start + written.length;
    const tag = TAG_OF_WORD.get(word);
    if (tag !== undefined && written === `{#${word}#}`) return [{ start, end, tag }];
    const meant = TAG_OF_WORD.get(word.toLowerCase());
    faults.push(
      meant === undefined
        ? fault(
            'unknown_tag',
            true,
            start,
            end,
            `“${written}” is no placeholder of the ledgers; use one of ${TAG_WORDS}.`,
          )
        : fault('tag_spelling', true, start, end, `Write “${written}” as {#${meant}#}: small letters and no spaces.`),
    );
    return [];
  });
}

function withTags(
  found: readonly Placeholder[],
  beside: readonly DltTag[],
  text: string,
  faults: TemplateFault[],
): Placeholder[] {
  if (beside.length !== found.length) {
    const message = `The text has ${found.length} placeholders and ${beside.length} tags beside it; name one tag for each, in order.`;
    faults.push(fault('tag_count', true, 0, text.length, message));
  }
  // A tag in the text is the newer word: what stands beside it fills in for the untyped ones only.
  return found.map((one, index) => (one.tag === 'var' ? { ...one, tag: beside[index] ?? 'var' } : one));
}

function build(text: string, placeholders: readonly Placeholder[]): DltTemplate {
  const rows: TemplateRow[] = [];
  const literals: string[] = [];
  let at = 0;
  let number = 1;
  for (const [index, one] of placeholders.entries()) {
    addFixed(text, at, one.start, rows, literals);
    const last = rows.at(-1);
    if (index > 0 && one.start === at && last?.kind === 'variable') {
      last.tag = together(last.tag, one.tag);
      last.slots += 1;
      last.limited &&= TAG_RULES[one.tag].limited;
      last.end = one.end;
    } else {
      rows.push({
        kind: 'variable',
        start: one.start,
        end: one.end,
        tag: one.tag,
        slots: 1,
        number,
        limited: TAG_RULES[one.tag].limited,
      });
    }
    number += 1;
    at = one.end;
  }
  addFixed(text, at, text.length, rows, literals);
  for (const [index, row] of rows.entries()) {
    if (row.kind !== 'fixed' || row.token.kind !== 'word') continue;
    row.gluedLeft = rows[index - 1]?.kind === 'variable';
    row.gluedRight = rows[index + 1]?.kind === 'variable';
  }
  return {
    text,
    rows,
    literals,
    atStart: rows[0]?.kind === 'fixed',
    atEnd: rows.at(-1)?.kind === 'fixed',
    fixedLength: literals.join('').replace(/\s/gu, '').length,
    tags: placeholders.map(({ tag }) => tag),
  };
}

function addFixed(text: string, from: number, to: number, rows: TemplateRow[], literals: string[]): void {
  if (from === to) return;
  const literal = text.slice(from, to);
  literals.push(literal);
  for (const token of tokensOf(literal, from)) rows.push({ kind: 'fixed', token, gluedLeft: false, gluedRight: false });
}

/** What adjacent placeholders take together: the wider of the two where one is part of the other, else anything. */
function together(one: DltTag, other: DltTag): DltTag {
  if (one === other && TAG_RULES[one].limited) return one;
  const pair = new Set([one, other]);
  return pair.has('numeric') && pair.has('alphanumeric') ? 'alphanumeric' : 'var';
}

function adviceOn({ text, tags, fixedLength }: DltTemplate, needsVariable: boolean): TemplateFault[] {
  const advice: TemplateFault[] = [];
  for (const { 0: sign, index } of text.matchAll(/[<>]/g)) {
    advice.push(fault('angle_bracket', false, index, index + 1, `Operators take no “${sign}” in a template.`));
  }
  for (const { 0: spaces, index } of text.matchAll(/ {2,}/g)) {
    advice.push(fault('double_space', false, index, index + spaces.length, 'Operators take no two spaces in a row.'));
  }
  if (needsVariable && tags.length === 0) {
    advice.push(fault('no_variable', false, 0, text.length, 'A template of this kind needs a placeholder at least.'));
  }
  if (fixedLength < FIXED_MIN) {
    advice.push(
      fault('little_text', false, 0, text.length, `Less than ${FIXED_MIN} fixed characters: operators may refuse it.`),
    );
  }
  return advice;
}
