import { describe, expect, it } from 'vitest';
import { replaceForcing } from './forcing.ts';
import { GSM7_BASIC, GSM7_EXTENSION } from './gsm7.ts';
import { countParts, segmentText, splitParts } from './segment.ts';

const a = (count: number): string => 'a'.repeat(count);
const parts = (text: string): string[] => splitParts(text).map((part) => part.text);
const sizes = (text: string): number[] => parts(text).map((part) => part.length);
const FAMILY = '👨\u200d👩\u200d👧\u200d👦';
const FLAG = '🇲🇽';

describe('GSM-7', () => {
  it('knows the 127 characters and the escape of the default alphabet, and the ten of the extension table', () => {
    expect(GSM7_BASIC).toHaveLength(128);
    expect(new Set(GSM7_BASIC).size).toBe(128);
    expect(GSM7_BASIC.charCodeAt(0x1b)).toBe(0x1b);
    expect([GSM7_BASIC[0x09], GSM7_BASIC[0x24], GSM7_BASIC[0x40], GSM7_BASIC[0x60], GSM7_BASIC[0x7f]]).toEqual([
      'Ç',
      '¤',
      '¡',
      '¿',
      'à',
    ]);
    expect(Object.keys(GSM7_EXTENSION).sort()).toEqual(['\f', '[', '\\', ']', '^', '{', '|', '}', '~', '€']);
  });

  it.each([
    [0, 0],
    [1, 1],
    [159, 1],
    [160, 1],
    [161, 2],
    [305, 2],
    [306, 2],
    [307, 3],
    [459, 3],
    [460, 4],
    [1530, 10],
  ])('%i characters take %i parts', (count, expected) => {
    expect(splitParts(a(count))).toHaveLength(expected);
    expect(countParts(a(count))).toBe(expected);
  });

  it('counts an extension character twice', () => {
    expect(segmentText('€[]{}^~|\\\f')).toMatchObject({ encoding: 'gsm7', units: 20 });
    expect(countParts(`${a(158)}€`)).toBe(1);
    expect(countParts(`${a(159)}€`)).toBe(2);
    expect(countParts('€'.repeat(80))).toBe(1);
    expect(countParts('€'.repeat(81))).toBe(2);
  });

  it('never splits an escape pair: a character that does not fit opens the next part', () => {
    expect(sizes(`${a(152)}€${a(20)}`)).toEqual([152, 21]);
    expect(sizes(`${a(151)}€${a(20)}`)).toEqual([152, 20]);
    // 76 signs of two septets fill 152 of 153; the wasted septet counts.
    expect(sizes('€'.repeat(153))).toEqual([76, 76, 1]);
    expect(countParts('€'.repeat(153))).toBe(3);
  });

  it('counts CR LF as two, and cuts between them, since both sides of the edge join again', () => {
    expect(segmentText('a\r\nb')).toMatchObject({ encoding: 'gsm7', units: 4 });
    expect(parts(`${a(152)}\r\n${a(20)}`)).toEqual([`${a(152)}\r`, `\n${a(20)}`]);
  });

  it('tells what is left in the last part', () => {
    expect(segmentText(a(97))).toMatchObject({ units: 97, unitsInLastPart: 97, unitsPerPart: 160, forcing: [] });
    expect(segmentText(`${a(160)}€`)).toMatchObject({ units: 162, unitsInLastPart: 9, unitsPerPart: 153 });
    expect(segmentText('')).toEqual({
      encoding: 'gsm7',
      units: 0,
      parts: [],
      unitsInLastPart: 0,
      unitsPerPart: 160,
      forcing: [],
    });
  });

  it.each(['ç', 'á', 'í', '`', '\t', '\u001b', '\u00a0', 'Œ', 'α'])('does not hold %j', (character) => {
    expect(segmentText(character).encoding).toBe('ucs2');
  });
});

