import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { turnFor } from './large-body.ts';

test('large bodies are worked on one a turn of the event loop, in their order, and a small one waits for none of them', async () => {
  const worked: string[] = [];
  const work = async (name: string, bytes: number) => {
    await turnFor(bytes);
    worked.push(name);
  };
  const all = [work('first batch', 20_000), work('second batch', 20_000), work('third batch', 20_000)];
  await turnOfTheLoop();
  expect(worked).toEqual(['first batch']);
  await work('code', 300);
  expect(worked).toEqual(['first batch', 'code']);
  await Promise.all(all);
  expect(worked).toEqual(['first batch', 'code', 'second batch', 'third batch']);
});
