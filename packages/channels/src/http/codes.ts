import type { ReasonCode } from '@signalbox/contracts';

/**
 * What an HTTP status means when the body says nothing better (vocabulary 3.4). `by_header`: throttled when Retry-After is there.
 * Statuses not listed: 4xx refuse the form of the request, 5xx leave it open whether the vendor acted.
 */
export const HTTP_STATUS_REASONS: Readonly<Record<number, ReasonCode | 'throttled' | 'by_header'>> = {
  400: 'content.invalid',
  401: 'account.auth',
  402: 'account.credit',
  403: 'account.not_enabled',
  404: 'provider.protocol',
  405: 'provider.protocol',
  408: 'provider.unavailable',
  410: 'provider.protocol',
  413: 'content.invalid',
  415: 'provider.protocol',
  422: 'content.invalid',
  425: 'throttled',
  429: 'throttled',
  503: 'by_header',
};

/** Words vendors commonly use for the state of a message, in lower case: the status map of a new provider. */
export const DEFAULT_STATUS_MAP = {
  queued: 'enroute',
  accepted: 'enroute',
  sending: 'enroute',
  sent: 'enroute',
  buffered: 'enroute',
  enroute: 'enroute',
  initiated: 'enroute',
  ringing: 'enroute',
  delivered: 'delivered',
  delivrd: 'delivered',
  answered: 'delivered',
  undelivered: 'undelivered',
  undeliverable: 'undelivered',
  undeliv: 'undelivered',
  failed: 'undelivered',
  rejected: 'undelivered',
  rejectd: 'undelivered',
  deleted: 'undelivered',
  'no-answer': 'undelivered',
  no_answer: 'undelivered',
  busy: 'undelivered',
  expired: 'expired',
  unknown: 'unknown',
} as const;

/** What the state of a call says by itself, in lower case: of a receipt alone, since a vendor that calls itself busy is another matter. */
export const CALL_STATE_REASONS: Readonly<Record<string, ReasonCode>> = {
  'no-answer': 'recipient.no_answer',
  no_answer: 'recipient.no_answer',
  busy: 'recipient.busy',
};

/** Error words vendors commonly use, in lower case; a provider's own map is asked first. */
export const COMMON_ERROR_CODES: Readonly<Record<string, ReasonCode>> = {
  invalid_destination: 'recipient.invalid_address',
  invalid_recipient: 'recipient.invalid_address',
  invalid_number: 'recipient.invalid_address',
  unknown_subscriber: 'recipient.unknown',
  absent_subscriber: 'recipient.absent',
  handset_memory_full: 'recipient.mailbox_full',
  blocked: 'recipient.barred',
  opted_out: 'recipient.opted_out',
  spam: 'content.rejected_spam',
  invalid_sender: 'sender.not_registered',
  sender_not_registered: 'sender.not_registered',
  invalid_parameter: 'content.invalid',
  text_too_long: 'content.invalid',
  unauthorized: 'account.auth',
  forbidden: 'account.not_enabled',
  insufficient_credit: 'account.credit',
  insufficient_funds: 'account.credit',
  throttled: 'provider.throttled',
  rate_limited: 'provider.throttled',
  queue_full: 'provider.queue_full',
  unroutable: 'network.unroutable',
};

/** Headers a setting may not name: they belong to the connection or would change where the request ends. */
export const FORBIDDEN_HEADERS: readonly string[] = [
  'host',
  'connection',
  'content-length',
  'content-type',
  'transfer-encoding',
  'upgrade',
  'expect',
  'te',
  'trailer',
  'keep-alive',
  'proxy-authorization',
  'proxy-connection',
];
