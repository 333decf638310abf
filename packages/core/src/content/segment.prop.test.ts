import fc from 'fast-check';
import { SegmentedMessage } from 'sms-segments-calculator';
import { describe, expect, it } from 'vitest';
import { findForcing, replaceForcing } from './forcing.ts';
import { GSM7_BASIC, GSM7_EXTENSION, septetsOf } from './gsm7.ts';
import { countParts, PART_UNITS, segmentText, splitParts } from './segment.ts';

const basic = fc.constantFrom(...[...GSM7_BASIC].filter((character) => character !== '\u001b'));
const extension = fc.constantFrom(...Object.keys(GSM7_EXTENSION));
const foreign = fc.constantFrom(
  '中',
  'á',
  '’',
  'ह',
  'ि',
  '\u0301',
  '😀',
  '👨\u200d👩\u200d👧\u200d👦',
  '🇲🇽',
  '👍🏽',
  '한',
  '\r\n',
  'ก',
  'ำ',
);
const gsmText = fc
  .array(fc.oneof({ weight: 5, arbitrary: basic }, { weight: 1, arbitrary: extension }), { maxLength: 500 })
  .map((list) => list.join(''));
const mixedText = fc
  .array(fc.oneof({ weight: 4, arbitrary: basic }, extension, { weight: 2, arbitrary: foreign }), { maxLength: 300 })
  .map((list) => list.join(''));
const anyText = fc.oneof(
  gsmText,
  mixedText,
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
);

const septets = (text: string): number =>
  [...text].reduce((sum, character) => sum + septetsOf(character.charCodeAt(0)), 0);
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

describe('splitting a text', () => {
  it('loses nothing: the parts joined are the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(
          splitParts(text)
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  it('bills what it sends: the count equals the number of parts', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(countParts(text)).toBe(splitParts(text).length);
        expect(segmentText(text).parts).toEqual(splitParts(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('never overfills a part, never leaves one empty, and uses one alphabet for all', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { parts, encoding, units, unitsInLastPart, unitsPerPart } = segmentText(text);
        const sizeOf = encoding === 'gsm7' ? septets : (part: string) => part.length;
        const room = PART_UNITS[encoding];
        const limit = parts.length > 1 ? room.joined : room.single;
        expect(unitsPerPart).toBe(limit);
        for (const part of parts) {
          expect(part.encoding).toBe(encoding);
          expect(sizeOf(part.text)).toBeGreaterThan(0);
          expect(sizeOf(part.text)).toBeLessThanOrEqual(limit);
        }
        expect(parts.reduce((sum, part) => sum + sizeOf(part.text), 0)).toBe(units);
        expect(unitsInLastPart).toBe(sizeOf(parts.at(-1)?.text ?? ''));
      }),
      { numRuns: 1000 },
    );
  });

  it('never splits a grapheme that fits in a part, and never a surrogate pair', () => {
    fc.assert(
      fc.property(mixedText, (text) => {
        const { encoding, parts } = segmentText(text);
        fc.pre(encoding === 'ucs2');
        const edges = new Set<number>();
        let at = 0;
        for (const part of parts) {
          at += part.text.length;
          edges.add(at);
        }
        for (const { index, segment } of graphemes.segment(text)) {
          if (segment.length > PART_UNITS.ucs2.joined) continue;
          for (let inside = index + 1; inside < index + segment.length; inside += 1)
            expect(edges.has(inside)).toBe(false);
        }
        if (text.isWellFormed()) for (const part of parts) expect(part.text.isWellFormed()).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('wastes nothing but what a whole character needs: no part could take the first grapheme of the next', () => {
    fc.assert(
      fc.property(mixedText, (text) => {
        const { encoding, parts } = segmentText(text);
        const sizeOf = encoding === 'gsm7' ? septets : (part: string) => part.length;
        for (let index = 0; index + 1 < parts.length; index += 1) {
          const next = parts[index + 1]?.text ?? '';
          const first = [...graphemes.segment(next)][0]?.segment ?? '';
          // GSM-7 may cut CR LF: there the next character counts, not the next grapheme.
          const head = encoding === 'gsm7' ? first.charAt(0) : first;
          expect(sizeOf((parts[index]?.text ?? '') + head)).toBeGreaterThan(PART_UNITS[encoding].joined);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('adding a character never takes a part away', () => {
    fc.assert(
      fc.property(anyText, fc.oneof(basic, extension, foreign), (text, more) => {
        expect(countParts(text + more)).toBeGreaterThanOrEqual(countParts(text));
      }),
      { numRuns: 500 },
    );
  });
});

/**
 * The oracle is Twilio's calculator. It differs in two places, both left out here: it calls an empty text one part (nothing is sent, so we bill none),
 * and its older grapheme rules (grapheme-splitter, Unicode 10) end an emoji sequence or a syllable elsewhere, which only matters where a part edge falls on it.
 */
describe('against sms-segments-calculator', () => {
  const oracle = (text: string): { encoding: string; parts: number } => {
    const message = new SegmentedMessage(text);
    return { encoding: message.encodingName === 'GSM-7' ? 'gsm7' : 'ucs2', parts: message.segmentsCount };
  };
  const mine = (text: string): { encoding: string; parts: number } => ({
    encoding: segmentText(text).encoding,
    parts: countParts(text),
  });

  it('agrees on every text of GSM-7', () => {
    fc.assert(
      fc.property(gsmText, (text) => {
        fc.pre(text !== '');
        expect(mine(text)).toEqual(oracle(text));
      }),
      { numRuns: 300 },
    );
  });

  it('agrees on texts that need UCS-2: accents, Chinese, quotes, extension characters, single emoji', () => {
    const plain = fc.constantFrom('中', 'á', '’', '“', '…', '\u00a0', '😀', '한', 'Ж', 'あ');
    const text = fc
      .array(fc.oneof(basic, extension, plain), { minLength: 1, maxLength: 250 })
      .map((list) => list.join(''));
    fc.assert(
      fc.property(text, (value) => {
        fc.pre(!value.includes('\r\n'));
        expect(mine(value)).toEqual(oracle(value));
      }),
      { numRuns: 300 },
    );
  });

  it('agrees on the alphabet, character by character, over the whole basic plane', () => {
    for (let code = 1; code < 0xd800; code += 1) {
      const character = String.fromCharCode(code);
      const inAlphabet = septetsOf(code) > 0;
      expect(new SegmentedMessage(character).encodingName === 'GSM-7', `U+${code.toString(16)}`).toBe(inAlphabet);
    }
  }, 60_000);
});

describe('the characters that force UCS-2', () => {
  it('are named exactly when the text is not GSM-7, each at its place', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { encoding, forcing } = segmentText(text);
        expect(forcing.length > 0).toBe(encoding === 'ucs2');
        for (const { index, character } of forcing) expect(text.startsWith(character, index)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('are gone for good once every suggestion is taken: what is left has none to offer', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const replaced = replaceForcing(text);
        expect(findForcing(replaced).filter((one) => one.suggestion !== null)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
