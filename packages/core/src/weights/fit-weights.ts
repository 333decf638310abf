import type { BoundWeight } from '@signalbox/contracts';

const WHOLE = 1000;
const HALVINGS = 80;

/** Where a weight may stand, in thousandths. */
interface Range {
  low: number;
  high: number;
}

/**
 * Thousandths that sum to exactly 1000, as near to the proportions of the targets as the ranges allow: every target is scaled by one number and cut to its range. What
 * rounding leaves goes to the largest. Targets are zero or more; null when no weights in these ranges sum to 1000.
 */
function spread(targets: readonly number[], ranges: readonly Range[]): number[] | null {
  const least = ranges.reduce((sum, range) => sum + range.low, 0);
  const most = ranges.reduce((sum, range) => sum + range.high, 0);
  if (targets.length === 0 || least > WHOLE || most < WHOLE) return null;
  // A target of zero still has a direction: it takes what nobody else may.
  const wanted = targets.map((target) => Math.max(target, 1e-9));
  const cut = (scale: number) => wanted.map((target, index) => clamp(target * scale, ranges[index] as Range));
  let low = 0;
  let high = 1e13;
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = (low + high) / 2;
    if (cut(middle).reduce((sum, value) => sum + value, 0) < WHOLE) low = middle;
    else high = middle;
  }
  const whole = cut(high).map(Math.round);
  settle(whole, ranges);
  return whole;
}

function clamp(value: number, { low, high }: Range): number {
  return Math.min(high, Math.max(low, value));
}

/** Gives what is missing to 1000, or takes what is above, at the largest weights first. */
function settle(whole: number[], ranges: readonly Range[]): void {
  let missing = WHOLE - whole.reduce((sum, value) => sum + value, 0);
  const largest = whole
    .map((value, index) => ({ value, index }))
    .sort((a, b) => b.value - a.value || a.index - b.index);
  for (const { index } of largest) {
    const range = ranges[index] as Range;
    const before = whole[index] as number;
    const after = clamp(before + missing, range);
    whole[index] = after;
    missing -= after - before;
  }
}

/**
 * Weights as near to the targets as locks, floors and ceilings allow, none moved by more than its step. Where new bounds ask for more than the steps give, the bounds win.
 * Null when the bounds cannot sum to 1000.
 */
export function fitWeights(
  current: readonly BoundWeight[],
  targets: readonly number[],
  maxSteps: readonly number[],
): number[] | null {
  const stepped = current.map((one, index): Range => {
    const { low, high } = boundsOf(one);
    const step = maxSteps[index] as number;
    return {
      low: Math.min(high, Math.max(low, one.permille - step)),
      high: Math.max(low, Math.min(high, one.permille + step)),
    };
  });
  return spread(targets, stepped) ?? spread(targets, current.map(boundsOf));
}

function boundsOf(one: BoundWeight): Range {
  if (one.locked) return { low: one.permille, high: one.permille };
  return { low: one.floorPermille, high: one.ceilingPermille };
}

/**
 * The editor's move: one weight is set, the others that are not locked share the difference in proportion, and the sum stays 1000. Floors and ceilings hold; where they do
 * not let the others take the difference, the weight moves as far as they do. Null when the route is locked or not among them.
 */
export function moveWeight(rows: readonly BoundWeight[], routeId: string, permille: number): number[] | null {
  const moved = rows.find((row) => row.routeId === routeId);
  if (moved === undefined || moved.locked) return null;
  const others = rows.filter((row) => row !== moved);
  const sum = (of: (row: BoundWeight) => number) => others.reduce((total, row) => total + of(row), 0);
  const least = WHOLE - sum((row) => (row.locked ? row.permille : row.ceilingPermille));
  const most = WHOLE - sum((row) => (row.locked ? row.permille : row.floorPermille));
  const inside = clamp(Math.round(permille), { low: moved.floorPermille, high: moved.ceilingPermille });
  const value = clamp(inside, { low: Math.max(0, least), high: Math.min(WHOLE, most) });
  const ranges = rows.map((row) => (row === moved ? { low: value, high: value } : boundsOf(row)));
  return spread(
    rows.map((row) => row.permille),
    ranges,
  );
}
