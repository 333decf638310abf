/** Anything this client throws on purpose. */
export class SignalboxError extends Error {
  override name = 'SignalboxError';
}

/** No answer came: the address is wrong, the network is down, or the time was up. A call that may be repeated safely was. */
export class ConnectionError extends SignalboxError {
  override name = 'ConnectionError';
}

/** One field at fault: where (dotted path), a stable code, and a sentence with the cure. */
export interface FieldError {
  path: string;
  code: string;
  message: string;
}

/** The api refused the call (RFC 9457). */
export class ApiError extends SignalboxError {
  override name = 'ApiError';
  /** HTTP status of the answer. */
  readonly status: number;
  /** Stable code such as `request_invalid`; `http_502` and the like when something before the api answered. */
  readonly code: string;
  /** One sentence that says what to do. */
  readonly cure: string | undefined;
  /** Quote it when you ask for help. */
  readonly requestId: string | undefined;
  /** Every field at fault. */
  readonly errors: readonly FieldError[];
  /** When the call may be repeated, in seconds from now. */
  readonly retryAfterSeconds: number | undefined;

  constructor(answer: { status: number; headers: Headers; text: string }, retryAfterSeconds: number | undefined) {
    const problem = readProblem(answer.text);
    const title = typeof problem.title === 'string' ? problem.title : `The server answered ${answer.status}.`;
    const errors = Array.isArray(problem.errors) ? (problem.errors as FieldError[]) : [];
    const detail = typeof problem.detail === 'string' ? ` ${problem.detail}` : '';
    super(title + detail + errors.map(({ path, message }) => ` ${path}: ${message}`).join(''));
    this.status = answer.status;
    this.code = typeof problem.code === 'string' ? problem.code : `http_${answer.status}`;
    this.cure = typeof problem.cure === 'string' ? problem.cure : undefined;
    this.requestId =
      typeof problem.request_id === 'string' ? problem.request_id : (answer.headers.get('x-request-id') ?? undefined);
    this.errors = errors;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

function readProblem(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
