import { dltCode, isReasonCode, type ReasonCode, type SubmitAnswer } from '@signalbox/contracts';
import { canonicalMessageId, nameOfStatus, type SubmitResult } from '@signalbox/smpp';
import { DLT_STATUS_REASONS, SMPP_STATUS_REASONS } from './codes.ts';
import type { SmppSettings } from './settings.ts';

/** What statuses mean at one account: its own map over the standard. */
export class StatusBook {
  readonly #own = new Map<number, ReasonCode>();

  readonly #dlt: boolean;

  constructor(settings: SmppSettings) {
    this.#dlt = settings.dlt !== 'off';
    for (const [status, reason] of Object.entries(settings.codes_map)) {
      if (isReasonCode(reason)) this.#own.set(Number(status), reason);
    }
  }

  /** The reason of a refusing status; `throttled` when the carrier asks for a slower pace. Unknown ones are unclassified. */
  read(status: number): ReasonCode | 'throttled' {
    const own = this.#own.get(status);
    if (own !== undefined) return own === 'provider.throttled' ? 'throttled' : own;
    const scrubbed = this.#dlt ? (DLT_STATUS_REASONS[status] ?? dltCode(String(status))?.reason) : undefined;
    return scrubbed ?? SMPP_STATUS_REASONS[status] ?? 'unknown.unspecified';
  }
}

/** A status as a person reads it: number and standard name. */
export function describeStatus(status: number): string {
  const name = nameOfStatus(status);
  return `command_status 0x${status.toString(16).padStart(8, '0')}${name ? ` ${name}` : ''}`;
}

/** The answer to a text that is one submit_sm. */
export function answerToOne(settings: SmppSettings, book: StatusBook, result: SubmitResult): SubmitAnswer {
  if (result.kind === 'response') {
    if (result.status === 0)
      return { kind: 'accepted', refs: [canonicalMessageId(result.messageId, settings.message_id_response)] };
    const reason = book.read(result.status);
    const raw = describeStatus(result.status);
    if (reason === 'throttled') return { kind: 'throttled', retryAfterMs: settings.throttle_pause_ms, raw };
    return { kind: 'rejected', reason, raw };
  }
  if (result.kind === 'indeterminate') {
    return { kind: 'indeterminate', reason: 'provider.indeterminate', raw: describeLoss(result.cause), refs: [null] };
  }
  return answerToUnwritten(settings, result.cause, result.message);
}

type Unwritten = Extract<SubmitResult, { kind: 'unwritten' }>['cause'];

function answerToUnwritten(settings: SmppSettings, cause: Unwritten, message: string | undefined): SubmitAnswer {
  if (cause === 'invalid')
    return { kind: 'rejected', reason: 'content.invalid', raw: message ?? 'the message does not fit into a submit_sm' };
  if (cause === 'queue_full')
    return {
      kind: 'throttled',
      retryAfterMs: settings.throttle_pause_ms,
      raw: 'our own queue for this provider is full; nothing was sent',
    };
  return { kind: 'unsent', reason: 'provider.unavailable', raw: `no bound connection (${cause}); nothing was sent` };
}

function describeLoss(cause: 'timeout' | 'disconnected'): string {
  return cause === 'timeout' ? 'no submit_sm_resp in time' : 'the connection ended before the submit_sm_resp';
}

/**
 * The one answer to a text of several parts (reliability section 2, point 5): all accepted is accepted; anything unknown is indeterminate
 * with the references that are known; nothing written is unsent; otherwise the text did not get through whole and is rejected, its parts named.
 */
export function answerToParts(
  settings: SmppSettings,
  book: StatusBook,
  results: readonly SubmitResult[],
): SubmitAnswer {
  const answers = results.map((result) => answerToOne(settings, book, result));
  const refs = answers.map((answer) => (answer.kind === 'accepted' ? (answer.refs[0] ?? null) : null));
  const raw = (): string =>
    answers
      .map((answer, index) => `part ${index + 1}/${answers.length}: ${'raw' in answer ? answer.raw : 'accepted'}`)
      .join('; ');
  if (answers.some((answer) => answer.kind === 'indeterminate')) {
    return { kind: 'indeterminate', reason: 'provider.indeterminate', raw: raw(), refs };
  }
  const accepted = refs.filter((ref) => ref !== null);
  if (accepted.length === answers.length) return { kind: 'accepted', refs: accepted };
  const rejected = answers.find((answer) => answer.kind === 'rejected');
  if (rejected) return { ...rejected, raw: raw() };
  const throttled = answers.find((answer) => answer.kind === 'throttled');
  if (accepted.length === 0) return { ...(throttled ?? answers[0] ?? NOTHING), raw: raw() } as SubmitAnswer;
  return { kind: 'rejected', reason: throttled ? 'provider.throttled' : 'provider.unavailable', raw: raw() };
}

const NOTHING: SubmitAnswer = { kind: 'rejected', reason: 'content.invalid', raw: 'a text without parts' };

/** True for a part that was refused for pace only, so that it may go again beside its accepted sisters. */
export function isThrottle(book: StatusBook, result: SubmitResult | undefined): boolean {
  return result?.kind === 'response' && result.status !== 0 && book.read(result.status) === 'throttled';
}
