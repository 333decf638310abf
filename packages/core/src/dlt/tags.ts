import type { DltMatching, DltTag } from '@signalbox/contracts';

/** How one kind of placeholder reads its value. */
export interface TagRule {
  /** Whether the character may occur in a value. */
  takes(character: string, matching: DltMatching): boolean;
  /** Whether the whole value has the form; asked only when each of its characters may occur. */
  isWhole(value: string): boolean;
  /** Whether the limit of the operator holds: links and addresses are longer than any limit that is published. */
  limited: boolean;
}

const whole = () => true;
const isVisible = (character: string) => !/\s/u.test(character);
const LINK = /^(?:(?:https?:\/\/|www\.)\S+|[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(?:[/?#]\S*)?)$/iu;

/** What each placeholder accepts (TRAI's direction of 18 November 2025, as providers describe it). */
export const TAG_RULES: Record<DltTag, TagRule> = {
  var: { takes: () => true, isWhole: whole, limited: true },
  numeric: { takes: (character) => /[0-9]/.test(character), isWhole: whole, limited: true },
  alphanumeric: {
    takes: (character, { alphanumeric_spaces }) =>
      /[\p{L}\p{M}\p{N}]/u.test(character) || (alphanumeric_spaces && character === ' '),
    isWhole: whole,
    limited: true,
  },
  url: { takes: isVisible, isWhole: (value) => LINK.test(value), limited: false },
  urlott: { takes: isVisible, isWhole: (value) => LINK.test(value), limited: false },
  cbn: {
    takes: (character) => /[0-9+\- ]/.test(character),
    // Short series of 3 digits and up, 15 at most with the country (ITU-T E.164).
    isWhole: (value) => /^\+?[0-9](?:[ -]?[0-9]){2,14}$/.test(value),
    limited: false,
  },
  email: { takes: isVisible, isWhole: (value) => /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(value), limited: false },
};

/** The words of a placeholder in a text, with the names some portals use. */
export const TAG_OF_WORD: ReadonlyMap<string, DltTag> = new Map([
  ['var', 'var'],
  ['numeric', 'numeric'],
  ['number', 'numeric'],
  ['alphanumeric', 'alphanumeric'],
  ['url', 'url'],
  ['urlott', 'urlott'],
  ['cbn', 'cbn'],
  ['email', 'email'],
]);
