import { ERRORS, type ErrorCode, type FieldError } from '@signalbox/contracts';

/** What a failed call has to say: a code of the table of refusals, the fields at fault and the id to quote. */
export interface ProblemView {
  code: ErrorCode | 'unreachable';
  detail: string | null;
  requestId: string | null;
  fields: FieldError[];
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const isCode = (value: unknown): value is ErrorCode => typeof value === 'string' && Object.hasOwn(ERRORS, value);

function fieldsOf(value: unknown): FieldError[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item) =>
    isRecord(item) && typeof item.path === 'string' && typeof item.message === 'string'
      ? [{ path: item.path, code: textOf(item.code) ?? 'invalid', message: item.message }]
      : [],
  );
}

/** Reads any error of a call. A call that never got an answer is `unreachable`. */
export function problemOf(error: unknown): ProblemView {
  const data = isRecord(error) && isRecord(error.data) ? error.data : undefined;
  if (data === undefined) return { code: 'unreachable', detail: null, requestId: null, fields: [] };
  return {
    code: isCode(data.code) ? data.code : 'internal',
    detail: textOf(data.detail),
    requestId: textOf(data.request_id),
    fields: fieldsOf(data.errors),
  };
}

/** True when the session is no longer valid. */
export function isSignedOut(error: unknown): boolean {
  return problemOf(error).code === 'unauthenticated';
}
