import fc from 'fast-check';
import { expect, test } from 'vitest';
import { oneAtATime } from './one-at-a-time.ts';

test('whoever calls is answered by a run that began after the call, and no two runs overlap, whatever fails between', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }), async (s, fails) => {
      let began = 0;
      let ended = 0;
      const run = oneAtATime(async () => {
        const own = began;
        expect(ended).toBe(own);
        began += 1;
        await s.schedule(Promise.resolve('read'));
        ended += 1;
        if (fails[own % fails.length] === true && own % 2 === 0) throw new Error('cut');
      });
      const calls = fails.map(async (_, index) => {
        await s.schedule(Promise.resolve('call'));
        const before = began;
        await run().catch((error) => expect(String(error)).toBe('Error: cut'));
        expect(ended, `call ${index}`).toBeGreaterThan(before);
      });
      await s.waitFor(Promise.all(calls));
      expect(began).toBe(ended);
    }),
  );
});
