import type { SubmitAnswer, SubmitRequest } from '@signalbox/contracts';
import { parseJson, readText } from '../json-pointer.ts';
import { keepRaw, withoutEcho } from '../raw-text.ts';
import { fillTemplate, toForm, valuesOf } from './body-template.ts';
import { COMMON_ERROR_CODES, HTTP_STATUS_REASONS } from './codes.ts';
import { type HttpSettings, reasonOf } from './settings.ts';

/** A request as it goes to the vendor. */
export interface WireRequest {
  url: string;
  method: 'GET' | 'POST' | 'PUT';
  headers: Record<string, string>;
  body: string | undefined;
}

/** An answer as it came from the vendor; header names in lower case. */
export interface WireAnswer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string;
}

/** The request that hands over one attempt. GET carries the filled template in the query. */
export function toWire(settings: HttpSettings, request: SubmitRequest): WireRequest {
  const headers = accountHeaders(settings);
  if (settings.idempotency_header !== '') headers[settings.idempotency_header] = request.attemptRef;
  const filled = fillTemplate(settings.body, valuesOf(request, settings.default_from, settings.callback_url));
  const url = joinUrl(settings.base_url, settings.path);
  if (settings.method === 'GET') {
    const query = toForm(filled);
    return { url: `${url}${url.includes('?') ? '&' : '?'}${query}`, method: 'GET', headers, body: undefined };
  }
  const isForm = settings.body_format === 'form';
  headers['content-type'] = isForm ? 'application/x-www-form-urlencoded' : 'application/json';
  return { url, method: settings.method, headers, body: isForm ? toForm(filled) : JSON.stringify(filled) };
}

/** The request that asks what became of an attempt by our reference, or undefined when the vendor has no such door. */
export function toLookup(settings: HttpSettings, attemptRef: string): WireRequest | undefined {
  if (settings.lookup_path === '') return undefined;
  const path = settings.lookup_path.replaceAll('{{reference}}', encodeURIComponent(attemptRef));
  return { url: joinUrl(settings.base_url, path), method: 'GET', headers: accountHeaders(settings), body: undefined };
}

function joinUrl(base: string, path: string): string {
  return base.replace(/\/+$/, '') + path;
}

/** How an account of a vendor is told. */
type VendorAccount = Pick<HttpSettings, 'auth' | 'auth_user' | 'auth_secret' | 'auth_header'>;

/** The headers of every request, those that sign in among them. */
export function accountHeaders(settings: VendorAccount): Record<string, string> {
  const headers: Record<string, string> = { accept: 'application/json', 'user-agent': 'signalbox' };
  if (settings.auth === 'bearer') headers.authorization = `Bearer ${settings.auth_secret}`;
  if (settings.auth === 'basic') {
    headers.authorization = `Basic ${Buffer.from(`${settings.auth_user}:${settings.auth_secret}`).toString('base64')}`;
  }
  if (settings.auth === 'header' && settings.auth_header !== '') headers[settings.auth_header] = settings.auth_secret;
  return headers;
}

/** The texts that must never be kept or logged. */
export function secretsOf(settings: HttpSettings): string[] {
  const basic = Buffer.from(`${settings.auth_user}:${settings.auth_secret}`).toString('base64');
  return [settings.auth_secret, settings.signature_secret, basic].filter((secret) => secret !== '');
}

/**
 * What the vendor's answer means. A code the map knows wins over the status; success needs the status, the success rule and the id; an
 * answer nobody can read after a 2xx, and a 5xx without a known code, leave it open whether the vendor acted.
 */
export function toAnswer(settings: HttpSettings, attemptRef: string, answer: WireAnswer): SubmitAnswer {
  const raw = keepRaw(`HTTP ${answer.status} ${withoutEcho(answer.body)}`, secretsOf(settings));
  const document = parseJson(answer.body);
  if (isSuccess(settings, answer.status, document)) return toAccepted(settings, attemptRef, document, raw);
  const code = readText(document, settings.error_pointer);
  const known = code === undefined ? undefined : reasonOf(settings.codes_map, COMMON_ERROR_CODES, code);
  const byStatus = HTTP_STATUS_REASONS[answer.status];
  const isThrottle = byStatus === 'throttled' || (byStatus === 'by_header' && 'retry-after' in answer.headers);
  if (known === 'provider.throttled' || (isThrottle && known === undefined)) {
    return {
      kind: 'throttled',
      retryAfterMs: retryAfterMs(answer.headers['retry-after'], settings.throttle_pause_ms),
      raw,
    };
  }
  if (known !== undefined) return { kind: 'rejected', reason: known, raw };
  if (answer.status === 409) return toAccepted(settings, attemptRef, document, raw);
  if (answer.status >= 200 && answer.status < 300) {
    if (code !== undefined) return { kind: 'rejected', reason: 'unknown.unspecified', raw };
    return indeterminate(raw);
  }
  if (answer.status >= 500) return answerToFault(settings, code, raw);
  const reason =
    byStatus === undefined || byStatus === 'throttled' || byStatus === 'by_header' ? 'provider.protocol' : byStatus;
  return { kind: 'rejected', reason, raw };
}

function isSuccess(settings: HttpSettings, status: number, document: unknown): boolean {
  if (!settings.success_statuses.includes(status)) return false;
  if (settings.success_pointer !== '') return readText(document, settings.success_pointer) === settings.success_equals;
  return readText(document, settings.error_pointer) === undefined;
}

function toAccepted(settings: HttpSettings, attemptRef: string, document: unknown, raw: string): SubmitAnswer {
  // A vendor without ids of its own echoes our reference in its receipts.
  if (settings.id_pointer === '') return { kind: 'accepted', refs: [attemptRef] };
  const id = readText(document, settings.id_pointer);
  return id === undefined || id.length > 200 ? indeterminate(raw) : { kind: 'accepted', refs: [id] };
}

// A vendor that replays by key or can be asked has not acted twice whatever follows, so its plain fault is a failure and not a riddle.
function answerToFault(settings: HttpSettings, code: string | undefined, raw: string): SubmitAnswer {
  if (code !== undefined && settings.idempotency_header !== '')
    return { kind: 'rejected', reason: 'provider.unavailable', raw };
  return indeterminate(raw);
}

function indeterminate(raw: string): SubmitAnswer {
  return { kind: 'indeterminate', reason: 'provider.indeterminate', raw, refs: [null] };
}

/** Milliseconds a Retry-After header in seconds asks for, at most ten minutes; the default when it is absent or a date. */
function retryAfterMs(header: string | undefined, defaultMs: number): number {
  if (header === undefined || !/^\d{1,6}$/.test(header.trim())) return defaultMs;
  return Math.min(600_000, Number(header.trim()) * 1000);
}
