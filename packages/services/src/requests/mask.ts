import { redactText } from '../redact.ts';

/** Text kept of one side of a call, in characters: a longer one is kept by its size alone. */
const KEPT_MAX = 8192;
const LIST_MAX = 3;
const DEPTH_MAX = 8;
const NAMES_MAX = 60;

// Ids of ours and instants say nothing of a person, wherever they stand.
const OPEN_TEXT = /^(?:[a-z]{2,4}_[0-9a-hjkmnp-tv-z]{26}|\d{4}-\d\d-\d\dT[\d:.]{5,12}(?:Z|[+-]\d\d:\d\d))$/;
/** Fields whose values are words of ours or of a standard; shown only when they look like one. */
const WORD_FIELDS = new Set([
  'action',
  'channel',
  'channels',
  'class',
  'code',
  'country',
  'currency',
  'environment',
  'error',
  'event_types',
  'kind',
  'level',
  'locale',
  'mode',
  'operation',
  'origin',
  'outcome',
  'party',
  'protocol',
  'purpose',
  'reason_code',
  'rule',
  'scope',
  'state',
  'status',
  'topic',
  'type',
]);
/** What our own sentences of a refusal stand in; they may quote an address, so they are redacted. */
const SENTENCE_FIELDS = new Set(['title', 'detail', 'cure', 'message', 'path', 'type']);
const WORD = /^[A-Za-z][A-Za-z_.-]{0,39}$/;
/** Values that are dropped whatever they are: who sees the log must not be able to use them. */
const SECRET_FIELDS = /secret|password|token|authorization|signature|credential|^(?:codes?|pin|otp)$/i;
/** What a template is filled in with: its names are the caller's, so none of them says what kind of value it holds. */
const FILLED_IN = new Set(['variables', 'values']);
const ADDRESS_FIELDS = new Set(['to', 'address', 'recipient', 'ip']);
const NUMBER = /^\+?(\d{2})\d{5,}(\d{2})$/;
const MAILBOX = /^([^@\s])[^@\s]*@([^@\s]+)$/;
// A name is a word of a schema: anything else may be an address somebody used as a name.
const PLAIN_NAME = /^[A-Za-z_][A-Za-z_.-]{0,39}$/;

/**
 * The text of a JSON value as it may be kept: names, shape, numbers, ids, instants and words of ours stay; addresses keep the ends that tell
 * them apart for a person who knows them, every other text only its length; secrets go. Of
 * a refusal of ours (`isRefusal`) the sentences stay. Undefined when there is nothing, or it is too large to keep.
 */
export function maskJson(value: unknown, isRefusal = false): string | undefined {
  const text = JSON.stringify(maskValue(value, '', 0, isRefusal));
  return text === undefined || text.length > KEPT_MAX ? undefined : text;
}

function maskValue(value: unknown, name: string, depth: number, isRefusal: boolean): unknown {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'string') return maskText(value, name, isRefusal);
  if (SECRET_FIELDS.test(name)) return '(dropped)';
  // A number as long as that of a phone may be one.
  if (typeof value === 'number') return Math.abs(value) >= 1e7 && ADDRESS_FIELDS.has(name) ? '(number)' : value;
  if (typeof value !== 'object') return undefined;
  if (depth >= DEPTH_MAX) return '(deeper)';
  if (Array.isArray(value)) {
    const kept = value.slice(0, LIST_MAX).map((entry) => maskValue(entry, name, depth + 1, isRefusal));
    return value.length > LIST_MAX ? [...kept, `(${value.length - LIST_MAX} more)`] : kept;
  }
  const entries = Object.entries(value);
  if (FILLED_IN.has(name)) return maskFilledIn(entries);
  const kept = entries
    .slice(0, NAMES_MAX)
    .map(([inner, held]) => [
      PLAIN_NAME.test(inner) ? inner : `(name of ${inner.length} characters)`,
      maskValue(held, inner, depth + 1, isRefusal),
    ]);
  return Object.fromEntries(
    entries.length > NAMES_MAX ? [...kept, ['(more)', `${entries.length - NAMES_MAX} more fields`]] : kept,
  );
}

function maskFilledIn(entries: readonly [string, unknown][]): object {
  const kept = entries.slice(0, NAMES_MAX).map(([name, value]) => {
    const shown = typeof value === 'string' ? `(${value.length} characters)` : `(${typeof value})`;
    return [PLAIN_NAME.test(name) ? name : `(name of ${name.length} characters)`, shown];
  });
  return Object.fromEntries(kept);
}

function maskText(text: string, name: string, isRefusal: boolean): string {
  if (OPEN_TEXT.test(text)) return text;
  if (isRefusal && SENTENCE_FIELDS.has(name)) return redactText(text);
  if (WORD_FIELDS.has(name) && WORD.test(text)) return text;
  if (SECRET_FIELDS.test(name)) return '(dropped)';
  if (ADDRESS_FIELDS.has(name)) return maskAddress(text);
  return `(${text.length} characters)`;
}

/** +525512345678 reads +52…78, ana@example.com reads a…@example.com. */
function maskAddress(text: string): string {
  const number = NUMBER.exec(text);
  if (number !== null) return `${text.startsWith('+') ? '+' : ''}${number[1]}…${number[2]}`;
  const mailbox = MAILBOX.exec(text);
  return mailbox === null ? `(${text.length} characters)` : `${mailbox[1]}…@${mailbox[2]}`;
}
