import type { DltFact, GeoFact, HoursFact, PolicyFacts, RegistryFact } from '@signalbox/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgePolicy, POLICY_RULES } from './judge-policy.ts';

const instant = fc.integer({ min: 0, max: 2_000 });
const suppression = fc.record({ id: fc.constant('sup_1'), reason: fc.string(), createdAtMs: instant });
const geo: fc.Arbitrary<GeoFact> = fc.record({
  country: fc.option(fc.constantFrom('MX', 'BR')),
  row: fc.constantFrom('MX', 'BR', 'default'),
  enabled: fc.boolean(),
  channels: fc.option(fc.subarray(['sms', 'email'] as const)),
});
const hours: fc.Arbitrary<HoursFact> = fc.record({
  open: fc.boolean(),
  layer: fc.constantFrom('legal', 'workspace', 'person'),
  rule: fc.constantFrom('country/MX', 'country/default'),
  version: fc.constant(1),
  zone: fc.constant('America/Mexico_City'),
  offsetMinutes: fc.constant(-360),
  zones: fc.constant(12),
  untilMs: fc.option(instant),
  thenUntilMs: fc.option(instant),
  law: fc.constant(null),
});
const law = { confidence: 'confirmed' as const, sources: ['VN-Decree91'] };
const sender: fc.Arbitrary<NonNullable<PolicyFacts['sender']>> = fc.record({
  sender: fc.constant('ACME'),
  rule: fc.constantFrom('law/US.sender', 'law/SA.affix'),
  version: fc.constant(1),
  law: fc.constant(law),
  affix: fc.option(fc.constant({ at: 'end' as const, text: '-AD' })),
});
const screening: fc.Arbitrary<NonNullable<PolicyFacts['screening']>> = fc.record({
  rule: fc.constant('law/VN.label'),
  version: fc.constant(1),
  law: fc.option(fc.constant(law)),
  missing: fc.option(fc.constant({ at: 'start' as const, anyOf: ['[QC]'] })),
  found: fc.constant(null),
});
const dlt: fc.Arbitrary<DltFact> = fc.record({
  entityId: fc.constant('1101000000000000001'),
  header: fc.constant('ACMEIN'),
  templateId: fc.constant('1107000000000000001'),
  templateName: fc.constant('Order'),
  kind: fc.constant('service_implicit'),
  problem: fc.option(
    fc.record({
      code: fc.constantFrom('text_mismatch', 'link_not_listed'),
      operatorCode: fc.constant('633'),
      reason: fc.constantFrom('content.template_mismatch', 'content.url_not_allowed', 'sender.not_registered'),
      mark: fc.constant(null),
      cure: fc.constant('Take out “big ”.'),
    }),
  ),
});
const registry: fc.Arbitrary<RegistryFact> = fc.record({
  key: fc.constant('iys'),
  name: fc.constant('IYS'),
  meaning: fc.constantFrom('blocks', 'permits'),
  answer: fc.option(fc.record({ listed: fc.boolean(), atMs: instant, untilMs: instant })),
  unanswered: fc.constantFrom('hold', 'stop'),
  againAtMs: instant,
});
const facts: fc.Arbitrary<PolicyFacts> = fc.record({
  class: fc.constantFrom('otp', 'transactional', 'marketing'),
  channel: fc.constantFrom('sms', 'email'),
  nowMs: instant,
  expiresAtMs: instant,
  geo: fc.option(geo),
  suppression: fc.option(suppression),
  consent: fc.option(
    fc.record({
      id: fc.constant('cns_1'),
      state: fc.constantFrom('granted', 'withdrawn'),
      source: fc.string(),
      atMs: instant,
    }),
  ),
  template: fc.option(
    fc.record({ key: fc.constant('offer'), version: fc.constant(1), state: fc.constantFrom('paused', 'rejected') }),
  ),
  dlt: fc.option(dlt),
  sender: fc.option(sender),
  screening: fc.option(screening),
  reach: fc.option(
    fc.record({
      reach: fc.constantFrom('absent', 'unknown'),
      atMs: instant,
      does: fc.constantFrom('send', 'stop'),
    }),
  ),
  registries: fc.array(registry, { maxLength: 3 }),
  hours: fc.option(hours),
  cap: fc.option(
    fc.record({
      ...{ ruleId: fc.constant('cap/1'), name: fc.constant(null), limit: fc.nat(5), windowSeconds: fc.constant(3600) },
      ...{
        calendar: fc.constant(null),
        zone: fc.constant(null),
        zoneOf: fc.constant(null),
        gapSeconds: fc.constant(null),
      },
      ...{ kept: fc.constant(0), used: fc.nat(6), granted: fc.boolean(), because: fc.constant(null) },
      ...{ isCountedOnly: fc.constant(false), counted: fc.constant([]) },
      overLimit: fc.constantFrom('drop', 'defer'),
      nextMs: fc.option(instant),
      law: fc.option(fc.constant(law)),
    }),
  ),
  fraud: fc.option(
    fc.record({
      listed: fc.option(
        fc.record({
          id: fc.constant('pfx_1'),
          prefix: fc.constant('5255'),
          action: fc.constantFrom('block', 'allow'),
          origin: fc.constantFrom('rule', 'person'),
          reason: fc.string(),
          sinceMs: instant,
          untilMs: fc.option(instant),
        }),
      ),
      blocks: fc.constant([]),
      known: fc.option(fc.boolean()),
    }),
  ),
  spend: fc.option(
    fc.boolean().map((granted) => ({
      amountMicros: 1,
      currency: 'USD',
      limits: [
        {
          scope: 'workspace' as const,
          windowSeconds: 3600,
          windowStartMs: 0,
          limitMicros: 5,
          currency: 'USD',
          usedMicros: 5,
          granted,
        },
      ],
    })),
  ),
});

