import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ConsentMark, consentInForce } from './consent-in-force.ts';

const entry: fc.Arbitrary<Omit<ConsentMark, 'seq'>> = fc.record({
  purpose: fc.constantFrom('marketing', 'profiling'),
  topic: fc.constantFrom(null, 'sales', 'news'),
  state: fc.constantFrom('granted', 'withdrawn'),
  atMs: fc.nat(6),
});
const ledger = fc
  .array(entry, { maxLength: 8 })
  .map((marks) => marks.map((mark, index) => ({ ...mark, seq: index + 1 })));
const topics = fc.constantFrom(undefined, 'sales', 'news', 'unheard');
const marketing = (topic?: string) => ({ purpose: 'marketing', topic });
const isGranted = (entries: readonly ConsentMark[], topic?: string) =>
  consentInForce(entries, marketing(topic))?.state === 'granted';

describe('which entry of the ledger decides', () => {
  it('does not depend on the order in which entries are read', () => {
    fc.assert(
      fc.property(ledger, topics, fc.infiniteStream(fc.nat()), (entries, topic, draws) => {
        const shuffled = entries.map((mark) => ({ mark, draw: draws.next().value })).sort((a, b) => a.draw - b.draw);
        expect(
          consentInForce(
            shuffled.map(({ mark }) => mark),
            marketing(topic),
          ),
        ).toEqual(consentInForce(entries, marketing(topic)));
      }),
    );
  });

  it('a withdrawal of the whole, as new as anything, leaves nothing granted', () => {
    fc.assert(
      fc.property(ledger, topics, (entries, topic) => {
        const last = Math.max(0, ...entries.map(({ atMs }) => atMs));
        const withdrawn = { purpose: 'marketing', topic: null, state: 'withdrawn' as const, atMs: last, seq: 99 };
        expect(isGranted([...entries, withdrawn], topic)).toBe(false);
      }),
    );
  });

  it('a withdrawal never grants, and a grant never withdraws, whenever it was given', () => {
    fc.assert(
      fc.property(ledger, topics, entry, (entries, topic, more) => {
        const before = isGranted(entries, topic);
        const after = isGranted([...entries, { ...more, seq: 99 }], topic);
        if (more.state === 'withdrawn') expect(after && !before).toBe(false);
        else expect(before && !after).toBe(false);
      }),
    );
  });

  it('a topic goes by what was said last about it or about the whole, as the model says', () => {
    fc.assert(
      fc.property(ledger, fc.constantFrom('sales', 'news'), (entries, topic) => {
        const about = entries.filter(
          (one) => one.purpose === 'marketing' && (one.topic === null || one.topic === topic),
        );
        const latest = Math.max(...about.map(({ atMs }) => atMs));
        const last = about.filter(({ atMs }) => atMs === latest);
        const expected = last.length > 0 && last.every(({ state }) => state === 'granted');
        expect(isGranted(entries, topic)).toBe(expected);
      }),
    );
  });

  it('a purpose of another kind says nothing of marketing', () => {
    const other = { purpose: 'profiling', topic: null, state: 'granted' as const, atMs: 1, seq: 1 };
    expect(consentInForce([other], marketing())).toBeNull();
  });
});
