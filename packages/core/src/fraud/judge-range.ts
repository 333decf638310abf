import type { NumberType } from '../audience/number-plan.ts';
import { REFUSED_CODES, REFUSED_TYPES, type RefusedRange } from './refused-ranges.ts';

/** Why no code goes to a number, by its range in the plan alone; null when one may. */
export function refusedRange(number: { e164: string; type: NumberType }): RefusedRange | null {
  // A code of the world says more than the kind of line its plan names: +881 calls its phones mobile.
  return REFUSED_CODES[number.e164.slice(1, 4)] ?? REFUSED_TYPES[number.type] ?? null;
}
