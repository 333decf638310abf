import { isUtf8 } from 'node:buffer';
import { SignalboxError } from '@signalbox/contracts';

/** Deepest nesting of objects and lists taken. The deepest body we know needs five. */
export const JSON_DEPTH_MAX = 32;

/** Refuses a body that is not JSON by its media type; a charset other than UTF-8 or a packed body is refused too (RFC 8259, 8.1). */
export function assertJsonType(contentType: string | undefined, contentEncoding: string | undefined): void {
  const isJson = contentType === 'application/json' || isJsonWithParameters(contentType ?? '');
  if (!isJson) throw new SignalboxError('media_type_unsupported');
  if (contentEncoding !== undefined && contentEncoding.toLowerCase() !== 'identity') {
    throw new SignalboxError('media_type_unsupported', { detail: 'The body must be sent without Content-Encoding.' });
  }
}

const isJsonWithParameters = (contentType: string): boolean =>
  /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?;?\s*$/i.test(contentType);

/** The text of a JSON body; bytes that are not UTF-8 are refused, never repaired in silence. */
export function decodeJson(body: Buffer): string {
  if (!isUtf8(body)) throw new SignalboxError('json_invalid', { detail: 'The body is not UTF-8.' });
  return body.toString('utf8');
}

/**
 * Parses JSON text. Refused: text that is not JSON (`json_invalid`); by path, as `request_invalid`: nesting deeper than JSON_DEPTH_MAX,
 * the name `__proto__`, and texts no database can store (NUL, half a surrogate pair), at any depth. Of a name given twice the last
 * one counts (ECMA-262, 25.5.1).
 */
export function parseJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new SignalboxError('json_invalid', { detail: whereItBreaks(error) });
  }
  const looksAtTexts = UNSTORABLE_ESCAPE.test(text);
  if (looksAtTexts || PROTOTYPE.test(text) || isDeep(text)) refuseUnsafe(value, looksAtTexts);
  return value;
}

// Every fault can be seen in the text, and reading it once costs a tenth of walking through what was parsed: only a suspect is walked.
const PROTOTYPE = /__proto__|\\u005f|\\u00(?:70|72|6f|74)/i;
const QUOTE = 34;
const BACKSLASH = 92;

/** True for JSON text whose objects and lists are nested deeper than JSON_DEPTH_MAX. */
function isDeep(text: string): boolean {
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === QUOTE) index = endOfText(text, index);
    // The brackets of both kinds: [ and ] are 91 and 93, { and } are 123 and 125.
    else if (code === 91 || code === 123) {
      depth += 1;
      if (depth > JSON_DEPTH_MAX) return true;
    } else if (code === 93 || code === 125) depth -= 1;
  }
  return false;
}

/** Where the text that begins with the quote at `from` ends. */
function endOfText(text: string, from: number): number {
  for (let end = text.indexOf('"', from + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let escapes = end - 1;
    while (text.charCodeAt(escapes) === BACKSLASH) escapes -= 1;
    if ((end - escapes) % 2 === 1) return end;
  }
  return text.length;
}

// In UTF-8 that is JSON neither can stand as itself, only as an escape: without one no text needs a look.
const UNSTORABLE_ESCAPE = /\\u(?:0000|d[89a-f])/i;

/** True for text that UTF-8 and PostgreSQL can hold. */
export const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\u0000');

/** The parser's own sentence quotes the body, which may hold a number or a code: only the position is passed on. */
function whereItBreaks(error: unknown): string {
  const position = error instanceof Error ? /at position (\d+)/.exec(error.message)?.[1] : undefined;
  return position === undefined
    ? 'The text ends or breaks where JSON does not allow it.'
    : `The text stops being JSON at character ${position}.`;
}

type Fault = { path: string[]; code: keyof typeof FAULT_WORDS };

const FAULT_WORDS = {
  too_deep: `Objects and lists may be nested at most ${JSON_DEPTH_MAX} deep.`,
  unknown_field: 'There is no such field here; remove it.',
  invalid_value: 'Must be well-formed Unicode without NUL characters.',
} as const;

function refuseUnsafe(value: unknown, looksAtTexts: boolean): void {
  const fault = findFault(value, 1, looksAtTexts);
  if (fault === undefined) return;
  const path = fault.path.reverse().slice(0, 8).join('.');
  throw new SignalboxError('request_invalid', {
    fields: [{ path, code: fault.code, message: FAULT_WORDS[fault.code] }],
  });
}

/** Looks for the first fault; the path is built from the inside out. A schema of free keys would drop `__proto__` in silence. */
function findFault(value: unknown, depth: number, looksAtTexts: boolean): Fault | undefined {
  if (typeof value !== 'object' || value === null) {
    return looksAtTexts && typeof value === 'string' && !isStorable(value)
      ? { path: [], code: 'invalid_value' }
      : undefined;
  }
  if (depth > JSON_DEPTH_MAX) return { path: [], code: 'too_deep' };
  for (const key in value) {
    if (key === '__proto__') return { path: [key], code: 'unknown_field' };
    const inner = (value as Record<string, unknown>)[key];
    // Most values are plain: only what can hold a fault is entered.
    if (!looksAtTexts && typeof inner !== 'object') continue;
    const fault =
      looksAtTexts && !isStorable(key)
        ? { path: [], code: 'invalid_value' as const }
        : findFault(inner, depth + 1, looksAtTexts);
    if (fault === undefined) continue;
    fault.path.push(key.slice(0, 80).toWellFormed().replaceAll('\u0000', '\ufffd'));
    return fault;
  }
  return undefined;
}
