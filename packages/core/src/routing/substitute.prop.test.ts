import type { SubstitutionFacts, SubstitutionRule } from '@signalbox/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { substitute } from './substitute.ts';

const channel = fc.constantFrom('sms' as const, 'email' as const);
const trafficClass = fc.constantFrom('otp' as const, 'transactional' as const, 'marketing' as const);
const country = fc.option(fc.constantFrom('MX', 'IN'));
const template = fc.option(fc.constantFrom('paid', 'code'));
const money = fc.option(
  fc.record({ amount_micros: fc.integer({ min: 0, max: 9 }), currency: fc.constantFrom('USD', 'EUR') }),
);
const rule: fc.Arbitrary<SubstitutionRule> = fc.record({
  key: fc.string(),
  enabled: fc.boolean(),
  from: channel,
  to: channel,
  country,
  class: fc.option(trafficClass),
  template,
  above: money,
});
const facts: fc.Arbitrary<SubstitutionFacts> = fc.record({
  class: trafficClass,
  country,
  template,
  channels: fc.uniqueArray(channel, { minLength: 1 }),
  price: money,
  rules: fc.array(rule, { maxLength: 5 }),
});

/** Facts whose last rule fits, whatever the others are. */
const fitting: fc.Arbitrary<SubstitutionFacts> = facts.map((given) => {
  const [from, to] = given.channels[0] === 'sms' ? (['sms', 'email'] as const) : (['email', 'sms'] as const);
  const last = { key: 'last', enabled: true, from, to, country: null, class: null, template: null, above: null };
  return { ...given, channels: [from, to], rules: [...given.rules, last] };
});

describe('the order of channels', () => {
  it('never gains or loses a channel: nobody is written to where the sender did not', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const moved = substitute(given);
        expect([...(moved?.channels ?? given.channels)].sort()).toEqual([...given.channels].sort());
      }),
    );
  });

  it('is changed only by a rule that is on, names both channels and agrees with all that it asks for', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const moved = substitute(given);
        if (moved === null) return;
        const { rule: by, channels } = moved;
        expect(by.enabled && given.channels[0] === by.from && channels[0] === by.to && by.from !== by.to).toBe(true);
        for (const name of ['country', 'class', 'template'] as const)
          expect([null, given[name]].includes(by[name])).toBe(true);
        if (by.above === null) return;
        expect(given.price?.currency).toBe(by.above.currency);
        expect(given.price?.amount_micros).toBeGreaterThan(by.above.amount_micros);
      }),
    );
  });

  it('is made again from the record alone, which keeps no rule behind the one that held', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const moved = substitute(given);
        if (moved === null) return;
        const rules = given.rules.slice(0, given.rules.indexOf(moved.rule) + 1);
        const record = JSON.parse(JSON.stringify({ ...given, rules })) as SubstitutionFacts;
        expect(substitute(record)).toEqual(moved);
      }),
    );
  });

  it('is decided by the first rule that fits', () => {
    fc.assert(
      fc.property(fitting, rule, (given, later) => {
        const moved = substitute(given);
        expect(moved).not.toBeNull();
        expect(substitute({ ...given, rules: [...given.rules, later] })?.rule).toBe(moved?.rule);
      }),
    );
  });
});
