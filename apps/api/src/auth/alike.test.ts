import { describe, expect, it } from 'vitest';
import { areAlike, tellApart } from './alike.case.ts';

const spread = (from: number, step: number) => Array.from({ length: 30 }, (_, at) => from + ((at * 7) % 30) * step);

describe('A-11: whether times tell', () => {
  it('finds the work that one kind of answer leaves out, also where a busy machine spreads the times', () => {
    expect(tellApart(spread(60, 0.1), spread(2, 0.1))).toBe(1);
    expect(areAlike({ one: spread(60, 0.1), other: spread(2, 0.1) }, 10)).toBe(false);
    expect(areAlike({ one: spread(60, 2), other: spread(2, 2) }, 10)).toBe(false);
  });

  it('takes equal work for equal, however slow or uneven the machine', () => {
    expect(tellApart(spread(60, 0.1), spread(60, 0.1))).toBe(0.5);
    expect(areAlike({ one: spread(60, 20), other: spread(65, 20) }, 10)).toBe(true);
    const [spike, ...rest] = spread(60, 0.1);
    expect(areAlike({ one: [(spike ?? 0) + 4000, ...rest], other: spread(60, 0.1) }, 10)).toBe(true);
  });

  it('lets a difference pass that no network lets through', () => {
    expect(areAlike({ one: spread(60, 0.01), other: spread(61, 0.01) }, 10)).toBe(true);
    expect(areAlike({ one: spread(60, 0.01), other: spread(75, 0.01) }, 10)).toBe(false);
  });
});
