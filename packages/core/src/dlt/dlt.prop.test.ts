import { type DltTag, STRICT_MATCHING } from '@signalbox/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDltText } from './check-text.ts';
import { findMatch, indexTemplates } from './find-template.ts';
import { type DltTemplate, parseDltTemplate } from './parse-template.ts';
import { normalizeDltText } from './tokens.ts';

const read = (text: string, tags: DltTag[] | null = null): DltTemplate => {
  const parsed = parseDltTemplate(text, tags);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.template;
};
const check = (template: DltTemplate, text: string) => checkDltText(template, text, STRICT_MATCHING);

/** Fixed text as templates have it: words of several scripts, signs, spaces, line breaks; without the signs of a placeholder. */
const fixed = fc
  .array(
    fc.constantFrom(
      'Dear',
      'your',
      'order',
      'is',
      'a',
      'OTP',
      'आपका',
      'ऑर्डर',
      'No',
      '7',
      ' ',
      ' ',
      ' ',
      '\n',
      '.',
      ',',
      '-',
      '/',
      'Rs',
      '’',
    ),
    {
      minLength: 1,
      maxLength: 14,
    },
  )
  .map((pieces) => pieces.join(''));
const of = (characters: string, maxLength: number) =>
  fc.array(fc.constantFrom(...characters), { minLength: 1, maxLength }).map((units) => units.join(''));
const VALUES: Record<DltTag, fc.Arbitrary<string>> = {
  var: fc.oneof(of('Dear your orderis7 .,-/\n', 40), fc.string({ minLength: 1, maxLength: 40 })),
  numeric: of('0123456789', 40),
  alphanumeric: of('abcXYZ019 ', 40),
  url: fc.webUrl().filter((url) => !/\s/.test(url)),
  urlott: fc.constantFrom('https://wa.me/919000000000', 'https://a.example/app.apk'),
  cbn: fc.constantFrom('+919000000000', '1800 11 2233', '9000000000', '140'),
  email: fc.constantFrom('a@b.example', 'care.team@shop.example.in'),
};
const tag = fc.constantFrom(...(Object.keys(VALUES) as DltTag[]));
type Piece = { text: string } | { tag: DltTag; value: string };
const variable: fc.Arbitrary<Piece> = tag.chain((kind) => VALUES[kind].map((value) => ({ tag: kind, value })));
const pieces: fc.Arbitrary<Piece[]> = fc
  .array(
    fc.oneof(
      fixed.map((text) => ({ text })),
      variable,
    ),
    { minLength: 1, maxLength: 9 },
  )
  .filter((list) => normalizeDltText(rendered(list)) === rendered(list) && source(list).trim() !== '');

const source = (list: readonly Piece[]) =>
  list.map((piece) => ('text' in piece ? piece.text : `{#${piece.tag}#}`)).join('');
const rendered = (list: readonly Piece[]) => list.map((piece) => ('text' in piece ? piece.text : piece.value)).join('');

describe('a text and its template', () => {
  it('a rendered template always matches itself, whatever its values say, in either notation', () => {
    fc.assert(
      fc.property(pieces, (list) => {
        const tags = list.flatMap((piece) => ('tag' in piece ? [piece.tag] : []));
        const inText = read(source(list));
        const beside = read(source(list).replaceAll(/\{#\w+#\}/g, '{#var#}'), tags);
        for (const template of [inText, beside]) {
          const found = check(template, rendered(list));
          expect(found.marks).toEqual([]);
          expect(found.score).toBe(1);
        }
        expect(findMatch(indexTemplates([{ row: 1, template: inText }], STRICT_MATCHING), rendered(list))?.row).toBe(1);
      }),
      { numRuns: 1500 },
    );
  });

  /** A template of words, with values that share no word with it: then a word more cannot be taken for anything else. */
  const words = fc.array(fc.constantFrom('alpha', 'beta', 'gamma', 'delta', 'आपका', 'ok'), {
    minLength: 2,
    maxLength: 6,
  });
  const scene = fc
    .record({
      runs: fc.array(words, { minLength: 1, maxLength: 4 }),
      tags: fc.array(fc.constantFrom<DltTag>('var', 'numeric', 'alphanumeric'), { minLength: 4, maxLength: 4 }),
      digits: fc.array(of('0123456789', 12), { minLength: 4, maxLength: 4 }),
      added: fc.oneof(of('BIGxyz', 12), fc.constantFrom('alpha', 'beta', 'ok', 'आपका')),
      run: fc.nat(),
      place: fc.nat(),
    })
    .map(({ runs, tags, digits, added, run, place }) => {
      const at = run % runs.length;
      const cut = 1 + (place % ((runs[at] as string[]).length - 1));
      const longer = runs.map((list, index) =>
        index === at ? [...list.slice(0, cut), added, ...list.slice(cut)] : list,
      );
      const join = (lists: string[][], fill: (index: number) => string) =>
        lists.map((list, index) => list.join(' ') + (index < lists.length - 1 ? ` ${fill(index)} ` : '')).join('');
      return {
        template: join(runs, (index) => `{#${tags[index]}#}`),
        text: join(longer, (index) => digits[index] as string),
        added,
      };
    });

  it('one added word gives exactly one mark, and taking out what a new word is marked for heals the text', () => {
    fc.assert(
      fc.property(scene, ({ template, text, added }) => {
        const { marks } = check(read(template), text);
        // A word of the template itself may be what a placeholder takes.
        if (template.includes(added)) {
          expect(marks.length).toBeLessThanOrEqual(1);
          return;
        }
        expect(marks).toHaveLength(1);
        const [mark] = marks;
        expect([mark?.kind, mark?.found.trim()]).toEqual(['extra', added]);
        expect(check(read(template), text.slice(0, mark?.start) + text.slice(mark?.end)).marks).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  it('one added word anywhere gives at most one mark, and none only where a placeholder may hold it', () => {
    fc.assert(
      fc.property(pieces, fc.nat(), of('QVWZ', 9), (list, place, added) => {
        const template = read(source(list));
        const spaces = [...rendered(list).matchAll(/ /g)].map(({ index }) => index);
        fc.pre(spaces.length > 0);
        const at = spaces[place % spaces.length] as number;
        const text = `${rendered(list).slice(0, at)} ${added}${rendered(list).slice(at)}`;
        const { marks, values } = check(template, text);
        expect(marks.length).toBeLessThanOrEqual(1);
        if (marks.length === 0) expect(values.some((value) => value.text.includes(added))).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });

  it('the parts of any alignment are the text and the template, each once and in order', () => {
    fc.assert(
      fc.property(pieces, fc.string({ maxLength: 80, unit: 'binary' }), (list, text) => {
        const template = read(source(list));
        const found = check(template, text);
        expect(found.parts.map((part) => part.found).join('')).toBe(found.text);
        expect(found.parts.map((part) => part.expected).join('')).toBe(template.text);
        for (const mark of found.marks) expect(found.text.slice(mark.start, mark.end)).toBe(mark.found);
      }),
      { numRuns: 1000 },
    );
  });

  it('reading any text as a template returns, with a template or with faults that say where', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), of('{}#var numeric\n', 60)), (text) => {
        const parsed = parseDltTemplate(text);
        if (parsed.ok) expect(check(parsed.template, text).score).toBeLessThanOrEqual(1);
        else expect(parsed.faults.some(({ refused }) => refused)).toBe(true);
      }),
    );
  });
});
