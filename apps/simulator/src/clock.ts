import { performance } from 'node:perf_hooks';

let anchor = Date.now() - performance.now();

/** Milliseconds since 1970 with a fraction down to microseconds; follows the system clock when that is stepped. */
export function nowMs(): number {
  const precise = anchor + performance.now();
  const wall = Date.now();
  if (Math.abs(precise - wall) > 2) {
    anchor = wall - performance.now();
    return wall;
  }
  return precise;
}

/** An ISO 8601 instant in UTC with six decimals: submits of one bind are often less than a millisecond apart. */
export function isoMicros(ms: number): string {
  const whole = Math.floor(ms);
  const micros = Math.floor((ms - whole) * 1000);
  return `${new Date(whole).toISOString().slice(0, -1)}${String(micros).padStart(3, '0')}Z`;
}
