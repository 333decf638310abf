import fc from 'fast-check';
import { expect, it } from 'vitest';
import { releaseAt } from './release.ts';

const facts = fc.record({
  untilMs: fc.integer({ min: 0, max: 1e9 }),
  opensForMs: fc.integer({ min: 1, max: 1e9 }),
  expiresAtMs: fc.integer({ min: 1, max: 2e9 }),
  draw: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
});

it('releases inside the opening, within five minutes of its beginning, and before the validity ends where that is possible', () => {
  fc.assert(
    fc.property(facts, ({ untilMs, opensForMs, expiresAtMs, draw }) => {
      const at = releaseAt({ untilMs, thenUntilMs: untilMs + opensForMs, expiresAtMs, draw });
      if (untilMs >= expiresAtMs) {
        expect(at).toBe(expiresAtMs);
        return;
      }
      expect(at).toBeGreaterThanOrEqual(untilMs);
      expect(at).toBeLessThan(Math.min(untilMs + Math.min(300_000, opensForMs), expiresAtMs));
    }),
  );
});

it('spreads what waits for one opening over its first minutes', () => {
  const day = { untilMs: 0, thenUntilMs: 12 * 3_600_000, expiresAtMs: 86_400_000 };
  const draws = Array.from({ length: 1000 }, (_, index) => index * 4_294_967);
  const released = draws.map((draw) => releaseAt({ ...day, draw }));
  for (let minute = 0; minute < 5; minute += 1) {
    const inMinute = released.filter((ms) => Math.floor(ms / 60_000) === minute).length;
    expect(inMinute).toBeGreaterThan(150);
    expect(inMinute).toBeLessThan(250);
  }
});
