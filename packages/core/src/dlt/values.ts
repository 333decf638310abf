import type { DltMatching } from '@signalbox/contracts';
import type { VariableRow } from './parse-template.ts';
import { TAG_RULES } from './tags.ts';

/** What may be wrong with the text in a placeholder. */
export type ValueFault = 'empty' | 'too_long' | 'wrong_kind';

/** Most characters that a run of placeholders takes; infinite for kinds without a limit. */
export function limitOf({ limited, slots }: VariableRow, matching: DltMatching): number {
  return limited ? matching.variable_limit * slots : Number.POSITIVE_INFINITY;
}

/** Judges stretches of one text as values of one placeholder; each character is looked at once. */
export class ValueReader {
  readonly #text: string;
  readonly #rule: (typeof TAG_RULES)[keyof typeof TAG_RULES];
  readonly #limit: number;
  /** How far the characters that may occur go on from each offset. */
  readonly #reach: Int32Array | null;

  constructor(text: string, variable: VariableRow, matching: DltMatching) {
    this.#text = text;
    this.#rule = TAG_RULES[variable.tag];
    this.#limit = limitOf(variable, matching);
    this.#reach = variable.tag === 'var' ? null : reachOf(text, (sign) => this.#rule.takes(sign, matching));
  }

  /** What is wrong with the text from `start` to `end`, or null. */
  faultOf(start: number, end: number): ValueFault | null {
    if (start === end) return 'empty';
    if (this.#reach !== null && (this.#reach[start] ?? 0) < end) return 'wrong_kind';
    if (this.#reach !== null && !this.#rule.isWhole(this.#text.slice(start, end))) return 'wrong_kind';
    return end - start > this.#limit ? 'too_long' : null;
  }
}

function reachOf(text: string, takes: (character: string) => boolean): Int32Array {
  const reach = new Int32Array(text.length + 1);
  reach[text.length] = text.length;
  for (let offset = text.length - 1; offset >= 0; offset -= 1) {
    const unit = text.charCodeAt(offset);
    const isLow = unit >= 0xdc00 && unit <= 0xdfff;
    const character = String.fromCodePoint(text.codePointAt(isLow && offset > 0 ? offset - 1 : offset) ?? unit);
    reach[offset] = takes(character) ? (reach[offset + 1] ?? offset) : offset;
  }
  return reach;
}
