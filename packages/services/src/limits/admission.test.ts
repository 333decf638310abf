import { setTimeout as sleep } from 'node:timers/promises';
import type { Criticality, SignalboxError } from '@signalbox/contracts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Admission, createAdmission } from './admission.ts';

const LEVELS = ['critical_plus', 'critical', 'sheddable_plus', 'sheddable'] as const satisfies readonly Criticality[];
let admission: Admission;

beforeEach(() => {
  admission = createAdmission();
  expect(shed()).toEqual([]);
});

afterEach(() => admission.close());

/** The levels that find no room. */
const shed = (waitedMs?: number): Criticality[] =>
  LEVELS.filter((level) => {
    try {
      admission.assertRoom(level, waitedMs);
      return false;
    } catch (error) {
      expect((error as SignalboxError).code).toBe('overloaded');
      expect((error as SignalboxError).retryAfterSeconds).toBeGreaterThan(0);
      return true;
    }
  });

const blockFor = (ms: number): void => {
  const end = performance.now() + ms;
  while (performance.now() < end);
};

test('what a process does before its first call is no overload, however long it takes', async () => {
  const fresh = createAdmission();
  for (let turn = 0; turn < 4; turn += 1) {
    blockFor(1000);
    await sleep(1);
  }
  expect(() => fresh.assertRoom('sheddable')).not.toThrow();
  fresh.close();
});

test('the longer work waits for its place, the more is shed, from the least important up', () => {
  expect(shed(0)).toEqual([]);
  expect(shed(690)).toEqual([]);
  expect(shed(750)).toEqual(['sheddable']);
  expect(shed(900)).toEqual(['sheddable_plus', 'sheddable']);
  expect(shed(60_000)).toEqual(['critical', 'sheddable_plus', 'sheddable']);
});

test('a process that cannot keep up sheds everything but what must never be shed, and takes all again once it can', async () => {
  for (let turn = 0; turn < 8; turn += 1) {
    blockFor(1500);
    await sleep(1);
  }
  expect(shed()).toEqual(['critical', 'sheddable_plus', 'sheddable']);
  await sleep(5000);
  expect(shed()).toEqual([]);
}, 60_000);

test.each([1000, 5000])('one pause of %d ms refuses nobody: who waited through it is served', async (ms) => {
  await sleep(50);
  blockFor(ms);
  await sleep(1);
  expect(shed()).toEqual([]);
});
