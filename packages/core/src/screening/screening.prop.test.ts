import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findCards,
  findLinks,
  findPhones,
  findWordsOf,
  foldText,
  passesLuhn,
  WORD_LISTS,
  wordScreenOf,
} from './index.ts';

const LISTS = [...WORD_LISTS.values()];
const listed = fc.constantFrom(
  ...LISTS.flatMap(({ id, words }) => words.map((word) => ({ id, word: word.replace('*', '') }))),
);
/** Ways to write a letter so that a reader still reads it. */
const LOOKS: Readonly<Record<string, string[]>> = {
  a: ['а', 'ａ', 'á', '𝐚', 'Ä'],
  e: ['е', 'é', 'Ｅ'],
  i: ['і', 'ı', 'Í'],
  o: ['о', 'ο', 'ö', 'Ｏ'],
  c: ['с', 'Ç'],
  p: ['р'],
  s: ['ѕ', 'Ｓ'],
  t: ['т', '𝕥'],
  l: ['I', '|', 'ⅼ'],
};
const WITHIN: Readonly<Record<string, string>> = { o: '0', i: '1', e: '3', a: '4', s: '5', t: '7' };
const UNSEEN = ['\u200b', '\u00ad', '\u2060'];
const isLetter = (text: string | undefined): boolean => text !== undefined && /\p{L}/u.test(text);

/** A word as somebody writes it who wants it read and not found. */
const disguised = ({ word }: { word: string }): fc.Arbitrary<string> => {
  const letters = [...word];
  const each = letters.map((letter, index) => {
    const looks = [letter, letter.toUpperCase(), ...(LOOKS[letter] ?? [])];
    const digit = isLetter(letters[index - 1]) && isLetter(letters[index + 1]) ? WITHIN[letter] : undefined;
    return fc.record({
      look: fc.constantFrom(...looks, ...(digit === undefined ? [] : [digit])),
      digit: fc.constant(digit),
      unseen: fc.option(fc.constantFrom(...UNSEEN), { freq: 4 }),
    });
  });
  return fc.tuple(...each).map((written) =>
    written
      .map(({ look, digit, unseen }, index) => {
        // A digit stands for a letter between letters only.
        const between =
          written[index - 1]?.look !== written[index - 1]?.digit &&
          written[index + 1]?.look !== written[index + 1]?.digit;
        const shown = look === digit && !between ? (letters[index] ?? '') : look;
        return index === 0 || unseen === null ? shown : `${unseen}${shown}`;
      })
      .join(''),
  );
};
const around = fc.constantFrom('', ' ', '!', '88 ', '「', '… ', '7');
const scene = listed.chain((one) =>
  fc.record({ one: fc.constant(one), text: disguised(one), before: around, after: around }),
);

describe('a word of a list', () => {
  it('is found however it is disguised, with the very stretch it stands in', () => {
    fc.assert(
      fc.property(scene, ({ one, text, before, after }) => {
        const hits = wordScreenOf([one.id], [])(foldText(`${before}${text}${after}`));
        const spans = hits.map(({ start, end }) => [start, end]);
        expect(spans).toContainEqual([before.length, before.length + text.length]);
      }),
      { numRuns: 3000 },
    );
  });

  it('is found when its letters are set apart', () => {
    for (const [id, text] of [
      ['id.gambling', 'main j.u.d.i yuk'],
      ['id.gambling', 'T O G E L'],
      ['br.contests', 'R-I-F-A hoje'],
    ] as const) {
      expect(wordScreenOf([id], [])(foldText(text)), text).toHaveLength(1);
    }
  });

  it('is not found within another word, and a stem only where a word begins', () => {
    const find = (text: string) => wordScreenOf(['id.gambling', 'br.gambling'], [])(foldText(text)).length;
    for (const text of ['judika', 'prejudice', 'abjudi', 'toddslot', 'compostar'])
      expect([text, find(text)]).toEqual([text, 0]);
    for (const text of ['judi', 'slot88 judi', 'apostando', 'taruhannya'])
      expect([text, find(text)]).toEqual([text, 1]);
  });

  it('passes in a phrase that was found harmless, and is found beside it', () => {
    const screen = wordScreenOf(['br.contests'], ['rifa solidária']);
    expect(screen(foldText('Edital do CONCURSO PÚBLICO'))).toEqual([]);
    expect(screen(foldText('nossa rifa solidária'))).toEqual([]);
    expect(screen(foldText('concurso público e rifa'))).toMatchObject([{ label: 'br.contests', start: 19, end: 23 }]);
  });
});

const small = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), maxLength: 30 });
const smallWord = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 4 });