describe('UCS-2', () => {
  const z = (count: number): string => '中'.repeat(count);

  it.each([
    [1, 1],
    [69, 1],
    [70, 1],
    [71, 2],
    [133, 2],
    [134, 2],
    [135, 3],
    [201, 3],
    [202, 4],
  ])('%i Chinese characters take %i parts', (count, expected) => {
    expect(splitParts(z(count))).toHaveLength(expected);
    expect(countParts(z(count))).toBe(expected);
  });

  it('counts extension characters once when another character forces UCS-2 (Twilio calculator #18, #57)', () => {
    expect(segmentText('中€[]{}^~|\\')).toMatchObject({ encoding: 'ucs2', units: 10, unitsInLastPart: 10 });
    expect(countParts(`中${'€'.repeat(69)}`)).toBe(1);
    expect(countParts(`中${'[]{}'.repeat(17)}~`)).toBe(1);
    expect(countParts(`中${'[]{}'.repeat(17)}~|`)).toBe(2);
    expect(segmentText(`😀${'{}'.repeat(34)}`)).toMatchObject({ units: 70, unitsInLastPart: 70 });
  });

  it('makes 160 letters of one part three by one curly apostrophe', () => {
    expect(countParts(a(160))).toBe(1);
    expect(countParts(`${a(80)}’${a(79)}`)).toBe(3);
  });

  it('never splits a surrogate pair', () => {
    expect(sizes(`${a(66)}😀${a(10)}`)).toEqual([66, 12]);
    expect(sizes(`${a(65)}😀${a(10)}`)).toEqual([67, 10]);
    expect(sizes('😀'.repeat(40))).toEqual([66, 14]);
  });

  it('keeps an emoji family, a flag, a skin tone and a keycap whole at an edge', () => {
    expect(FAMILY).toHaveLength(11);
    expect(parts(`${a(60)}${FAMILY}${a(20)}`)).toEqual([a(60), FAMILY + a(20)]);
    expect(parts(`${a(65)}${FLAG}${a(20)}`)).toEqual([a(65), FLAG + a(20)]);
    expect(parts(`${a(65)}👍🏽${a(20)}`)).toEqual([a(65), `👍🏽${a(20)}`]);
    expect(parts(`${a(65)}1\ufe0f\u20e3${a(20)}`)).toEqual([a(65), `1\ufe0f\u20e3${a(20)}`]);
    expect(parts(`${a(63)}${FLAG}${a(20)}`)).toEqual([a(63) + FLAG, a(20)]);
  });

  it('cuts a row of flags between flags', () => {
    const [first] = parts(FLAG.repeat(30));
    expect(first).toBe(FLAG.repeat(16));
  });

  it('keeps a combining mark with its letter, in Latin and in Hindi', () => {
    expect(parts(`${a(66)}e\u0301${a(20)}`)).toEqual([a(66), `e\u0301${a(20)}`]);
    const hindi = 'नमस्ते आपका ऑर्डर भेज दिया गया है और गुरुवार को पहुँच जाएगा कृपया प्रतीक्षा करें धन्यवाद';
    expect(splitParts(hindi)).toHaveLength(2);
    expect(parts(hindi)[1]).toMatch(/^[\p{Lo} ]/u);
    expect(parts(hindi).join('')).toBe(hindi);
  });

  it('keeps CR LF together where the edge falls between them', () => {
    expect(parts(`中${a(65)}\r\n${a(20)}`)).toEqual([`中${a(65)}`, `\r\n${a(20)}`]);
  });

  it('cuts a letter with more marks than a part holds, but never inside a surrogate pair', () => {
    const marks = `e${'\u0301'.repeat(100)}`;
    expect(sizes(marks)).toEqual([67, 34]);
    const chain = `😀${'\u200d😀'.repeat(40)}`;
    for (const part of parts(chain)) expect(part.isWellFormed()).toBe(true);
    expect(parts(chain).join('')).toBe(chain);
  });

  it('splits lone surrogates without losing one', () => {
    const broken = '\udc00'.repeat(80) + '\ud800'.repeat(80);
    expect(parts(broken).join('')).toBe(broken);
    expect(countParts(broken)).toBe(splitParts(broken).length);
  });
});

describe('the characters that force UCS-2', () => {
  it('names each with its place and what may stand there', () => {
    expect(segmentText('“Hi” – it’s\u00a0on… 中😀').forcing).toEqual([
      { index: 0, character: '“', suggestion: '"' },
      { index: 3, character: '”', suggestion: '"' },
      { index: 5, character: '–', suggestion: '-' },
      { index: 9, character: '’', suggestion: "'" },
      { index: 11, character: '\u00a0', suggestion: ' ' },
      { index: 14, character: '…', suggestion: '...' },
      { index: 16, character: '中', suggestion: null },
      { index: 17, character: '😀', suggestion: null },
    ]);
  });

  it('offers a composed letter where GSM-7 has it, and never another letter', () => {
    expect(segmentText('cafe\u0301').forcing).toEqual([{ index: 3, character: 'e\u0301', suggestion: 'é' }]);
    expect(segmentText('a\u0301').forcing).toEqual([{ index: 0, character: 'a\u0301', suggestion: null }]);
    expect(segmentText('está').forcing).toEqual([{ index: 3, character: 'á', suggestion: null }]);
  });

  it('says nothing of characters that GSM-7 holds', () => {
    expect(segmentText('Ñandú: 5 €').forcing).toEqual([{ index: 4, character: 'ú', suggestion: null }]);
    expect(segmentText('Ñandu: 5 € @ [x]').forcing).toEqual([]);
  });

  it('replaces all of them at once and keeps the rest', () => {
    expect(replaceForcing('“Hi” – it’s\u00a0on… cafe\u0301 中')).toBe('"Hi" - it\'s on... café 中');
    expect(segmentText(replaceForcing('“Hi” – it’s\u00a0on…\u200b')).encoding).toBe('gsm7');
    expect(replaceForcing('plain')).toBe('plain');
  });
});