const sends = (one: PolicyFacts): boolean => judgePolicy(one).kind === 'send';
const base: PolicyFacts = {
  class: 'marketing',
  channel: 'sms',
  nowMs: 1_000,
  expiresAtMs: 2_000,
  geo: null,
  suppression: null,
  consent: { id: 'cns_1', state: 'granted', source: 'form', atMs: 1 },
  template: null,
  dlt: null,
  sender: null,
  screening: null,
  reach: null,
  registries: [],
  hours: null,
  cap: null,
  fraud: null,
  spend: null,
};
const FULL: NonNullable<PolicyFacts['cap']> = {
  ruleId: 'cap/1',
  name: null,
  limit: 1,
  windowSeconds: 60,
  calendar: null,
  zone: null,
  zoneOf: null,
  gapSeconds: null,
  kept: 0,
  used: 1,
  granted: false,
  because: 'limit',
  overLimit: 'drop',
  nextMs: 1_500,
  isCountedOnly: false,
  counted: [],
  law: null,
};
const LISTED = { id: 'pfx_1', prefix: '5255', reason: 'pumped', sinceMs: 1, untilMs: null };

describe('judgePolicy', () => {
  it('never sends because a suppression was added', () => {
    fc.assert(
      fc.property(facts, suppression, (one, added) => {
        expect(sends({ ...one, suppression: added })).toBe(false);
      }),
    );
  });

  it('never sends because a consent was removed or withdrawn', () => {
    fc.assert(
      fc.property(facts, (one) => {
        for (const consent of [null, { id: 'cns_2', state: 'withdrawn' as const, source: '', atMs: 1 }]) {
          if (sends({ ...one, consent })) expect(sends(one)).toBe(true);
          if (one.class === 'marketing') expect(sends({ ...one, consent })).toBe(false);
        }
      }),
    );
  });

  it('never sends because a country or a channel was closed, whatever the class; closing a country closes no mail', () => {
    fc.assert(
      fc.property(facts, geo, (one, said) => {
        if (sends({ ...one, geo: said })) expect(sends({ ...one, geo: null })).toBe(true);
        const closed = { ...one, geo: { ...said, enabled: false } };
        if (one.channel === 'sms') expect(sends(closed)).toBe(false);
        else expect(sends(closed)).toBe(sends({ ...one, geo: said }));
        expect(sends({ ...one, geo: { ...said, channels: [] } })).toBe(false);
      }),
    );
  });

  it('never sends because a registry was added, nor marketing by one that says no or nothing; codes and transactional texts are not asked', () => {
    fc.assert(
      fc.property(facts, registry, fc.nat(3), (one, added, at) => {
        const more = { ...one, registries: one.registries.toSpliced(at, 0, added) };
        if (one.class !== 'marketing') {
          expect(judgePolicy(more).kind).toBe(judgePolicy(one).kind);
          return;
        }
        if (sends(more)) expect(sends(one)).toBe(true);
        const allows = added.answer !== null && added.answer.listed === (added.meaning === 'permits');
        if (!allows) expect(sends(more)).toBe(false);
        else expect(sends({ ...base, registries: [added] })).toBe(true);
        if (judgePolicy(one).kind === 'stop') expect(judgePolicy(more).kind).toBe('stop');
      }),
    );
    const silent: RegistryFact = {
      ...{ key: 'iys', name: 'IYS', meaning: 'permits', answer: null, unanswered: 'hold', againAtMs: 1_500 },
    };
    const of = (...registries: RegistryFact[]) => judgePolicy({ ...base, registries });
    expect(of(silent)).toMatchObject({ kind: 'hold', untilMs: 1_500, reason: 'policy.registry_unanswered' });
    expect(of({ ...silent, unanswered: 'stop' })).toMatchObject({ kind: 'stop', reason: 'policy.registry_unanswered' });
    const no = { ...silent, answer: { listed: false, atMs: 1, untilMs: 9 } };
    expect(of(silent, no)).toMatchObject({ kind: 'stop', state: 'suppressed', reason: 'policy.registry_blocked' });
  });

  it('sends nothing to a phone that is out of reach or nobody’s where the rule says stop, and lets nothing else hang on it', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom('absent' as const, 'unknown' as const), (one, reach) => {
        expect(sends({ ...one, reach: { reach, atMs: 1, does: 'stop' } })).toBe(false);
        expect(sends({ ...one, reach: { reach, atMs: 1, does: 'send' } })).toBe(sends({ ...one, reach: null }));
      }),
    );
    const verdict = judgePolicy({ ...base, reach: { reach: 'unknown', atMs: 1, does: 'stop' } });
    expect(verdict).toMatchObject({ kind: 'stop', reason: 'recipient.unknown' });
  });

  it('sends nothing but codes outside the hours, and holds only what no rule stops: until they open, or not at all when they never do', () => {
    fc.assert(
      fc.property(facts, hours, (one, said) => {
        const within = judgePolicy({ ...one, hours: { ...said, open: true } });
        const outside = judgePolicy({ ...one, hours: { ...said, open: false } });
        expect(sends({ ...one, hours: null })).toBe(within.kind === 'send');
        if (one.class === 'otp') expect(outside.kind).toBe(within.kind);
        else if (within.kind === 'stop') expect(outside).toMatchObject({ kind: 'stop' });
        else if (said.untilMs === null) {
          expect(outside).toMatchObject({ kind: 'stop', state: 'suppressed', reason: 'policy.quiet_hours' });
        } else {
          expect(outside).toMatchObject({ kind: 'hold', untilMs: said.untilMs, reason: 'policy.quiet_hours' });
        }
      }),
    );
  });

  it('never sends nor holds what came on the suppression list meanwhile', () => {
    fc.assert(
      fc.property(facts, suppression, (one, added) => {
        expect(judgePolicy({ ...one, suppression: added }).kind).toBe('stop');
      }),
    );
  });

  it('never sends because time passed, or because a cap was not granted', () => {
    fc.assert(
      fc.property(facts, fc.nat(1000), (one, later) => {
        if (sends({ ...one, nowMs: one.nowMs + later })) expect(sends(one)).toBe(true);
        if (one.cap !== null) expect(sends({ ...one, cap: { ...one.cap, granted: false } })).toBe(false);
      }),
    );
  });

  it('never sends because a range was closed, or because money was not granted', () => {
    fc.assert(
      fc.property(facts, (one) => {
        const listed = { ...LISTED, action: 'block' as const, origin: 'person' as const };
        expect(sends({ ...one, fraud: { listed, blocks: [], known: true } })).toBe(false);
        if (one.spend === null) return;
        const refused = one.spend.limits.map((limit) => ({ ...limit, granted: false }));
        expect(sends({ ...one, spend: { ...one.spend, limits: refused } })).toBe(false);
      }),
    );
  });

  it('never sends because a rule of the country came to be broken, whatever the class', () => {
    fc.assert(
      fc.property(facts, sender, screening, (one, ofSender, ofContent) => {
        expect(judgePolicy({ ...one, sender: ofSender }).kind).toBe('stop');
        expect(judgePolicy({ ...one, screening: ofContent }).kind).toBe('stop');
      }),
    );
  });

  it('leaves one line for every rule, in order, also after a stop', () => {
    fc.assert(
      fc.property(facts, (one) => {
        const { trace } = judgePolicy(one);
        expect(trace.map((line) => line.rule)).toEqual(POLICY_RULES.map((rule) => rule.rule));
        for (const line of trace) expect(line.reason !== null).toBe(line.result === 'stop' || line.result === 'hold');
      }),
    );
  });

  it('sends exactly when no line stops or holds, and names the first that stops', () => {
    fc.assert(
      fc.property(facts, (one) => {
        const verdict = judgePolicy(one);
        const stop = verdict.trace.find((line) => line.result === 'stop');
        const hold = verdict.trace.some((line) => line.result === 'hold');
        expect(verdict.kind).toBe(stop !== undefined ? 'stop' : hold ? 'hold' : 'send');
        if (verdict.kind === 'stop') expect(verdict.reason).toBe(stop?.reason);
      }),
    );
  });

  it.each([
    ['an expired message', { ...base, expiresAtMs: 1_000 }, 'expired', 'platform.expired'],
    [
      'a suppressed address',
      { ...base, suppression: { id: 's', reason: 'STOP', createdAtMs: 1 } },
      'suppressed',
      'policy.suppressed',
    ],
    ['marketing without consent', { ...base, consent: null }, 'suppressed', 'policy.consent_missing'],
    ['a person at the cap', { ...base, cap: FULL }, 'suppressed', 'policy.frequency_capped'],
  ] as const)('stops %s', (_, one, state, reason) => {
    expect(judgePolicy(one)).toMatchObject({ kind: 'stop', state, reason });
  });

  it('holds what a cap defers until the cap takes it, unless it is a code or would be too late', () => {
    const cap = { ...FULL, overLimit: 'defer' as const };
    expect(judgePolicy({ ...base, cap })).toMatchObject({
      ...{ kind: 'hold', untilMs: 1_500, reason: 'policy.frequency_capped' },
    });
    for (const one of [
      { ...base, cap, class: 'otp' as const },
      { ...base, cap: { ...cap, nextMs: base.expiresAtMs } },
      { ...base, cap: { ...cap, nextMs: null } },
    ])
      expect(judgePolicy(one)).toMatchObject({ kind: 'stop', reason: 'policy.frequency_capped' });
  });

  it('does not ask a code for consent', () => {
    expect(sends({ ...base, class: 'otp', consent: null })).toBe(true);
    expect(judgePolicy({ ...base, class: 'otp' }).trace[3]).toEqual({
      rule: 'consent',
      result: 'not_applicable',
      reason: null,
    });
  });
});
