import type { WebhookFailure } from '@signalbox/contracts';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

// The schedule of Svix: the first try at once, then these waits, each 20 % longer or shorter so that failures do not march in step.
const WAITS_MS: readonly number[] = [
  5 * SECOND_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
  10 * HOUR_MS,
];
const JITTER = 0.2;
const GONE = 410;
const SLOW_DOWN: readonly number[] = [429, 502, 504];
const PAUSE_MS = 5 * SECOND_MS;
const LONGEST_RETRY_AFTER_MS = 10 * HOUR_MS;

/** What came of a try: an answer with its status, or none. `retryAfterMs` is the Retry-After of the answer, null without one. */
export type TryAnswer =
  | { kind: 'answered'; status: number; retryAfterMs: number | null }
  | { kind: 'unanswered'; failure: WebhookFailure };

/** What follows a try. */
export interface TryVerdict {
  state: 'delivered' | 'pending' | 'failed';
  failure: WebhookFailure | null;
  /** Until the next try of this delivery in milliseconds, 0 when there is none. */
  waitMs: number;
  /** For how long nothing else should be sent to the endpoint, in milliseconds: it asked for it. */
  pauseMs: number;
}

/**
 * Judges the try with number `tries` (from 1) of a delivery that is tried once, or by the schedule. Only 2xx counts; a redirect is a
 * failure, 410 ends the delivery, 429, 502 and 504 slow down. `draw` in [0, 1) makes the jitter.
 */
export function judgeTry(given: { tries: number; once: boolean; answer: TryAnswer; draw: number }): TryVerdict {
  const { tries, once, answer, draw } = given;
  const failure = answer.kind === 'answered' ? failureOf(answer.status) : answer.failure;
  if (failure === null) return { state: 'delivered', failure, waitMs: 0, pauseMs: 0 };
  const askedMs = answer.kind === 'answered' ? Math.min(answer.retryAfterMs ?? 0, LONGEST_RETRY_AFTER_MS) : 0;
  const pauseMs = failure === 'slow_down' ? Math.max(askedMs, PAUSE_MS) : 0;
  const plannedMs = once ? undefined : WAITS_MS[tries - 1];
  if (failure === 'gone' || plannedMs === undefined) return { state: 'failed', failure, waitMs: 0, pauseMs };
  const waitMs = Math.max(plannedMs * (1 - JITTER + 2 * JITTER * draw), askedMs);
  return { state: 'pending', failure, waitMs, pauseMs };
}

function failureOf(status: number): WebhookFailure | null {
  if (status >= 200 && status < 300) return null;
  if (status === GONE) return 'gone';
  if (SLOW_DOWN.includes(status)) return 'slow_down';
  return status >= 300 && status < 400 ? 'redirect' : 'status';
}

/** Reads a Retry-After header (RFC 9110 section 10.2.3), seconds or a date, as milliseconds from now; null when it is neither. */
export function readRetryAfter(text: string | undefined, nowMs: number): number | null {
  if (text === undefined) return null;
  if (/^\d{1,9}$/.test(text.trim())) return Number(text) * SECOND_MS;
  // An HTTP date begins with the name of a day; what else the engine takes for a date is not meant as one.
  const atMs = /^[A-Z][a-z]{2}/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(atMs) ? null : Math.max(0, atMs - nowMs);
}
