import type { EmailSubmission, SubmitAnswer, SubmitRequest } from '@signalbox/contracts';
import { keepRaw } from '../raw-text.ts';
import { SMTP_CODES, SMTP_ENHANCED, SMTP_TEXT_RULES, type SmtpOutcome } from './codes.ts';
import { hasControl, type Mailbox, readMailbox } from './mailbox.ts';

/** A mail ready to be composed. */
export interface MailToSend {
  from: Mailbox;
  to: Mailbox;
  subject: string;
  text: string | undefined;
  html: string | undefined;
  /** Besides those every mail has. */
  headers: Record<string, string>;
  /** Without angle brackets; carries the reference of the attempt. */
  messageId: string;
}

/** What a failed exchange looked like. */
export interface SmtpFailure {
  /** The reply of the server, or what went wrong. */
  text: string;
  /** Reply code, when the server gave one. */
  code: number | undefined;
  /** True once the content was given to the socket: from there on a lost connection proves nothing. */
  contentLeft: boolean;
}

/** Turns a request into a mail, or into the refusal that names the field: nothing with a line break or two recipients gets near a socket. */
export function toMail(request: SubmitRequest, defaultFrom: string): MailToSend | SubmitAnswer {
  const { submission } = request;
  if (submission.kind !== 'email') return refuse('submission: this provider carries mail only');
  const bad = findInjection(submission);
  if (bad !== undefined) return refuse(`${bad}: holds a line break or another control character`);
  const to = readMailbox(submission.to);
  if (to === undefined || to.address !== submission.to) {
    return {
      kind: 'rejected',
      reason: 'recipient.invalid_address',
      raw: 'to: is not one address such as name@example.com',
    };
  }
  const from = readMailbox(submission.from ?? defaultFrom);
  if (from === undefined) return refuse('from: is not a mailbox such as Shop <orders@example.com>');
  if (submission.text === null && submission.html === null) return refuse('text: a mail needs a text or an HTML body');
  return {
    from,
    to,
    subject: submission.subject,
    text: submission.text ?? undefined,
    html: submission.html ?? undefined,
    headers: submission.unsubscribeUrl === undefined ? {} : oneClick(submission.unsubscribeUrl),
    messageId: `${request.attemptRef}@${from.address.slice(from.address.lastIndexOf('@') + 1)}`,
  };
}

/** RFC 2369 and RFC 8058: where one click stops mails like this one. */
const oneClick = (url: string): Record<string, string> => ({
  'List-Unsubscribe': `<${url}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
});

function findInjection(submission: EmailSubmission): 'to' | 'from' | 'subject' | 'unsubscribeUrl' | undefined {
  for (const field of ['to', 'from', 'subject', 'unsubscribeUrl'] as const) {
    if (hasControl(submission[field] ?? '')) return field;
  }
  return undefined;
}

function refuse(raw: string): SubmitAnswer {
  return { kind: 'rejected', reason: 'content.invalid', raw };
}

/** The answer to a mail whose exchange failed. */
export function toFailureAnswer(failure: SmtpFailure, pauseMs: number, secrets: readonly string[]): SubmitAnswer {
  const raw = keepRaw(failure.text, secrets);
  if (failure.code === undefined || failure.code < 400 || failure.code > 599) {
    return failure.contentLeft
      ? { kind: 'indeterminate', reason: 'provider.indeterminate', raw, refs: [null] }
      : { kind: 'unsent', reason: 'provider.unavailable', raw };
  }
  const outcome = readReply(failure.code, failure.text);
  if ('reason' in outcome) return { kind: 'rejected', reason: outcome.reason, raw };
  return { kind: 'throttled', retryAfterMs: Math.max(pauseMs, outcome.waitMs), raw };
}

/** What a refusing reply means: text rules first, then the enhanced status, then the plain code. */
export function readReply(code: number, text: string): SmtpOutcome {
  const isSoft = code < 500;
  const rule = SMTP_TEXT_RULES.find(
    (entry) => (entry.class === null || entry.class === (isSoft ? 4 : 5)) && entry.pattern.test(text),
  );
  if (rule) return rule.outcome;
  const enhanced = /\b[45]\.(\d{1,3})\.(\d{1,3})\b/.exec(text);
  if (enhanced) {
    const line = SMTP_ENHANCED[`${enhanced[1]}.${enhanced[2]}`] ?? SMTP_ENHANCED[`${enhanced[1]}.n`];
    if (line) return isSoft ? line.soft : line.hard;
  }
  return SMTP_CODES[code] ?? (isSoft ? { waitMs: 300_000 } : { reason: 'unknown.unspecified' });
}
