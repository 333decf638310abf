import type { DltMark, DltMatching, DltPart, DltTag } from '@signalbox/contracts';
import { align, type Step } from './align.ts';
import { markOf } from './marks.ts';
import type { DltTemplate, TemplateRow, VariableRow } from './parse-template.ts';
import { normalizeDltText } from './tokens.ts';

/** What a placeholder got. */
export interface DltValue {
  /** Counted from 1 in the order of the template; adjacent placeholders go by the first. */
  variable: number;
  tag: DltTag;
  text: string;
  start: number;
  end: number;
  /** Longer than some operators take, though not than this one. */
  long: boolean;
}

/** A text laid against a template. Offsets are those of `text`. */
export interface DltAlignment {
  text: string;
  matches: boolean;
  /** Share of the fixed characters, white space aside, that the text has: 0 to 1. */
  score: number;
  parts: DltPart[];
  marks: DltMark[];
  values: DltValue[];
}

/** Compares a text with a template by the rule of an operator: where they differ, how, and what to do. */
export function checkDltText(template: DltTemplate, given: string, matching: DltMatching): DltAlignment {
  const text = normalizeDltText(given);
  const parts: DltPart[] = [];
  const marks: DltMark[] = [];
  const values: DltValue[] = [];
  let kept = 0;
  for (const stretch of stretchesOf(align(template, text, matching))) {
    const { kind, start, end, from, to } = placeOf(stretch, template);
    const found = text.slice(start, end);
    const expected = template.text.slice(from, to);
    if (kind === 'equal') kept += visible(expected);
    const variable = variableOf(stretch, template);
    const mark = markOf(stretch, { text, start, end, from, to, found, expected, variable }, matching);
    if (mark !== null) marks.push(mark);
    parts.push({
      kind: kind === 'alike' ? 'changed' : kind === 'value' ? 'variable' : kind,
      start,
      end,
      found,
      expected,
      variable: variable?.number ?? null,
      tag: variable?.tag ?? null,
      mark: mark === null ? null : marks.length - 1,
    });
    if (variable !== null) {
      const long = variable.limited && found.length > matching.variable_warn_over * variable.slots;
      values.push({ variable: variable.number, tag: variable.tag, text: found, start, end, long });
    }
  }
  const score = template.fixedLength === 0 ? 1 : kept / template.fixedLength;
  return { text, matches: marks.length === 0, score, parts, marks, values };
}

const visible = (text: string): number => text.replace(/\s/gu, '').length;

/** Steps of one kind beside one another, told as one; what is too many, missing or changed right beside one another is one change. */
function stretchesOf(steps: readonly Step[]): Step[][] {
  const stretches: Step[][] = [];
  for (const step of steps) {
    const last = stretches.at(-1);
    if (last?.[0] !== undefined && goesOn(last, step)) last.push(step);
    else stretches.push([step]);
  }
  return stretches;
}

const isRewritten = ({ kind }: Step): boolean => kind === 'extra' || kind === 'missing' || kind === 'changed';

function goesOn(stretch: readonly Step[], step: Step): boolean {
  const last = stretch.at(-1) as Step;
  if (isRewritten(last) && isRewritten(step)) return true;
  return last.kind === step.kind && (step.kind === 'equal' || step.kind === 'ignored');
}

interface Place {
  kind: Step['kind'];
  start: number;
  end: number;
  from: number;
  to: number;
}

function placeOf(stretch: readonly Step[], { rows, text }: DltTemplate): Place {
  const first = stretch[0] as Step;
  const last = stretch.at(-1) as Step;
  const mixed = stretch.some(({ kind }) => kind !== first.kind);
  const edges = stretch.flatMap(({ advances, row }) => (advances ? [edgesOf(rows[row])] : []));
  const nowhere = edgesOf(rows[first.row])?.[0] ?? text.length;
  const from = edges[0]?.[0] ?? nowhere;
  return {
    kind: mixed ? 'changed' : first.kind,
    start: first.start,
    end: last.end,
    from,
    to: edges.at(-1)?.[1] ?? from,
  };
}

function edgesOf(row: TemplateRow | undefined): [number, number] | undefined {
  if (row === undefined) return undefined;
  return row.kind === 'fixed' ? [row.token.start, row.token.end] : [row.start, row.end];
}

function variableOf([first]: readonly Step[], { rows }: DltTemplate): VariableRow | null {
  const row = first?.kind === 'value' ? rows[first.row] : undefined;
  return row?.kind === 'variable' ? row : null;
}
