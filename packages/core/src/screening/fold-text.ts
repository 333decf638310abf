import { letterWithin, readAs } from './look-alikes.ts';

/** A text as it is searched, with where each of its UTF-16 units comes from in the text that was given. */
export interface FoldedText {
  text: string;
  /** For each unit, the first unit it comes from, and the one after the last. */
  starts: readonly number[];
  ends: readonly number[];
}

/** Characters by code point, and the stretch each comes from: plain arrays, for this runs over every text of some countries. */
interface Characters {
  codes: number[];
  starts: number[];
  ends: number[];
}

const MARKS = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g;
const UNSEEN = /\p{Cf}/gu;
const LETTER = /\p{L}/u;
const SPACE = 0x20;
const ASCII_END = 0x80;
const SEPARATORS: ReadonlySet<number> = new Set([...".-_*,'~/ "].map((character) => character.charCodeAt(0)));
/** So many letters that stand alone, one after another, are a word that was pulled apart. */
const SPELLED_OUT = 3;
/** So many arguments every call takes. */
const AT_ONCE = 4096;

const codeOf = (character: string): number => character.codePointAt(0) ?? 0;
const plainCode = (character: string): number => codeOf(/\s/.test(character) ? ' ' : readAs(character.toLowerCase()));
/** What each ASCII character is read as, and the letter it stands for within a word (0 for none). */
const ASCII = Array.from({ length: ASCII_END }, (_, code) => plainCode(String.fromCharCode(code)));
const WITHIN = Array.from({ length: ASCII_END }, (_, code) => codeOf(letterWithin(String.fromCharCode(code)) ?? '\0'));

function isLetter(code: number | undefined): boolean {
  if (code === undefined) return false;
  return code < ASCII_END ? code >= 0x61 && code <= 0x7a : LETTER.test(String.fromCodePoint(code));
}

/**
 * Folds a text so that words are found however they are written: case, accents, full width and other forms of a letter, letters of other
 * scripts that look the same, digits for letters within a word, characters nobody sees, and letters set apart (`j.u.d.i`).
 */
export function foldText(given: string): FoldedText {
  const characters = foldCharacters(given);
  readLetters(characters.codes);
  return spell(joinSpelledOut(characters));
}

/** Every character in its plainest form; blanks are one. */
function foldCharacters(given: string): Characters {
  const folded: Characters = { codes: [], starts: [], ends: [] };
  for (let start = 0; start < given.length; ) {
    const code = given.codePointAt(start) ?? 0;
    const end = start + (code > 0xffff ? 2 : 1);
    if (code < ASCII_END) push(folded, ASCII[code] ?? code, start, end);
    else {
      const character = given.slice(start, end);
      const plain = character.normalize('NFKD').replace(MARKS, '').replace(UNSEEN, '');
      for (const one of plain.toLowerCase()) push(folded, plainCode(one), start, end);
    }
    start = end;
  }
  return folded;
}

function push({ codes, starts, ends }: Characters, code: number, start: number, end: number): void {
  if (code === SPACE && codes[codes.length - 1] === SPACE) {
    ends[ends.length - 1] = end;
    return;
  }
  codes.push(code);
  starts.push(start);
  ends.push(end);
}

/** Digits and signs between two letters become the letters they stand for. */
function readLetters(codes: number[]): void {
  for (let index = 1; index < codes.length - 1; index += 1) {
    const letter = WITHIN[codes[index] ?? 0];
    if (letter && isLetter(codes[index - 1]) && isLetter(codes[index + 1])) codes[index] = letter;
  }
}

/** Letters that stand alone, one after another, become one word. */
function joinSpelledOut(given: Characters): Characters {
  if (!hasSpelledOut(given.codes)) return given;
  const joined: Characters = { codes: [], starts: [], ends: [] };
  for (let index = 0; index < given.codes.length; ) {
    const letters = isLetter(given.codes[index - 1]) ? 0 : lettersSetApart(given.codes, index);
    const count = letters >= SPELLED_OUT ? letters : 1;
    for (let letter = 0; letter < count; letter += 1) {
      const from = index + letter * 2;
      joined.codes.push(given.codes[from] ?? 0);
      joined.starts.push(given.starts[from] ?? 0);
      joined.ends.push(given.ends[from] ?? 0);
    }
    index += count * 2 - 1;
  }
  return joined;
}

/** Whether any letters are set apart: most texts have none, and are taken as they are. */
function hasSpelledOut(codes: readonly number[]): boolean {
  let isInWord = false;
  for (let index = 0; index < codes.length; index += 1) {
    const isOne = isLetter(codes[index]);
    if (isOne && !isInWord && lettersSetApart(codes, index) >= SPELLED_OUT) return true;
    isInWord = isOne;
  }
  return false;
}

/** How many letters stand alone from here on, each but the last before a separator. */
function lettersSetApart(codes: readonly number[], from: number): number {
  let letters = 0;
  for (let index = from; isLetter(codes[index]); index += 2) {
    const next = codes[index + 1];
    if (isLetter(next)) return letters;
    letters += 1;
    if (next === undefined || !SEPARATORS.has(next)) return letters;
  }
  return letters;
}

function spell({ codes, starts, ends }: Characters): FoldedText {
  if (codes.every((code) => code <= 0xffff)) {
    let text = '';
    for (let from = 0; from < codes.length; from += AT_ONCE)
      text += String.fromCharCode(...codes.slice(from, from + AT_ONCE));
    return { text, starts, ends };
  }
  const units = (of: readonly number[]) => of.flatMap((at, index) => ((codes[index] ?? 0) > 0xffff ? [at, at] : [at]));
  return { text: codes.map((code) => String.fromCodePoint(code)).join(''), starts: units(starts), ends: units(ends) };
}
