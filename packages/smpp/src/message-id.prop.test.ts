import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalMessageId, detectMessageIdRule, type MessageIdRule } from './message-id.ts';

const number = fc.bigInt({ min: 0n, max: 2n ** 200n });
const zeros = fc.nat(6).map((count) => '0'.repeat(count));
const id = fc.stringMatching(/^[0-9a-zA-Z-]{1,40}$/);
const randomCase = (text: string) =>
  fc
    .array(fc.boolean(), { minLength: text.length, maxLength: text.length })
    .map((upper) => [...text].map((c, i) => (upper[i] ? c.toUpperCase() : c.toLowerCase())).join(''));
const hexOf = fc.tuple(number, zeros).chain(([n, z]) => randomCase(z + n.toString(16)).map((hex) => [n, hex] as const));

function key(rule: MessageIdRule, response: string, receipt: string): readonly [string, string] {
  return [canonicalMessageId(response, rule.response), canonicalMessageId(receipt, rule.receipt)];
}

function expectOneKey([response, receipt]: readonly [string, string]): void {
  expect(receipt).toBe(response);
}

describe('every rule maps the id of the answer and of the receipt to one key', () => {
  it('as is', () => {
    fc.assert(fc.property(id, (raw) => expectOneKey(key({ response: 'as_is', receipt: 'as_is' }, raw, raw))));
  });

  it('case folded, whatever the case', () => {
    const rule: MessageIdRule = { response: 'case_fold', receipt: 'case_fold' };
    fc.assert(
      fc.property(
        id.chain((raw) => fc.tuple(randomCase(raw), randomCase(raw))),
        ([a, b]) => expectOneKey(key(rule, a, b)),
      ),
    );
  });

  it('without leading zeros, however many', () => {
    const rule: MessageIdRule = { response: 'strip_zeros', receipt: 'strip_zeros' };
    fc.assert(fc.property(id, zeros, (raw, more) => expectOneKey(key(rule, raw, more + raw))));
  });

  it('without leading zeros and case', () => {
    const rule: MessageIdRule = { response: 'case_fold_strip_zeros', receipt: 'case_fold_strip_zeros' };
    fc.assert(
      fc.property(
        id.chain((raw) => fc.tuple(randomCase(raw), randomCase(raw), zeros)),
        ([a, b, more]) => expectOneKey(key(rule, a, more + b)),
      ),
    );
  });

  it('hex in the answer, decimal in the receipt, and the reverse, of any length without rounding', () => {
    fc.assert(
      fc.property(hexOf, zeros, ([n, hex], more) => {
        expectOneKey(key({ response: 'hex', receipt: 'decimal' }, hex, more + n.toString()));
        expectOneKey(key({ response: 'decimal', receipt: 'hex' }, more + n.toString(), hex));
        expectOneKey(key({ response: 'hex', receipt: 'hex' }, hex, n.toString(16)));
      }),
    );
  });

  it('different numbers keep different keys', () => {
    fc.assert(
      fc.property(number, number, (a, b) => {
        fc.pre(a !== b);
        expect(canonicalMessageId(a.toString(16), 'hex')).not.toBe(canonicalMessageId(b.toString(16), 'hex'));
      }),
    );
  });

  it('any text has a key', () => {
    fc.assert(
      fc.property(fc.string(), (raw) => {
        for (const form of ['as_is', 'case_fold', 'strip_zeros', 'case_fold_strip_zeros', 'hex', 'decimal'] as const) {
          expect(typeof canonicalMessageId(raw, form)).toBe('string');
        }
      }),
    );
  });
});

describe('the probe', () => {
  it('names the plainest rule that fits all pairs', () => {
    const detect = (...pairs: ReadonlyArray<readonly [string, string]>) =>
      detectMessageIdRule(pairs.map(([response, receipt]) => ({ response, receipt })));
    expect(detect(['a1', 'a1'])).toEqual({ response: 'as_is', receipt: 'as_is' });
    expect(detect(['A1', 'a1'])).toEqual({ response: 'case_fold', receipt: 'case_fold' });
    expect(detect(['0077', '77'])).toEqual({ response: 'strip_zeros', receipt: 'strip_zeros' });
    expect(detect(['1F', '31'])).toEqual({ response: 'hex', receipt: 'decimal' });
    expect(detect(['31', '1f'])).toEqual({ response: 'decimal', receipt: 'hex' });
    expect(detect(['5', '5'], ['1F', '31'])).toEqual({ response: 'hex', receipt: 'decimal' });
    expect(detect(['a', 'b'])).toBeUndefined();
    expect(detect()).toBeUndefined();
  });
});
