import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeKeyword, type OwnWord } from './judge-keyword.ts';
import { normaliseKeyword } from './normalise.ts';
import { EVERYTHING, KEYWORDS } from './words.ts';

const keyword = fc.constantFrom(...KEYWORDS);
const place = ({ countries }: { countries: readonly string[] | null }, own: readonly OwnWord[] = []) => ({
  country: countries?.[0] ?? 'US',
  number: '+12025550100',
  own,
});
const noise = fc.stringMatching(/^[ \n.,!?"“”…*🛑-]{0,6}$/u);
/** Letters as other scripts and faces write them. */
const LIKE: Readonly<Record<string, string>> = { o: 'о', a: 'а', e: 'е', p: 'р', c: 'с', s: 'ѕ', t: 'ｔ' };
const disguise = (text: string, mask: readonly boolean[]): string =>
  [...text]
    .map((letter, index) => {
      if (mask[index % mask.length] !== true) return letter;
      return (
        LIKE[letter.toLowerCase()] ?? (letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase())
      );
    })
    .join('');

describe('keywords', () => {
  it('are found however they are written: case, signs around, letters that look alike', () => {
    fc.assert(
      fc.property(keyword, noise, noise, fc.array(fc.boolean(), { minLength: 1, maxLength: 9 }), (one, a, b, mask) => {
        const text = `${a}${disguise(one.word, mask)}${b}`;
        expect(judgeKeyword(text, place(one))).toMatchObject({ kind: one.kind, scope: one.scope, own: null });
      }),
    );
  });

  it('any text gives a value, and one of nothing but signs asks for nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), noise, (text, signs) => {
        const found = judgeKeyword(text, { country: null, number: '', own: [] });
        if (normaliseKeyword(text) === '') expect(found).toBeNull();
        expect(judgeKeyword(signs, { country: 'CN', number: '', own: [] })).toBeNull();
      }),
    );
  });

  it('of a workspace never hide a stop, whatever they are', () => {
    const stops = KEYWORDS.filter(({ kind }) => kind === 'stop');
    fc.assert(
      fc.property(
        fc.constantFrom(...stops),
        fc.string(),
        fc.constantFrom('join', 'start', 'help'),
        (one, other, kind) => {
          const own = [one.word, other].map((word, index) => ({
            ...{ id: String(index), word, number: null, list: null },
            kind: kind as OwnWord['kind'],
          }));
          expect(judgeKeyword(one.word, place(one, own))).toMatchObject({ kind: 'stop', own: null });
        },
      ),
    );
  });

  it('are never read as reaching further than was said', () => {
    const stops = KEYWORDS.filter(({ kind, scope }) => kind === 'stop' && scope === 'marketing');
    const all = new Set(EVERYTHING.map(normaliseKeyword));
    fc.assert(
      fc.property(fc.constantFrom(...stops), fc.array(fc.lorem({ maxCount: 1 }), { maxLength: 3 }), (one, more) => {
        if (more.some((word) => all.has(normaliseKeyword(word)))) return;
        const found = judgeKeyword([one.word, ...more].join(' '), place(one));
        expect(found?.scope ?? 'marketing').toBe('marketing');
      }),
    );
  });
});
