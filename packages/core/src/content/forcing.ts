import { septetsOf } from './gsm7.ts';
import { REPLACEMENTS } from './replacements.ts';

/** A character that is not in GSM-7 and so makes the whole text UCS-2. */
export interface ForcingCharacter {
  /** Place in the text, in UTF-16 code units. */
  index: number;
  character: string;
  /** What may stand in its place without a change of meaning (possibly nothing: ''), or null when there is no such thing. */
  suggestion: string | null;
}

const isCombining = (codePoint: number): boolean => codePoint >= 0x300 && codePoint < 0x370;

/** Every character of the text that is not in GSM-7, in order. A letter with a combining accent is named with its accent, and offered composed where GSM-7 has it. */
export function findForcing(text: string): ForcingCharacter[] {
  const found: ForcingCharacter[] = [];
  let index = 0;
  while (index < text.length) {
    const codePoint = text.codePointAt(index) as number;
    const size = codePoint > 0xffff ? 2 : 1;
    const next = text.codePointAt(index + size);
    if (next !== undefined && isCombining(next)) {
      const character = text.slice(index, index + size + 1);
      found.push({ index, character, suggestion: composed(character) });
      index += size + 1;
      continue;
    }
    if (size === 2 || septetsOf(codePoint) === 0) {
      const character = text.slice(index, index + size);
      found.push({ index, character, suggestion: REPLACEMENTS[character] ?? null });
    }
    index += size;
  }
  return found;
}

function composed(character: string): string | null {
  const whole = character.normalize('NFC');
  return whole.length === 1 && septetsOf(whole.charCodeAt(0)) > 0 ? whole : null;
}

/** The text with every suggestion taken: what the "replace" button of an editor gives. */
export function replaceForcing(text: string): string {
  let result = '';
  let from = 0;
  for (const { index, character, suggestion } of findForcing(text)) {
    if (suggestion === null) continue;
    result += text.slice(from, index) + suggestion;
    from = index + character.length;
  }
  return result + text.slice(from);
}
