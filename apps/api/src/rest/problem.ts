import { ERRORS, type ErrorCode, SignalboxError } from '@signalbox/contracts';
import { isDatabaseAway } from '@signalbox/services';
import type { Reply } from '../http/reply.ts';

/** What one refusal is made of, before any transport. */
export interface Refusal {
  code: ErrorCode;
  error: SignalboxError | undefined;
}

const AWAY_SECONDS = 2;

/**
 * The one judgement of what a caller may learn of an error: its code and words when it is ours, that it is to come again while the database
 * is away, `internal` and nothing else of anything else.
 */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof SignalboxError) return { code: error.code, error };
  if (!isDatabaseAway(error)) return { code: 'internal', error: undefined };
  const away = new SignalboxError('overloaded', { retryAfterSeconds: AWAY_SECONDS, internal: String(error) });
  return { code: away.code, error: away };
}

/** Turns errors into problem documents (RFC 9457). */
export type ProblemWriter = (error: unknown, requestId: string, headers?: Record<string, string>) => Reply;

/** Builds the one translator of errors for REST; `docsUrl` is where `/errors/<code>` explains each code. */
export function createProblemWriter(docsUrl: string): ProblemWriter {
  return (thrown, requestId, headers) => {
    const { code, error } = refusalOf(thrown);
    const row = ERRORS[code];
    const problem = {
      type: `${docsUrl}/errors/${code}`,
      title: row.title,
      status: row.status,
      code,
      detail: error?.detail,
      cure: row.cure,
      request_id: requestId,
      errors: error !== undefined && error.fields.length > 0 ? error.fields : undefined,
    };
    return {
      status: row.status,
      headers: {
        'Content-Type': 'application/problem+json',
        'Cache-Control': 'no-store',
        'X-Content-Type-Options': 'nosniff',
        'X-Request-Id': requestId,
        ...challengeOf(code, error),
        ...(error?.retryAfterSeconds === undefined
          ? {}
          : { 'Retry-After': String(Math.max(1, Math.ceil(error.retryAfterSeconds))) }),
        ...headers,
      },
      body: JSON.stringify(problem),
    };
  };
}

/** RFC 6750, section 3: a call without a credential gets the bare challenge, a wrong credential gets `invalid_token`. */
function challengeOf(code: ErrorCode, error: SignalboxError | undefined): Record<string, string> {
  if (code !== 'unauthenticated') return {};
  const fault = error?.detail === undefined ? '' : ', error="invalid_token"';
  return { 'WWW-Authenticate': `Bearer realm="signalbox"${fault}` };
}
