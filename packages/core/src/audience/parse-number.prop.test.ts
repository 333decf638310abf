import fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import metadata from 'libphonenumber-js/max/metadata';
import examples from 'libphonenumber-js/mobile/examples';
import { describe, expect, it } from 'vitest';
import { parseNumber } from './parse-number.ts';

const callingCodes = [...Object.keys(metadata.country_calling_codes), ...Object.keys(metadata.nonGeographic)];
const countries = Object.entries(metadata.country_calling_codes).flatMap(([code, names]) =>
  names.map((country) => ({ country, code, example: String(examples[country]) })),
);

const ours = (text: string): string => {
  const parsed = parseNumber(text);
  return parsed.ok ? `${parsed.e164} ${parsed.country} ${parsed.type}` : 'refused';
};
const library = (text: string): string => {
  const parsed = parsePhoneNumberFromString(text, { extract: false });
  if (parsed === undefined || !parsed.isValid()) return 'refused';
  return `${parsed.number} ${parsed.country ?? null} ${String(parsed.getType()).toLowerCase()}`;
};

/**
 * The two places where we differ from the library on purpose: the Mexican +52 1 form, which it refuses, becomes +52;
 * and more than the 15 digits of E.164 are refused, although some plans of the library hold such numbers.
 */
const differsOnPurpose = (text: string): boolean => /^\+521\d{10}$/.test(text) || text.length > 16;

const digit = fc.integer({ min: 0, max: 9 }).map(String);
const edit = fc.record({ at: fc.nat(14), kind: fc.constantFrom('replace', 'remove', 'insert'), digit });
const mutate = (digits: string, edits: readonly { at: number; kind: string; digit: string }[]): string =>
  edits.reduce((text, { at, kind, digit: value }) => {
    const index = at % (text.length + 1);
    const rest = kind === 'insert' ? text.slice(index) : text.slice(index + 1);
    return text.slice(0, index) + (kind === 'remove' ? '' : value) + rest;
  }, digits);

describe('parseNumber against libphonenumber-js/max', () => {
  it('agrees on the example mobile of every country', () => {
    expect(countries.length).toBeGreaterThan(240);
    for (const { country, code, example } of countries) {
      expect(parseNumber(`+${code}${example}`), country).toMatchObject({ ok: true, callingCode: code });
      expect(ours(`+${code}${example}`), country).toBe(library(`+${code}${example}`));
    }
  });

  it('agrees on numbers near the examples, right and wrong, with and without a trunk prefix', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...countries),
        fc.constantFrom('', '', '', '0', '1', '8', '06'),
        fc.array(edit, { maxLength: 3 }),
        ({ code, example }, trunk, edits) => {
          const text = `+${code}${trunk}${mutate(example, edits)}`;
          fc.pre(!differsOnPurpose(text));
          expect(ours(text)).toBe(library(text));
        },
      ),
      { numRuns: 4000 },
    );
  });

  it('agrees on any digits after every calling code there is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...callingCodes), fc.stringMatching(/^\d{2,12}$/), (code, digits) => {
        const text = `+${code}${digits}`;
        fc.pre(!differsOnPurpose(text));
        expect(ours(text)).toBe(library(text));
      }),
      { numRuns: 4000 },
    );
  });
});

describe('parseNumber', () => {
  it('gives the same answer for its own result: normal form is a fixed point', () => {
    fc.assert(
      fc.property(fc.constantFrom(...countries), fc.array(edit, { maxLength: 2 }), ({ code, example }, edits) => {
        const parsed = parseNumber(`+${code}0${mutate(example, edits)}`);
        fc.pre(parsed.ok);
        expect(parsed.ok && parseNumber(parsed.e164)).toEqual(parsed);
      }),
    );
  });

  it('ignores the punctuation people write', () => {
    const mark = fc.constantFrom('', ' ', '-', '.', '(', ')', '/', '\u00a0', '\u2011', '\u202d');
    fc.assert(
      fc.property(
        fc.constantFrom(...countries),
        fc.array(mark, { minLength: 16, maxLength: 16 }),
        ({ code, example }, marks) => {
          const plain = `+${code}${example}`;
          const written = [...plain].map((character, index) => character + (marks[index] ?? '')).join('');
          expect(parseNumber(written)).toEqual(parseNumber(plain));
        },
      ),
    );
  });

  it('answers any text without throwing, and accepts nothing but E.164', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.stringMatching(/^\+?[\d ()-]{0,20}$/)),
        (text) => {
          const parsed = parseNumber(text);
          if (parsed.ok) expect(parsed.e164).toMatch(/^\+[1-9]\d{5,14}$/);
          else expect(parsed.message).toMatch(/^[A-Z].*\.$/s);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
