import type { RoutingFacts } from '@signalbox/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';
import { hash64, planKey } from './plan-key.ts';

/** The same value with the keys of every object in another order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reversed(item)]),
  );
}

describe('canonicalJson', () => {
  it('is the same text for the same value, whatever the order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(reversed(value))).toBe(canonicalJson(value));
      }),
      { numRuns: 1000 },
    );
  });

  it('is JSON: reading it gives the value back, so different values give different texts', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        const normal = JSON.parse(JSON.stringify(value)) as unknown;
        expect(JSON.parse(canonicalJson(value))).toEqual(normal);
      }),
      { numRuns: 1000 },
    );
  });

  it('follows RFC 8785: sorted by UTF-16 code units, no spaces, numbers as ECMAScript writes them', () => {
    const value = {
      '10': 1,
      '9': 2,
      b: [1e30, 4.5, 0.002, 1e-27, -0],
      a: '\u20ac$\u000f\nA\'B"\\/',
      '\u00e9': null,
      z: undefined,
    };
    expect(canonicalJson(value)).toBe(
      '{"10":1,"9":2,"a":"€$\\u000f\\nA\'B\\"\\\\/","b":[1e+30,4.5,0.002,1e-27,0],"é":null}',
    );
  });

  it.each([[Number.NaN], [Number.POSITIVE_INFINITY], [1n], [() => 1], [Symbol('x')], [undefined], [[undefined]]])(
    'throws on %s, which JSON cannot hold',
    (value) => {
      expect(() => canonicalJson(value)).toThrow(TypeError);
    },
  );

  it('stops at 100 levels, so that hostile nesting cannot exhaust the stack', () => {
    const nest = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));
    expect(canonicalJson(nest(100))).toHaveLength(200);
    expect(() => canonicalJson(nest(101))).toThrow(TypeError);
    expect(() => canonicalJson(nest(100_000))).toThrow(TypeError);
  });
});

describe('hash64', () => {
  it('is a signed 64 bit number that never changes between versions: stored plans must be found again', () => {
    expect(hash64('')).toBe(-6_107_307_656_598_331_397n);
    expect(hash64('{"a":1}')).toBe(-550_539_261_084_675_561n);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(BigInt.asIntN(64, hash64(text))).toBe(hash64(text));
      }),
    );
  });

  it('has no collision among 300,000 texts that differ in a few digits, and neither half more than chance gives', () => {
    const count = 300_000;
    const [whole, high, low] = [new Set<bigint>(), new Set<bigint>(), new Set<bigint>()];
    for (let index = 0; index < count; index += 1) {
      const hash = BigInt.asUintN(64, hash64(`{"configVersion":${index},"country":"MX","triedRouteIds":[]}`));
      whole.add(hash);
      high.add(hash >> 32n);
      low.add(hash & 0xffff_ffffn);
    }
    expect(whole.size).toBe(count);
    // Chance gives count² / 2³³ = 10.5 repeats in each half of 32 bits.
    expect(count - high.size).toBeLessThan(40);
    expect(count - low.size).toBeLessThan(40);
  });

  it('changes about half of its bits with any one character', () => {
    let changed = 0;
    const text = 'facts of a decision: MX 5255 otp live 1048576';
    for (let index = 0; index < text.length; index += 1) {
      const other = text.slice(0, index) + String.fromCharCode(text.charCodeAt(index) ^ 1) + text.slice(index + 1);
      changed += BigInt.asUintN(64, hash64(text) ^ hash64(other))
        .toString(2)
        .replaceAll('0', '').length;
    }
    expect(changed / text.length).toBeGreaterThan(28);
    expect(changed / text.length).toBeLessThan(36);
  });
});

describe('planKey', () => {
  it('tells apart facts that differ in any one field', () => {
    const facts: RoutingFacts = {
      configVersion: 1,
      environment: 'live',
      channel: 'sms',
      class: 'otp',
      country: 'MX',
      matchedPrefixes: [],
      maxPriceMicrosPerPart: null,
      maxPriceCurrency: null,
      triedRouteIds: [],
      routes: [],
    };
    const variants: RoutingFacts[] = [
      facts,
      { ...facts, configVersion: 2 },
      { ...facts, environment: 'sandbox' },
      { ...facts, channel: 'email' },
      { ...facts, class: 'marketing' },
      { ...facts, country: null },
      { ...facts, matchedPrefixes: ['52'] },
      { ...facts, maxPriceMicrosPerPart: 1 },
      { ...facts, maxPriceCurrency: 'USD' },
      { ...facts, triedRouteIds: ['52'] },
    ];
    expect(new Set(variants.map(planKey)).size).toBe(variants.length);
  });
});
