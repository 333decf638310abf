import type { z } from 'zod';
import type { FieldError } from './errors.ts';

/** Most field errors in one answer: a body of a million wrong fields must not make an answer of a million sentences. */
export const FIELD_ERRORS_MAX = 50;
/** Longest name of one path step in an answer, in UTF-16 code units; longer ones are cut and end in an ellipsis. */
const STEP_MAX = 80;

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** How an expected type is said in a sentence. */
const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'text in double quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  record: 'an object',
  array: 'a list',
  null: 'null',
};

/** Formats whose own pattern would not help a reader. */
const FORMAT_WORDS: Readonly<Record<string, string>> = {
  datetime: 'an RFC 3339 instant such as 2026-11-23T09:00:00Z',
  date: 'a date such as 2026-11-23',
  email: 'a mail address such as ana@example.com',
  url: 'an absolute address such as https://example.com/',
  uuid: 'a UUID',
};

const stepText = (step: PropertyKey): string => {
  const text = String(step);
  return text.length > STEP_MAX ? `${text.slice(0, STEP_MAX).toWellFormed()}…` : text.toWellFormed();
};

const pathText = (basePath: string, path: Path): string =>
  [...(basePath === '' ? [] : [basePath]), ...path.map(stepText)].join('.');

const sentence = (text: string): string => {
  const trimmed = text.trim();
  const capital = trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
  return /[.!?]$/.test(capital) ? capital : `${capital}.`;
};

/** True when the caller's value is known to be absent at that path. */
function isAbsent(input: unknown, path: Path): boolean {
  let value = input;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return true;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return value === undefined;
}

type Said = { code: string; message: string };

const UNKNOWN_FIELD: Said = {
  code: 'unknown_field',
  message: 'There is no such field here; remove it or correct its name.',
};

function sayRequired(expected: string): Said {
  return { code: 'required', message: `This field is required; give ${TYPE_WORDS[expected] ?? 'a value'}.` };
}

function sayType(issue: z.core.$ZodIssueInvalidType, absent: boolean | undefined): Said {
  // Without the input the parser's own English sentence is the only trace of an absent value.
  if (absent ?? issue.message.endsWith('received undefined')) return sayRequired(issue.expected);
  return { code: 'wrong_type', message: `Must be ${TYPE_WORDS[issue.expected] ?? `of type ${issue.expected}`}.` };
}

function sayTooBig(issue: z.core.$ZodIssueTooBig): Said {
  const most = String(issue.maximum);
  if (issue.origin === 'string') {
    return { code: 'too_long', message: `Must be at most ${most} characters long; shorten it.` };
  }
  if (issue.origin === 'array' || issue.origin === 'set') {
    return { code: 'too_many', message: `Must have at most ${most} entries; split it.` };
  }
  return { code: 'too_big', message: `Must be ${issue.inclusive === false ? 'less than' : 'at most'} ${most}.` };
}

function sayTooSmall(issue: z.core.$ZodIssueTooSmall): Said {
  const least = String(issue.minimum);
  if (issue.origin === 'string') {
    return {
      code: 'too_short',
      message: least === '1' ? 'Must not be empty.' : `Must be at least ${least} characters long.`,
    };
  }
  if (issue.origin === 'array' || issue.origin === 'set') {
    return { code: 'too_few', message: `Must have at least ${least} ${least === '1' ? 'entry' : 'entries'}.` };
  }
  return { code: 'too_small', message: `Must be ${issue.inclusive === false ? 'more than' : 'at least'} ${least}.` };
}

function sayFormat(issue: z.core.$ZodIssueInvalidStringFormat): Said {
  const isOurs = !issue.message.startsWith('Invalid ');
  const words = FORMAT_WORDS[issue.format];
  const fallback = words === undefined ? 'Has a form that is not taken here; see the reference.' : `must be ${words}`;
  return { code: 'format_invalid', message: sentence(isOurs ? issue.message : fallback) };
}

function sayOptions(options: readonly unknown[]): Said {
  const list = options.map(String).join(', ');
  return { code: 'not_allowed', message: options.length === 1 ? `Must be ${list}.` : `Must be one of: ${list}.` };
}

function sayCustom(issue: z.core.$ZodIssueCustom): Said {
  const code = issue.params?.code;
  return { code: typeof code === 'string' ? code : 'invalid_value', message: sentence(issue.message) };
}

/** The branch of a union that came nearest: the one with the fewest complaints. */
function nearestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  return branches.reduce<readonly Issue[]>(
    (best, branch) => (best.length === 0 || branch.length < best.length ? branch : best),
    [],
  );
}

function* walkIssues(issues: readonly Issue[], prefix: Path): Generator<{ issue: Issue; path: Path }> {
  for (const issue of issues) {
    const path = [...prefix, ...issue.path];
    if (issue.code === 'invalid_union' && issue.errors.length > 0) yield* walkIssues(nearestBranch(issue.errors), path);
    else if (issue.code === 'invalid_element') yield* walkIssues(issue.issues, path);
    else yield { issue, path };
  }
}

function sayIssue(issue: Issue, absent: boolean | undefined): Said {
  switch (issue.code) {
    case 'invalid_type':
      return sayType(issue, absent);
    case 'too_big':
      return sayTooBig(issue);
    case 'too_small':
      return sayTooSmall(issue);
    case 'invalid_format':
      return sayFormat(issue);
    case 'invalid_value':
      return absent === true
        ? { code: 'required', message: `This field is required. ${sayOptions(issue.values).message}` }
        : sayOptions(issue.values);
    case 'not_multiple_of':
      return { code: 'not_allowed', message: `Must be a multiple of ${issue.divisor}.` };
    case 'invalid_union': {
      const options = 'options' in issue && Array.isArray(issue.options) ? issue.options : [];
      if (options.length === 0) return { code: 'not_allowed', message: 'Fits none of the forms taken here.' };
      return absent === true
        ? { code: 'required', message: `This field is required. ${sayOptions(options).message}` }
        : sayOptions(options);
    }
    case 'invalid_key': {
      const first = issue.issues[0];
      return {
        code: 'key_invalid',
        message: first ? `Key: ${sayIssue(first, false).message}` : 'This key is not taken.',
      };
    }
    case 'custom':
      return sayCustom(issue);
    default:
      return { code: 'invalid_value', message: 'This value is not taken here; see the reference.' };
  }
}

/**
 * Turns a schema's complaints into field errors: dotted paths under `basePath`, stable codes, one sentence each with the cure;
 * at most FIELD_ERRORS_MAX. Give the parsed `input` too and an absent choice reads `required` instead of `not_allowed`.
 * Codes: required, wrong_type, unknown_field, too_long, too_short, too_many, too_few, too_big, too_small, not_allowed,
 * format_invalid, key_invalid, invalid_value, or the `code` in the params of a custom refinement.
 */
export function fieldErrorsOf(error: z.ZodError, basePath = '', input?: unknown): FieldError[] {
  const found = new Map<string, FieldError>();
  const add = (path: string, said: Said): void => {
    found.set(`${path}\n${said.code}`, { path, ...said });
  };
  for (const { issue, path } of walkIssues(error.issues, [])) {
    if (found.size >= FIELD_ERRORS_MAX) break;
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys.slice(0, FIELD_ERRORS_MAX - found.size)) {
        add(pathText(basePath, [...path, key]), UNKNOWN_FIELD);
      }
    } else {
      add(pathText(basePath, path), sayIssue(issue, input === undefined ? undefined : isAbsent(input, path)));
    }
  }
  return [...found.values()];
}