describe('the search', () => {
  it('finds what a search word by word finds', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(smallWord, { maxLength: 6 }),
        fc.array(smallWord, { maxLength: 8 }),
        (words, texts) => {
          // Words of one letter in a row would be read as one that was pulled apart.
          const text = texts.filter((word) => word.length > 1).join(' ');
          const found = findWordsOf(words.map((word) => ({ word, label: word })))(foldText(text));
          const naive = words.flatMap((word) =>
            [...text.matchAll(new RegExp(`(?<![abc])${word}(?![abc])`, 'g'))].map(({ index }) => `${word} ${index}`),
          );
          expect(found.map(({ label, start }) => `${label} ${start}`).toSorted()).toEqual(naive.toSorted());
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('finds no less for more words, and no more for more exceptions', () => {
    fc.assert(
      fc.property(fc.array(smallWord, { maxLength: 5 }), smallWord, small, (words, more, text) => {
        const label = (word: string) => ({ word, label: word });
        const folded = foldText(text);
        const few = findWordsOf(words.map(label))(folded);
        const many = findWordsOf([...words, more].map(label))(folded);
        for (const hit of few) expect(many).toContainEqual(hit);
        const lists = ['id.gambling', 'br.contests'];
        const strict = wordScreenOf(lists, [])(foldText(`rifa ${text} judi`));
        for (const hit of wordScreenOf(lists, [more, text])(foldText(`rifa ${text} judi`)))
          expect(strict).toContainEqual(hit);
      }),
      { numRuns: 500 },
    );
  });

  it('knows where each unit of any text comes from, and takes any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
        const folded = foldText(text);
        expect([folded.starts.length, folded.ends.length]).toEqual([folded.text.length, folded.text.length]);
        for (let index = 0; index < folded.text.length; index += 1) {
          const [start, end] = [folded.starts[index] ?? -1, folded.ends[index] ?? -1];
          expect(0 <= start && start < end && end <= text.length).toBe(true);
          expect(start).toBeGreaterThanOrEqual(folded.starts[index - 1] ?? 0);
        }
        for (const { start, end } of [...findCards(text), ...findLinks(text), ...findPhones(text, 'MY')]) {
          expect(0 <= start && start < end && end <= text.length).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

const NETWORKS = fc.constantFrom(
  { begins: '4', length: 16 },
  { begins: '53', length: 16 },
  { begins: '2223', length: 16 },
  { begins: '37', length: 15 },
  { begins: '6011', length: 16 },
  { begins: '3530', length: 16 },
);
const card = fc
  .record({ network: NETWORKS, rest: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 20, maxLength: 20 }) })
  .map(({ network: { begins, length }, rest }) => {
    const body = `${begins}${rest.join('')}`.slice(0, length - 1);
    const check = [...'0123456789'].find((digit) => passesLuhn(`${body}${digit}`)) ?? '';
    return `${body}${check}`;
  });

describe('the number of a card', () => {
  it('is found alone, in groups of four and within a text, and not when one digit is another', () => {
    fc.assert(
      fc.property(card, fc.nat(), fc.constantFrom(' ', '-', ''), (digits, at, gap) => {
        const written = digits.replaceAll(/(\d{4})(?=\d)/g, `$1${gap}`);
        const text = `Pay with ${written}, please`;
        expect(findCards(text).map(({ start, end }) => text.slice(start, end))).toEqual([written]);
        const place = at % digits.length;
        const other = `${digits.slice(0, place)}${(Number(digits[place]) + 1) % 10}${digits.slice(place + 1)}`;
        expect(findCards(other)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('is found beside other numbers, which are not taken for a part of it', () => {
    fc.assert(
      fc.property(card, fc.stringMatching(/^\d{1,3}$/), fc.constantFrom(' ', '-'), (digits, other, gap) => {
        const written = digits.replaceAll(/(\d{4})(?=\d)/g, `$1${gap}`);
        for (const text of [`${other} ${digits}`, `${other} ${written} ${other}`, `${digits} ${other}`]) {
          const found = findCards(text).map(({ start, end }) => text.slice(start, end));
          expect([text, found.some((one) => one.includes(digits) || one.includes(written))]).toEqual([text, true]);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it.each(['4111 1111 1111 1111', '5555555555554444', '378282246310005', '6011-1111-1111-1117'])(
    '%s is one',
    (text) => {
      expect(findCards(text)).toHaveLength(1);
    },
  );

  it.each(['JNE 1234567890128', 'order 1101000000000000001', '+525512345678', '2026-11-27 10:00'])(
    '%s is none',
    (text) => {
      expect(findCards(text)).toEqual([]);
    },
  );
});

describe('links', () => {
  it.each([
    ['https://shop.example.com/a?b=1', 'shop.example.com', false],
    ['see www.acme.id.', 'www.acme.id', false],
    ['acme.my/t/1042', 'acme.my', false],
    ['(bit.ly/AbC)', 'bit.ly', true],
    ['HTTP://BIT.LY/x', 'bit.ly', true],
    ['bіt.ly/x', 'bіt.ly', true],
    ['ｔｉｎｙｕｒｌ.com/x', 'tinyurl.com', true],
    ['SHOP.ID', 'shop.id', false],
    ['acme.in@evil.in/x', 'evil.in', false],
    ['ana@example.com?subject=x', 'example.com', false],
    ['acme.in@evil.in:8080', 'evil.in', false],
    ['https://acme.in@evil.in', 'evil.in', false],
    ['https://evil.in\\@acme.in', 'evil.in', false],
    ['Link:shop.id', 'shop.id', false],
  ])('%s', (text, host, isShortened) => {
    expect(findLinks(text)).toMatchObject([{ host, isShortened }]);
  });

  it.each([
    'today.Only for you',
    '1.500.000',
    'Rp 10.000,-',
    'ana@example.com',
    'mailto:ana@example.com',
    'e.g. this',
    'no.hp',
    '3.5 kg',
    'a...b',
  ])('there is none in "%s"', (text) => {
    expect(findLinks(text)).toEqual([]);
  });
});

describe('phone numbers', () => {
  it.each(['call 012-345 6789', '+60 12 345 6789', '0060123456789', '60123456789', '+1 202 555 0143'])('%s', (text) => {
    expect(findPhones(text, 'MY')).toHaveLength(1);
  });

  it.each(['code 123456', 'order 1042234567', '2026-11-27 10:00', 'RM 1,299.00', 'RM0.00 Acme'])(
    'there is none in "%s"',
    (text) => {
      expect(findPhones(text, 'MY')).toEqual([]);
    },
  );
});
