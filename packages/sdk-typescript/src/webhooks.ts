import { createHmac, timingSafeEqual } from 'node:crypto';
import { SignalboxError } from './errors.ts';

const PREFIX = 'whsec_';
const TOLERANCE_SECONDS = 300;

/** An event as your endpoint receives it. */
export interface WebhookEvent {
  /** The same at every try: keep it to take an event once. */
  id: string;
  /** `message.delivered`, and others that may come. */
  type: string;
  /** RFC 3339: when it happened. */
  timestamp: string;
  data: Record<string, unknown>;
}

/** The request is not from your Signalbox, was changed on its way, or is too old. Answer it with 400. */
export class WebhookVerificationError extends SignalboxError {
  override name = 'WebhookVerificationError';
}

/** Headers as Node, express or fetch give them. */
export type WebhookHeaders = Headers | Readonly<Record<string, string | string[] | undefined>>;

/**
 * Checks a webhook by the Standard Webhooks specification and returns its event. `body` is the text or the bytes exactly as they came, before any
 * parser; `secret` is the one shown when the endpoint was made (`whsec_...`). Throws WebhookVerificationError.
 */
export function verify(
  body: string | Uint8Array,
  headers: WebhookHeaders,
  secret: string,
  options: { toleranceSeconds?: number; nowMs?: number } = {},
): WebhookEvent {
  const id = headerOf(headers, 'webhook-id');
  const timestamp = headerOf(headers, 'webhook-timestamp');
  const signatures = headerOf(headers, 'webhook-signature');
  const { toleranceSeconds = TOLERANCE_SECONDS, nowMs = Date.now() } = options;
  if (!/^\d{1,12}$/.test(timestamp)) throw new WebhookVerificationError('The header webhook-timestamp is no number.');
  if (Math.abs(nowMs / 1000 - Number(timestamp)) > toleranceSeconds) {
    throw new WebhookVerificationError(`The webhook is more than ${toleranceSeconds} s old or ahead of the clock.`);
  }
  const key = Buffer.from(secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret, 'base64');
  if (key.length === 0)
    throw new WebhookVerificationError('The secret is empty: give the one that begins with whsec_.');
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest();
  // All of them are looked at: there are two while a secret is being rotated.
  const isGood = signatures
    .split(' ')
    .map((signature) => isSame(signature, expected))
    .includes(true);
  if (!isGood) throw new WebhookVerificationError('No signature fits: another secret, or the body was changed.');
  const text = typeof body === 'string' ? body : Buffer.from(body).toString('utf8');
  try {
    return { ...(JSON.parse(text) as Omit<WebhookEvent, 'id'>), id };
  } catch (cause) {
    throw new WebhookVerificationError('The body is not JSON.', { cause });
  }
}

function isSame(signature: string, expected: Buffer): boolean {
  if (!signature.startsWith('v1,')) return false;
  const given = Buffer.from(signature.slice(3), 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function headerOf(headers: WebhookHeaders, name: string): string {
  const value =
    headers instanceof Headers
      ? headers.get(name)
      : Object.entries(headers).find(([field]) => field.toLowerCase() === name)?.[1];
  const text = Array.isArray(value) ? value[0] : value;
  if (!text) throw new WebhookVerificationError(`The header ${name} is missing.`);
  return text;
}
