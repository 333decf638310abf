import type { Log } from './clock.ts';

const NUMBER_WITH_PLUS = /\+([1-9]\d)\d{2,9}(\d{4})(?!\d)/g;
// Without a plus only runs of 11 to 15 digits that stand alone: shorter ones are mostly counts, and ids mix in letters.
const BARE_NUMBER = /(?<![\w.+-])([1-9]\d)\d{5,9}(\d{4})(?![\w-])/g;
const MAILBOX = /([\p{L}\p{N}])[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]*@([\p{L}\p{N}.-]+\.\p{L}{2,})/gu;
// Database drivers append the values of a failed statement to their message: texts, addresses and codes.
const STATEMENT_VALUES = /\n(params|parameters):[\s\S]*$/i;

/** Hides what names a person: +919812341234 reads +91…1234, ana@example.com reads a…@example.com. */
export function redactText(text: string): string {
  return text
    .replace(STATEMENT_VALUES, '')
    .replace(MAILBOX, '$1…@$2')
    .replace(NUMBER_WITH_PLUS, '+$1…$2')
    .replace(BARE_NUMBER, '$1…$2');
}

/** The same of every text in a value that is shown to somebody who may not see addresses. */
export function hidePeople<Value>(value: Value): Value {
  return deepRedacted(value) as Value;
}

function deepRedacted(value: unknown): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(deepRedacted);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, deepRedacted(inner)]));
}

const DEPTH_MAX = 6;
/** Names under which a body, a text or a secret would stand; their values never reach the log. */
const CLOSED_NAMES =
  /^(body|rawbody|content|text|html|subject|password|secret|token|authorization|cookie|set-cookie|parameters|params|args|where|variables)$/i;

/** A value fit for the log: texts redacted, closed fields named but not shown, errors reduced to name, message and stack. */
function redactValue(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > DEPTH_MAX) return '…';
  if (value instanceof Error) {
    return { type: value.name, message: redactText(value.message), stack: redactText(value.stack ?? '') };
  }
  if (Array.isArray(value)) return value.slice(0, 50).map((entry) => redactValue(entry, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      CLOSED_NAMES.test(name) ? '[closed]' : redactValue(inner, depth + 1),
    ]),
  );
}

/** What writes the lines of a log, such as pino. */
export interface LineWriter {
  isLevelEnabled(level: string): boolean;
  info(fields: unknown, message: string): void;
  warn(fields: unknown, message: string): void;
  error(fields: unknown, message: string): void;
}

/** The log of a program: every sentence and every value is redacted before it is written. */
export function redactedLog(lines: LineWriter): Log {
  const write = (level: keyof Log) => (message: string, fields?: Record<string, unknown>) => {
    if (lines.isLevelEnabled(level)) lines[level](redactValue(fields ?? {}), redactText(message));
  };
  return { info: write('info'), warn: write('warn'), error: write('error') };
}
