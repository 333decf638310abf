/** A time span in the largest fitting unit: the number to show and the unit's key in the catalogue. */
export interface Span {
  value: number;
  unit: 'ms' | 's' | 'min' | 'h' | 'd';
}

/** Rounds a time span in milliseconds to what a person reads: 840 ms, 2.4 s, 3 min, 5 h, 2 d. */
export function spanOf(ms: number): Span {
  const size = Math.abs(ms);
  if (size < 1000) return { value: Math.round(ms), unit: 'ms' };
  if (size < 60_000) return { value: Math.round(ms / 100) / 10, unit: 's' };
  if (size < 3_600_000) return { value: Math.round(ms / 60_000), unit: 'min' };
  if (size < 172_800_000) return { value: Math.round(ms / 3_600_000), unit: 'h' };
  return { value: Math.round(ms / 86_400_000), unit: 'd' };
}
