import type { DltMatching } from '@signalbox/contracts';
import { COST, isIgnored, replacementCost } from './costs.ts';
import { nodesOf, type TextNodes } from './nodes.ts';
import type { DltTemplate, FixedRow, TemplateRow, VariableRow } from './parse-template.ts';
import { type ValueFault, ValueReader } from './values.ts';

/** One step of an alignment: what of the text meets what of the template. Offsets are UTF-16 units; `row` is that of the template. */
export interface Step {
  kind: 'equal' | 'ignored' | 'extra' | 'missing' | 'changed' | 'alike' | 'value';
  start: number;
  end: number;
  row: number;
  /** Whether the row of the template is used up by it: not by text that the template has not. */
  advances: boolean;
  /** Of a value: what is wrong with it, or null. */
  fault: ValueFault | null;
}

const LAYERS = 3;
/** Nothing open, text too many, text missing: going on with either costs less than beginning it. */
const [PLAIN, EXTRA, MISSING] = [0, 1, 2] as const;
const KINDS: readonly Step['kind'][] = ['equal', 'ignored', 'extra', 'missing', 'changed', 'alike', 'value'];
const [EQUAL, IGNORED, SURPLUS, LOST, CHANGED, ALIKE, VALUE] = [0, 1, 2, 3, 4, 5, 6] as const;

/**
 * Aligns a text with a template at the least cost: fixed text left to right, each placeholder the text between. A cost of zero is a match. The
 * work grows with the product of both lengths, whatever the template says, so no template of a tenant can make it hang.
 */
export function align(template: DltTemplate, text: string, matching: DltMatching): Step[] {
  return new Aligner(template, text, matching).run();
}

class Aligner {
  readonly #rows: readonly TemplateRow[];
  readonly #text: string;
  readonly #matching: DltMatching;
  readonly #nodes: TextNodes;
  readonly #width: number;
  readonly #costs: Float64Array;
  readonly #cameFrom: Int32Array;
  readonly #moves: Uint8Array;

