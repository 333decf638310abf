import { expect, test } from 'vitest';
import { createCrowding, MOST_CROWDED } from './crowding.ts';

const MINUTE_MS = 60_000;

test('who brings more stands further back, each lane for itself, and nobody further than the last', () => {
  const crowding = createCrowding({ nowMs: () => 0, fillRandom: () => undefined });
  expect(crowding.note(1, 'marketing', 999)).toBe(0);
  expect(crowding.note(1, 'marketing', 1)).toBe(1);
  expect(crowding.note(1, 'marketing', 9000)).toBe(2);
  expect(crowding.note(1, 'marketing', 1e9)).toBe(MOST_CROWDED);
  expect(crowding.levelOf(1, 'transactional')).toBe(0);
  expect(crowding.levelOf(2, 'marketing')).toBe(0);
});

test('a burst is forgotten within a minute, a steady stream is not', () => {
  let nowMs = 0;
  const crowding = createCrowding({ nowMs: () => nowMs, fillRandom: () => undefined });
  crowding.note(1, 'transactional', 50_000);
  nowMs += MINUTE_MS;
  expect(crowding.levelOf(1, 'transactional')).toBe(0);
  for (let second = 0; second < 60; second += 1) {
    nowMs += 1000;
    crowding.note(1, 'transactional', 500);
  }
  expect(crowding.levelOf(1, 'transactional')).toBe(1);
});
