import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carryConsents } from './carry-consents.ts';
import { type ConsentMark, consentInForce } from './consent-in-force.ts';

const entry: fc.Arbitrary<Omit<ConsentMark, 'seq'>> = fc.record({
  purpose: fc.constantFrom('marketing', 'profiling'),
  topic: fc.constantFrom(null, 'sales', 'news'),
  state: fc.constantFrom('granted', 'withdrawn'),
  atMs: fc.nat(6),
});
const ledger = (firstSeq: number) =>
  fc.array(entry, { maxLength: 8 }).map((marks) => marks.map((mark, index) => ({ ...mark, seq: firstSeq + index })));
const questions = fc.record({
  purpose: fc.constantFrom('marketing', 'profiling'),
  topic: fc.constantFrom('sales', 'news', 'unheard'),
});

/** The ledger of the new address after what is carried was recorded as its callers do. */
function moved(old: readonly ConsentMark[], own: readonly ConsentMark[], isSamePerson: boolean): ConsentMark[] {
  const carried = carryConsents(old, own, isSamePerson);
  return [...own, ...carried.map(({ entry, after }, index) => ({ ...entry, atMs: after ? 11 : 10, seq: 100 + index }))];
}

const state = (entries: readonly ConsentMark[], question: { purpose: string; topic: string }) =>
  consentInForce(entries, question)?.state;

describe('what of a ledger goes along to another address', () => {
  it('a yes is there afterwards only where it was there before, or was given by a person who is proven to be the same', () => {
    fc.assert(
      fc.property(ledger(1), ledger(20), fc.boolean(), questions, (old, own, isSamePerson, question) => {
        if (state(moved(old, own, isSamePerson), question) !== 'granted') return;
        expect(state(own, question) === 'granted' || (isSamePerson && state(old, question) === 'granted')).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('a no of either address is a no afterwards', () => {
    fc.assert(
      fc.property(ledger(1), ledger(20), fc.boolean(), questions, (old, own, isSamePerson, question) => {
        if (state(old, question) !== 'withdrawn' && state(own, question) !== 'withdrawn') return;
        expect(state(moved(old, own, isSamePerson), question)).toBe('withdrawn');
      }),
      { numRuns: 2000 },
    );
  });

  it('to an address that said nothing all goes along that the same person said', () => {
    fc.assert(
      fc.property(ledger(1), questions, (old, question) => {
        expect(state(moved(old, [], true), question)).toBe(state(old, question));
      }),
      { numRuns: 2000 },
    );
  });

  it('moved once more it adds no yes', () => {
    fc.assert(
      fc.property(ledger(1), ledger(20), (old, own) => {
        const again = carryConsents(old, moved(old, own, true), true);
        expect(again.filter(({ entry: { state } }) => state === 'granted')).toEqual([]);
      }),
    );
  });
});
