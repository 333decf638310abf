/**
 * Letters of other scripts that are read as a Latin one (after Unicode Technical Standard 39): which letter, and what passes for it. What
 * Unicode itself holds for the same letter (full width, mathematical, circled, with accents) is folded before.
 */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  a: 'аɑα∂ⱥ',
  b: 'ьвßʙƀ',
  c: 'сϲⅽᴄȼ',
  d: 'ԁɗđð',
  e: 'еєҽɛℯǝ',
  f: 'ғƒϝ',
  g: 'ɡցǥ',
  h: 'һհнħʜ',
  i: 'іıɩιїɪ|ƚłℓӏ',
  j: 'јϳʝɉ',
  k: 'кκƙ',
  m: 'мʍ',
  n: 'пոηռɴŋ',
  o: 'оοσօøөɔ',
  p: 'рρþ',
  q: 'ԛզ',
  r: 'гʀɍя',
  s: 'ѕʂꜱ',
  t: 'тτŧƭ',
  u: 'υսцʋ',
  v: 'ѵνⱱ',
  w: 'ԝωшѡ',
  x: 'хχ×',
  y: 'уγүʏ',
  z: 'ʐƶᴢ',
};

const FOLDED: ReadonlyMap<string, string> = new Map(
  Object.entries(LOOK_ALIKES).flatMap(([letter, likes]) => [...likes].map((like): [string, string] => [like, letter])),
);

/** Digits and signs that stand for letters within a word: `g4c0r`. */
const WITHIN_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({ 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's', '!': 'i' }),
);

/** The Latin letter that a character is read as; itself where there is none. `l` is read as `i`: in most faces nobody can tell them apart. */
export const readAs = (character: string): string => (character === 'l' ? 'i' : (FOLDED.get(character) ?? character));

/** The letter that a digit or sign stands for between two letters. */
export const letterWithin = (character: string): string | undefined => WITHIN_WORDS.get(character);
