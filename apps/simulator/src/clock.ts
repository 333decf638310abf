import { performance } from 'node:perf_hooks';

let anchor = performance.timeOrigin;

/**
 * Milliseconds since 1970 with a fraction down to microseconds, comparable between processes of one machine to some
 * microseconds; follows the system clock when that is stepped.
 */
export function nowMs(): number {
  const precise = anchor + performance.now();
  const ahead = precise - Date.now();
  if (ahead > -2 && ahead < 3) return precise;
  // Date.now() cuts the fraction off: half a millisecond is the best guess for it.
  anchor += 0.5 - ahead;
  return precise + 0.5 - ahead;
}

/** An ISO 8601 instant in UTC with six decimals: submits of one bind are often less than a millisecond apart. */
export function isoMicros(ms: number): string {
  const whole = Math.floor(ms);
  const micros = Math.floor((ms - whole) * 1000);
  return `${new Date(whole).toISOString().slice(0, -1)}${String(micros).padStart(3, '0')}Z`;
}
