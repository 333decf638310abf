// ECMA-262 leaves the last bits of Math.exp and Math.log to the engine. What is replayed for years must not depend on it: these two use only
// + - * /, which IEEE 754 fixes to the bit.

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const EXP_LIMIT = 700;

/** e to the power x, the same on every machine to the last bit; relative error below 1e-15. Beyond ±700 it stays at the value there. */
export function exp(x: number): number {
  const clamped = Math.max(-EXP_LIMIT, Math.min(EXP_LIMIT, x));
  const power = Math.round(clamped / (LN2_HIGH + LN2_LOW));
  const rest = clamped - power * LN2_HIGH - power * LN2_LOW;
  // Taylor to degree 14 on |rest| <= ln(2) / 2: the first term left out is below 1e-19.
  let sum = 1;
  for (let term = 14; term >= 1; term -= 1) sum = 1 + (rest / term) * sum;
  return sum * twoTo(power);
}

/** The natural logarithm of a positive number, the same on every machine to the last bit. Throws RangeError for zero, less, or no finite number. */
export function ln(x: number): number {
  if (!(x > 0) || x === Number.POSITIVE_INFINITY) throw new RangeError(`ln: ${x} is not a positive finite number`);
  let mantissa = x;
  let power = 0;
  while (mantissa >= Math.SQRT2) {
    const step = mantissa >= 65_536 ? 16 : 1;
    mantissa /= step === 16 ? 65_536 : 2;
    power += step;
  }
  while (mantissa < Math.SQRT1_2) {
    const step = mantissa < 1 / 65_536 ? 16 : 1;
    mantissa *= step === 16 ? 65_536 : 2;
    power -= step;
  }
  // ln(m) = 2 artanh((m - 1) / (m + 1)), by its series.
  const ratio = (mantissa - 1) / (mantissa + 1);
  const square = ratio * ratio;
  let sum = 0;
  for (let odd = 23; odd >= 1; odd -= 2) sum = sum * square + 1 / odd;
  return power * LN2_HIGH + (2 * ratio * sum + power * LN2_LOW);
}

/** What is left of a count after a time, when half of it is forgotten in each half-life: 2^(-age / halfLife). Ages below zero count as now. */
export function decay(ageMs: number, halfLifeMs: number): number {
  return ageMs <= 0 ? 1 : exp((-(LN2_HIGH + LN2_LOW) * ageMs) / halfLifeMs);
}

function twoTo(power: number): number {
  let result = 1;
  let base = power < 0 ? 0.5 : 2;
  for (let left = Math.abs(power); left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result *= base;
    base *= base;
  }
  return result;
}