  constructor(template: DltTemplate, text: string, matching: DltMatching) {
    this.#rows = template.rows;
    this.#text = text;
    this.#matching = matching;
    this.#nodes = nodesOf(text, template);
    this.#width = this.#nodes.offsets.length;
    const cells = (this.#rows.length + 1) * this.#width * LAYERS;
    this.#costs = new Float64Array(cells).fill(Number.POSITIVE_INFINITY);
    this.#cameFrom = new Int32Array(cells).fill(-1);
    this.#moves = new Uint8Array(cells);
  }

  run(): Step[] {
    this.#costs[this.#cell(0, 0, PLAIN)] = 0;
    for (let row = 0; row <= this.#rows.length; row += 1) {
      for (let node = 0; node < this.#width - 1; node += 1) this.#skipText(row, node);
      const at = this.#rows[row];
      if (at?.kind === 'fixed') for (let node = 0; node < this.#width; node += 1) this.#meet(row, node, at);
      else if (at !== undefined) this.#fill(row, at);
    }
    return this.#trace();
  }

  #cell(row: number, node: number, layer: number): number {
    return (row * this.#width + node) * LAYERS + layer;
  }

  #relax(from: number, to: number, cost: number, move: number): void {
    const total = (this.#costs[from] ?? Number.POSITIVE_INFINITY) + cost;
    if (total >= (this.#costs[to] ?? 0)) return;
    this.#costs[to] = total;
    this.#cameFrom[to] = from;
    this.#moves[to] = move;
  }

  /** Text that the template has not. */
  #skipText(row: number, node: number): void {
    const length = (this.#nodes.offsets[node + 1] ?? 0) - (this.#nodes.offsets[node] ?? 0);
    const kind = this.#nodes.kinds[node] ?? 'word';
    const ignored = isIgnored(kind, this.#matching);
    for (let layer = 0; layer < LAYERS; layer += 1) {
      const from = this.#cell(row, node, layer);
      if (ignored) this.#relax(from, this.#cell(row, node + 1, layer), COST.ignored, IGNORED);
      else {
        const opened = layer === EXTRA ? 0 : COST.extra + (kind !== 'word' ? COST.notAtWord : 0);
        this.#relax(from, this.#cell(row, node + 1, EXTRA), opened + COST.extraUnit * length, SURPLUS);
      }
    }
  }

  /** Fixed text: found, replaced or missing. */
  #meet(row: number, node: number, fixed: FixedRow): void {
    const { token } = fixed;
    const offset = this.#nodes.offsets[node] ?? 0;
    const met = this.#endOf(node, offset, fixed);
    const found = this.#nodes.tokenAt[node];
    const replaced = found === undefined || met !== -1 ? null : replacementCost(token, found, this.#matching);
    const behind = found === undefined ? -1 : (this.#nodes.at[found.end] ?? -1);
    const ignored = isIgnored(token.kind, this.#matching);
    for (let layer = 0; layer < LAYERS; layer += 1) {
      const from = this.#cell(row, node, layer);
      if (this.#costs[from] === Number.POSITIVE_INFINITY) continue;
      if (met !== -1) this.#relax(from, this.#cell(row + 1, met, PLAIN), 0, EQUAL);
      if (replaced !== null) {
        const move = replaced === COST.ignored ? IGNORED : replaced === COST.alike ? ALIKE : CHANGED;
        this.#relax(from, this.#cell(row + 1, behind, PLAIN), replaced, move);
      }
      if (ignored) this.#relax(from, this.#cell(row + 1, node, layer), COST.ignored, IGNORED);
      else {
        const opened = layer === MISSING ? 0 : COST.missing + (token.kind !== 'word' ? COST.notAtWord : 0);
        const cost = opened + COST.missingUnit * token.text.length;
        this.#relax(from, this.#cell(row + 1, node, MISSING), cost, LOST);
      }
    }
  }

  /** The node behind the fixed text when it stands at this one, or -1. Beside a placeholder it may be part of a word. */
  #endOf(node: number, offset: number, { token, gluedLeft, gluedRight }: FixedRow): number {
    if (!gluedLeft && !this.#nodes.isEdge[node]) return -1;
    if (!this.#text.startsWith(token.text, offset)) return -1;
    const end = this.#nodes.at[offset + token.text.length] ?? -1;
    return end !== -1 && (gluedRight || this.#nodes.isEdge[end]) ? end : -1;
  }

  /** A placeholder takes any stretch; one that does not fit costs a mark. */
  #fill(row: number, variable: VariableRow): void {
    const { offsets } = this.#nodes;
    const reader = new ValueReader(this.#text, variable, this.#matching);
    for (let node = 0; node < this.#width; node += 1) {
      const from = this.#cheapest(row, node);
      if (this.#costs[from] === Number.POSITIVE_INFINITY) continue;
      const start = offsets[node] ?? 0;
      for (let behind = node; behind < this.#width; behind += 1) {
        const end = offsets[behind] ?? 0;
        this.#relax(
          from,
          this.#cell(row + 1, behind, PLAIN),
          valueCost(reader.faultOf(start, end), end - start),
          VALUE,
        );
      }
    }
  }

  #cheapest(row: number, node: number): number {
    let best = this.#cell(row, node, PLAIN);
    for (const layer of [EXTRA, MISSING]) {
      const cell = this.#cell(row, node, layer);
      if ((this.#costs[cell] ?? 0) < (this.#costs[best] ?? 0)) best = cell;
    }
    return best;
  }

  #trace(): Step[] {
    const steps: Step[] = [];
    let cell = this.#cheapest(this.#rows.length, this.#width - 1);
    while (this.#cameFrom[cell] !== -1) {
      const before = this.#cameFrom[cell] as number;
      steps.push(this.#stepOf(before, cell));
      cell = before;
    }
    return steps.reverse();
  }

  #stepOf(before: number, cell: number): Step {
    const place = (of: number): [number, number] => {
      const flat = Math.floor(of / LAYERS);
      return [Math.floor(flat / this.#width), this.#nodes.offsets[flat % this.#width] ?? 0];
    };
    const [row, start] = place(before);
    const [rowBehind, end] = place(cell);
    const kind = KINDS[this.#moves[cell] ?? 0] ?? 'equal';
    const at = this.#rows[row];
    const fault =
      kind === 'value' && at?.kind === 'variable'
        ? new ValueReader(this.#text, at, this.#matching).faultOf(start, end)
        : null;
    return { kind, start, end, row, advances: rowBehind > row, fault };
  }
}

function valueCost(fault: ValueFault | null, length: number): number {
  if (fault === null) return 0;
  const base = fault === 'too_long' ? COST.tooLong : fault === 'empty' ? COST.empty : COST.wrongKind;
  return base + COST.valueUnit * length;
}
