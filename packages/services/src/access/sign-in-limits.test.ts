import { describe, expect, it } from 'vitest';
import { createSignInLimits } from './sign-in-limits.ts';

const RULE = { window: 60, max: 3 };

describe('limits of calls under /auth', () => {
  it('let so many pass in a window, and say when the next begins', async () => {
    let now = 1_000_000;
    const limits = createSignInLimits(() => now);
    const pass = async () => (await limits.consume('one', RULE)).allowed;
    expect([await pass(), await pass(), await pass(), await pass()]).toEqual([true, true, true, false]);
    now += 20_500;
    expect(await limits.consume('one', RULE)).toEqual({ allowed: false, retryAfter: 40 });
    now += 39_500;
    expect(await pass()).toBe(true);
  });

  it('never refuse who comes less often than the limit, however long', async () => {
    let now = 0;
    const limits = createSignInLimits(() => now);
    for (let calls = 0; calls < 500; calls += 1) {
      expect((await limits.consume('office', RULE)).allowed).toBe(true);
      now += 20_000;
    }
  });

  it('count each address and path for itself, also of calls at once', async () => {
    const limits = createSignInLimits(() => 0);
    const together = await Promise.all(Array.from({ length: 10 }, () => limits.consume('one', RULE)));
    expect(together.filter(({ allowed }) => allowed)).toHaveLength(3);
    expect((await limits.consume('other', RULE)).allowed).toBe(true);
  });

  it('hold a hundred thousand addresses and no more, the newest', async () => {
    let now = 0;
    const limits = createSignInLimits(() => now);
    for (let calls = 0; calls < 3; calls += 1) await limits.consume('first', RULE);
    for (let calls = 0; calls < 99_999; calls += 1) await limits.consume(`address ${calls}`, RULE);
    expect((await limits.consume('first', RULE)).allowed).toBe(false);
    now += 1;
    await limits.consume('one more', RULE);
    expect((await limits.consume('first', RULE)).allowed).toBe(true);
    expect((await limits.consume('one more', { window: 60, max: 1 })).allowed).toBe(false);
  });
});
