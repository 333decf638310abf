import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiError, ConnectionError, SignalboxError } from './errors.ts';
import { VERSION } from './generated/version.ts';
import { type Page, Pages } from './pages.ts';
import { isPassing, MAX_TRIES, pauseSeconds, RetryBudget, readRetryAfter } from './retry.ts';

/** What one call may set for itself. */
export interface CallOptions {
  /** How long one try may take, in milliseconds; the client's own when absent. */
  timeoutMs?: number;
  /** Ends the call, its retries included. */
  signal?: AbortSignal;
}

/** A call that can be repeated safely under a key. */
export interface IdempotentCallOptions extends CallOptions {
  /** One of your own, kept when you repeat the call after a crash. Without it every call gets a new one, kept over its retries. */
  idempotencyKey?: string;
}

/** One call as the resources describe it. */
export interface Call {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  query?: object;
  body?: object;
  takesIdempotencyKey?: boolean;
  options: IdempotentCallOptions;
}

interface Settings {
  apiKey: string;
  baseUrl: string;
  timeoutMs: number;
  fetch: typeof fetch;
}

/** Speaks with the api: one call in, one parsed answer out, retries and errors between. */
export class Transport {
  readonly #settings: Settings;
  readonly #budget = new RetryBudget();

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /** Resolves with the answer of the api as it came: fields this version does not know are kept. */
  async call<Answer>(call: Call): Promise<Answer> {
    const key = call.takesIdempotencyKey ? (call.options.idempotencyKey ?? randomUUID()) : undefined;
    const isRepeatable = call.method !== 'POST' || key !== undefined;
    this.#budget.deposit();
    for (let tries = 1; ; tries += 1) {
      const outcome = await this.#tryOnce(call, key);
      if (!(outcome instanceof SignalboxError)) return outcome.value as Answer;
      const mayPass =
        outcome instanceof ApiError ? isPassing(outcome.status, outcome.code, isRepeatable) : isRepeatable;
      if (!mayPass || tries === MAX_TRIES) throw outcome;
      const pause = pauseSeconds(tries, outcome instanceof ApiError ? outcome.retryAfterSeconds : undefined);
      if (pause === undefined || !this.#budget.withdraw()) throw outcome;
      await sleep(pause * 1000, undefined, { signal: call.options.signal });
    }
  }

  /** A list, page after page. */
  pages<Item>(call: Call): Pages<Item> {
    return new Pages((cursor) => {
      const query = cursor === undefined ? call.query : { ...call.query, cursor };
      return this.call<Page<Item>>({ ...call, ...(query === undefined ? {} : { query }) });
    });
  }

  async #tryOnce(call: Call, key: string | undefined): Promise<{ value: unknown } | SignalboxError> {
    const { timeoutMs = this.#settings.timeoutMs, signal } = call.options;
    signal?.throwIfAborted();
    const timeout = AbortSignal.timeout(timeoutMs);
    try {
      const response = await this.#settings.fetch(this.#urlOf(call), {
        method: call.method,
        headers: {
          Accept: 'application/json',
          Authorization: `Bearer ${this.#settings.apiKey}`,
          'User-Agent': `signalbox-typescript/${VERSION} (node ${process.versions.node})`,
          ...(call.body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...(key === undefined ? {} : { 'Idempotency-Key': key }),
        },
        // The key goes to the api named and nowhere else.
        redirect: 'manual',
        signal: signal === undefined ? timeout : AbortSignal.any([timeout, signal]),
        ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      });
      const text = await response.text();
      if (response.ok) return { value: read(response, text) };
      const { status, headers } = response;
      return new ApiError({ status, headers, text }, readRetryAfter(headers.get('retry-after'), Date.now()));
    } catch (cause) {
      if (cause instanceof SignalboxError) throw cause;
      signal?.throwIfAborted();
      const why = timeout.aborted ? `within ${timeoutMs} ms` : `(${reasonOf(cause)})`;
      return new ConnectionError(`${this.#settings.baseUrl} did not answer ${why}.`, { cause });
    }
  }

  #urlOf({ path, query }: Call): string {
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries(query ?? {})) {
      if (value !== undefined && value !== null) parameters.set(name, String(value));
    }
    return this.#settings.baseUrl + path + (parameters.size === 0 ? '' : `?${parameters}`);
  }
}

function read(response: Response, text: string): unknown {
  if (text === '') return undefined;
  if (!/\bjson\b/.test(response.headers.get('content-type') ?? '')) return text;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new SignalboxError('The answer is not the JSON it says it is.', { cause });
  }
}

function reasonOf(thrown: unknown): string {
  const inner = thrown instanceof Error && thrown.cause instanceof Error ? thrown.cause : thrown;
  const { code, message } = inner as { code?: unknown; message?: unknown };
  return String(code ?? message ?? inner);
}

/** An id as one segment of a path; what would lead to another path is refused. */
export function segment(id: string): string {
  if (typeof id !== 'string' || /^\.{0,2}$/.test(id)) {
    throw new SignalboxError(`"${id}" is no id: give the id that the api answered.`);
  }
  return encodeURIComponent(id);
}
