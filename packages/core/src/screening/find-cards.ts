/** A stretch of a text, in UTF-16 units, the end excluded. */
export interface Span {
  start: number;
  end: number;
}

/** Groups of digits with one blank or hyphen between them. */
const RUNS = /\d+(?:[ -]\d+)*/g;
const SHORTEST = 13;
const LONGEST = 19;
/** How many digits stand in the groups of a number as it is printed on a card. */
const PRINTED = /^(?:4 )*[1-4] $|^4 6 [45] $/;

/** Beginnings and lengths of the numbers of cards that are in use (ISO/IEC 7812, the ranges of the networks). */
const RANGES: readonly { from: number; to: number; digits: number; lengths: readonly number[] }[] = [
  { from: 4, to: 4, digits: 1, lengths: [13, 16, 19] },
  { from: 51, to: 55, digits: 2, lengths: [16] },
  { from: 2221, to: 2720, digits: 4, lengths: [16] },
  { from: 34, to: 34, digits: 2, lengths: [15] },
  { from: 37, to: 37, digits: 2, lengths: [15] },
  { from: 300, to: 305, digits: 3, lengths: [14, 16, 19] },
  { from: 36, to: 36, digits: 2, lengths: [14, 16, 19] },
  { from: 38, to: 39, digits: 2, lengths: [14, 16, 19] },
  { from: 3528, to: 3589, digits: 4, lengths: [16, 17, 18, 19] },
  { from: 6011, to: 6011, digits: 4, lengths: [16, 19] },
  { from: 644, to: 659, digits: 3, lengths: [16, 19] },
  { from: 60, to: 60, digits: 2, lengths: [16] },
  { from: 62, to: 62, digits: 2, lengths: [16, 17, 18, 19] },
  { from: 81, to: 82, digits: 2, lengths: [16] },
  { from: 50, to: 50, digits: 2, lengths: [16, 18, 19] },
  { from: 56, to: 58, digits: 2, lengths: [16, 18, 19] },
  { from: 67, to: 67, digits: 2, lengths: [16, 18, 19] },
];

/** Whether digits pass the check of ISO/IEC 7812-1, annex B (Luhn). */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place]);
    const doubled = digit * 2;
    sum += place % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/**
 * The numbers of payment cards in a text: 13 to 19 digits, alone or in groups, that pass the check and lie in the range of a network. One
 * number in ten passes the check by chance: without the range, every tenth parcel or order of that length would be taken for a card. Among
 * other numbers ("2 x 4111 1111 1111 1111") a card is looked for in one group, or in groups as they are printed.
 */
export function findCards(text: string): Span[] {
  return [...text.matchAll(RUNS)].flatMap(({ 0: run, index }) =>
    run.length < SHORTEST
      ? []
      : cardsIn([...run.matchAll(/\d+/g)].map((group) => ({ at: index + group.index, digits: group[0] }))),
  );
}

interface Group {
  at: number;
  digits: string;
}

function cardsIn(groups: readonly Group[]): Span[] {
  const found: Span[] = [];
  for (let first = 0; first < groups.length; first += 1) {
    const last = lastOfCard(groups, first);
    const [begin, end] = [groups[first], groups[last]];
    if (begin === undefined || end === undefined) continue;
    found.push({ start: begin.at, end: end.at + end.digits.length });
    first = last;
  }
  return found;
}

/** Where a card that begins with a group ends, the longest first; -1 when none begins there. */
function lastOfCard(groups: readonly Group[], first: number): number {
  let [digits, shape, card] = ['', '', -1];
  for (let last = first; last < groups.length && digits.length < LONGEST; last += 1) {
    const group = groups[last]?.digits ?? '';
    digits += group;
    shape += `${group.length} `;
    const isAlone = first === last || (first === 0 && last === groups.length - 1);
    if ((isAlone || PRINTED.test(shape)) && isOfNetwork(digits) && passesLuhn(digits)) card = last;
  }
  return card;
}

const isOfNetwork = (digits: string): boolean =>
  RANGES.some(({ from, to, digits: count, lengths }) => {
    const beginning = Number(digits.slice(0, count));
    return from <= beginning && beginning <= to && lengths.includes(digits.length);
  });
