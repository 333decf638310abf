import { describe, expect, it } from 'vitest';
import { createRetryBook } from './retry-book.ts';

function bookAt(start: number) {
  const clock = { nowMs: start };
  return { clock, book: createRetryBook({ nowMs: () => clock.nowMs, fillRandom: () => undefined }) };
}

describe('the budget of retries of a route (reliability section 6)', () => {
  it('is a tenth of its first tries and three, each retry counted once', () => {
    const { book } = bookAt(0);
    expect(book.left(1)).toBe(3);
    for (let one = 0; one < 100; one += 1) book.sent(1);
    expect(book.left(1)).toBe(13);
    for (let one = 0; one < 5; one += 1) {
      book.granted(1);
      book.sent(1);
    }
    expect(book.left(1)).toBe(8);
    expect(book.left(2)).toBe(3);
  });

  it('never falls below none, and comes back when a minute has passed', () => {
    const { book, clock } = bookAt(1_000);
    for (let one = 0; one < 9; one += 1) book.granted(1);
    expect(book.left(1)).toBe(0);
    clock.nowMs += 30_000;
    expect(book.left(1)).toBe(0);
    clock.nowMs += 30_000;
    expect(book.left(1)).toBe(3);
  });
});
