import type { BlockFact, FraudFact } from '@signalbox/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hangsOnKnown, isSuspicious, judgeFraud } from './judge-fraud.ts';

const block: fc.Arbitrary<BlockFact> = fc.nat(400).chain((sent) =>
  fc.record({
    rule: fc.constantFrom('near', 'wide'),
    prefix: fc.constantFrom('52551234', '525512'),
    sent: fc.constant(sent),
    converted: fc.nat(sent),
    sinceMs: fc.nat(),
    limitSent: fc.integer({ min: 1, max: 100 }),
    limitPercent: fc.integer({ min: 1, max: 100 }),
  }),
);
const listed: fc.Arbitrary<NonNullable<FraudFact['listed']>> = fc.record({
  id: fc.constant('pfx'),
  prefix: fc.constant('5255'),
  action: fc.constantFrom('block', 'allow'),
  origin: fc.constantFrom('rule', 'person'),
  reason: fc.string(),
  sinceMs: fc.nat(),
  untilMs: fc.option(fc.nat()),
});
const facts: fc.Arbitrary<FraudFact> = fc.record({
  listed: fc.option(listed),
  blocks: fc.array(block, { maxLength: 2 }),
  known: fc.option(fc.boolean()),
});
const sends = (fact: FraudFact): boolean => judgeFraud(fact).kind === 'send';
const by = (origin: 'rule' | 'person', action: 'block' | 'allow') => ({
  ...{ id: 'pfx', prefix: '5255', reason: '', sinceMs: 0, untilMs: null },
  ...{ origin, action },
});

describe('judgeFraud', () => {
  it('closing a prefix by hand stops whatever is known, and allowing one sends whatever was counted', () => {
    fc.assert(
      fc.property(facts, (fact) => {
        expect(sends({ ...fact, listed: by('person', 'block') })).toBe(false);
        expect(sends({ ...fact, listed: by('person', 'allow') })).toBe(true);
      }),
    );
  });

  it('a number that converted before is never worse off, and passes everything that rules find', () => {
    fc.assert(
      fc.property(facts, (fact) => {
        if (sends({ ...fact, known: null })) expect(sends({ ...fact, known: true })).toBe(true);
        if (fact.listed?.origin !== 'person') expect(sends({ ...fact, known: true })).toBe(true);
        expect(sends({ ...fact, known: false })).toBe(sends({ ...fact, known: null }));
      }),
    );
  });

  it('asks whether a number is known exactly when the verdict hangs on it', () => {
    fc.assert(
      fc.property(facts, (fact) => {
        const differs = sends({ ...fact, known: true }) !== sends({ ...fact, known: false });
        expect(hangsOnKnown(fact)).toBe(differs);
      }),
    );
  });

  it('more codes typed never block, and more codes sent never free', () => {
    fc.assert(
      fc.property(block, fc.nat(50), (one, more) => {
        if (isSuspicious({ ...one, converted: one.converted + more })) expect(isSuspicious(one)).toBe(true);
        if (isSuspicious(one)) expect(isSuspicious({ ...one, sent: one.sent + more })).toBe(true);
      }),
    );
  });

  it('names the rule and the prefix that stopped it, the smaller block first', () => {
    const near: BlockFact = {
      ...{ rule: 'near', prefix: '52551234', sent: 11, converted: 2, sinceMs: 0 },
      ...{ limitSent: 10, limitPercent: 20 },
    };
    const wide: BlockFact = { ...near, rule: 'wide', prefix: '525512', sent: 90 };
    const fact: FraudFact = { listed: null, blocks: [near, wide], known: null };
    expect(judgeFraud(fact)).toEqual({ kind: 'block', rule: 'near', prefix: '52551234' });
    expect(judgeFraud({ ...fact, blocks: [{ ...near, converted: 3 }, wide] })).toMatchObject({ rule: 'wide' });
    expect(judgeFraud({ ...fact, blocks: [{ ...near, sent: 10 }] })).toEqual({
      kind: 'send',
      because: 'nothing_found',
    });
  });
});
