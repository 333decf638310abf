/** How a caller may answer an error: never again as is, later as is, or after a correction. */
export type RetryAdvice = 'never' | 'later' | 'after_fix';

/** One row of the table of refusals. */
export interface ErrorRow {
  /** HTTP status of the answer. */
  status: number;
  /** One public sentence: what is wrong. */
  title: string;
  /** One public sentence: what to do. */
  cure: string;
  retry: RetryAdvice;
}

/** Errors: why we refuse a caller. Closed table; why a message did not go is in reasons.ts. */
export const ERRORS = {
  request_invalid: {
    status: 400,
    title: 'The request is not valid.',
    cure: 'Correct the fields named in `errors` and send it again.',
    retry: 'after_fix',
  },
  json_invalid: {
    status: 400,
    title: 'The body is not valid JSON.',
    cure: 'Send one JSON object in UTF-8 with Content-Type: application/json.',
    retry: 'after_fix',
  },
  unauthenticated: {
    status: 401,
    title: 'No valid credential was given.',
    cure: 'Send `Authorization: Bearer <api key>` with a key that is not revoked.',
    retry: 'after_fix',
  },
  forbidden: {
    status: 403,
    title: 'This credential may not do that.',
    cure: 'Use a key or a role that carries the permission named in `detail`.',
    retry: 'after_fix',
  },
  second_factor_required: {
    status: 403,
    title: 'The organisation requires a second factor, which this session has not proved.',
    cure: 'Set one up, or sign in with the one you have; everything else is refused until then.',
    retry: 'after_fix',
  },
  not_found: {
    status: 404,
    title: 'There is no such thing here.',
    cure: 'Check the id, and that the key belongs to the same workspace and environment.',
    retry: 'never',
  },
  method_not_allowed: {
    status: 405,
    title: 'This path does not take that method.',
    cure: 'Use one of the methods named in the Allow header.',
    retry: 'after_fix',
  },
  idempotency_in_progress: {
    status: 409,
    title: 'A call with the same Idempotency-Key is still being worked on.',
    cure: 'Repeat the same call after the time in Retry-After.',
    retry: 'later',
  },
  client_ref_taken: {
    status: 409,
    title: 'Another message already carries this client_ref.',
    cure: 'Read that message by its client_ref, or send with a new one.',
    retry: 'never',
  },
  not_cancelable: {
    status: 409,
    title: 'It can no longer be canceled.',
    cure: 'Only a message without a claimed attempt, or a verification that waits for its code, can be canceled; read how it stands.',
    retry: 'never',
  },
  conflict: {
    status: 409,
    title: 'The thing was changed by somebody else in the meantime.',
    cure: 'Read it again and repeat the change on the new version.',
    retry: 'after_fix',
  },
  workspace_changed: {
    status: 409,
    title: 'The session works in another workspace now.',
    cure: 'Load the page again; nothing was read or changed.',
    retry: 'after_fix',
  },
  payload_too_large: {
    status: 413,
    title: 'The body is too large.',
    cure: 'Keep a call under 4 MiB and a text under its channel limit.',
    retry: 'after_fix',
  },
  media_type_unsupported: {
    status: 415,
    title: 'The body is not JSON.',
    cure: 'Send Content-Type: application/json.',
    retry: 'after_fix',
  },
  idempotency_mismatch: {
    status: 422,
    title: 'This Idempotency-Key was used with another request.',
    cure: 'Use a new key for a new request; the first request is named in `detail`.',
    retry: 'after_fix',
  },
  rate_limited: {
    status: 429,
    title: 'Too many requests.',
    cure: 'Wait for the time in Retry-After.',
    retry: 'later',
  },
  queue_overflow: {
    status: 429,
    title: 'More waits already than could go out in time.',
    cure: 'Wait for the time in Retry-After, send with a longer valid_for_seconds, or add a carrier.',
    retry: 'later',
  },
  internal: {
    status: 500,
    title: 'Something failed on our side.',
    cure: 'Repeat the call with the same Idempotency-Key; quote the request id when it happens again.',
    retry: 'later',
  },
  overloaded: {
    status: 503,
    title: 'The service is not able to take this now; nothing was stored.',
    cure: 'Repeat the call after the time in Retry-After.',
    retry: 'later',
  },
} as const satisfies Record<string, ErrorRow>;

/** A code of the table of refusals. */
export type ErrorCode = keyof typeof ERRORS;

/** One field at fault: where (dotted path), a stable code, and a sentence with the cure. */
export interface FieldError {
  path: string;
  code: string;
  message: string;
}

/** What a SignalboxError carries besides its code; `internal` is for the log only and never leaves the house. */
export interface ErrorDetails {
  detail?: string;
  fields?: FieldError[];
  retryAfterSeconds?: number;
  internal?: string;
}

/** A refusal with a code of the table: doors translate it, everything else is `internal`. */
export class SignalboxError extends Error {
  readonly code: ErrorCode;
  readonly detail: string | undefined;
  readonly fields: FieldError[];
  readonly retryAfterSeconds: number | undefined;
  readonly internal: string | undefined;

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(details.internal ?? details.detail ?? ERRORS[code].title);
    this.name = 'SignalboxError';
    this.code = code;
    this.detail = details.detail;
    this.fields = details.fields ?? [];
    this.retryAfterSeconds = details.retryAfterSeconds;
    this.internal = details.internal;
  }
}
