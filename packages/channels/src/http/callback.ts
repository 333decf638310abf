import { createHmac, timingSafeEqual } from 'node:crypto';
import type { CallbackRequest, CallbackResult, InboundReceipt, ReasonCode, ReceiptVerdict } from '@signalbox/contracts';
import { parseJson, readPointer, readText } from '../json-pointer.ts';
import { networkIn } from '../network-in.ts';
import { keepRaw, withoutEcho } from '../raw-text.ts';
import { COMMON_ERROR_CODES } from './codes.ts';
import { type HttpSettings, reasonOf } from './settings.ts';
import { secretsOf } from './translate.ts';

const WINDOW_MS = 5 * 60_000;
const MAX_BODY_LENGTH = 262_144;
const MAX_RECEIPTS = 1000;

/** Reads a callback of the vendor: signature and age first, then the receipts it holds. Any bytes return a value; it never throws. */
export function decodeHttpCallback(settings: HttpSettings, request: CallbackRequest, nowMs: number): CallbackResult {
  if (request.body.length > MAX_BODY_LENGTH) return refuse(400, 'The body is larger than 256 KiB.');
  const why = judgeSignature(settings, request, nowMs);
  if (why !== null) return refuse(401, why);
  const document = parseJson(request.body);
  if (document === undefined) return refuse(400, 'The body is not JSON.');
  const found = readPointer(document, settings.receipts_pointer);
  const entries = Array.isArray(found) ? found.slice(0, MAX_RECEIPTS) : [found];
  const receipts = entries.map((entry) => readReceipt(settings, entry)).filter((receipt) => receipt !== undefined);
  if (receipts.length === 0) {
    return refuse(400, `No receipt: nothing at ${settings.receipt_id_pointer} and ${settings.receipt_status_pointer}.`);
  }
  return { kind: 'receipts', receipts };
}

function refuse(status: 400 | 401, why: string): CallbackResult {
  return { kind: 'refused', status, why };
}

function judgeSignature(settings: HttpSettings, request: CallbackRequest, nowMs: number): string | null {
  if (settings.signature_secret === '')
    return 'This provider has no signature secret, so its callbacks cannot be trusted; set one.';
  const given = headerOf(request, settings.signature_header);
  if (given === undefined) return `The header ${settings.signature_header} is missing.`;
  const stamp = settings.timestamp_header === '' ? undefined : headerOf(request, settings.timestamp_header);
  if (settings.timestamp_header !== '') {
    if (stamp === undefined) return `The header ${settings.timestamp_header} is missing.`;
    const atMs = readInstant(stamp);
    if (atMs === undefined) return `The header ${settings.timestamp_header} is not a time.`;
    if (Math.abs(nowMs - atMs) > WINDOW_MS) return 'The callback is older than five minutes or comes from the future.';
  }
  const signed = settings.signature_over === 'body' || stamp === undefined ? request.body : `${stamp}.${request.body}`;
  return isSigned(settings, signed, given) ? null : 'The signature does not fit.';
}

function isSigned(settings: HttpSettings, signed: string, given: string): boolean {
  if (!given.startsWith(settings.signature_prefix)) return false;
  const hex = given.slice(settings.signature_prefix.length);
  if (!/^[0-9a-fA-F]{64}$/.test(hex)) return false;
  const wanted = createHmac('sha256', settings.signature_secret).update(signed, 'utf8').digest();
  return timingSafeEqual(wanted, Buffer.from(hex, 'hex'));
}

function headerOf(request: CallbackRequest, name: string): string | undefined {
  const wanted = name.toLowerCase();
  for (const [key, value] of Object.entries(request.headers)) if (key.toLowerCase() === wanted) return value;
  return undefined;
}

/** Unix seconds, unix milliseconds or a date. */
function readInstant(text: string): number | undefined {
  if (/^\d{1,15}(\.\d{1,6})?$/.test(text)) {
    const number = Number(text);
    return number < 100_000_000_000 ? number * 1000 : number;
  }
  const parsed = Date.parse(text);
  return Number.isNaN(parsed) ? undefined : parsed;
}

function readReceipt(settings: HttpSettings, entry: unknown): InboundReceipt | undefined {
  const ref = readText(entry, settings.receipt_id_pointer);
  const status = readText(entry, settings.receipt_status_pointer);
  if (ref === undefined || ref.length > 200 || status === undefined) return undefined;
  const verdict = verdictOf(settings, status);
  const reason = reasonFor(settings, verdict, readText(entry, settings.receipt_error_pointer));
  const named = settings.receipt_network_pointer === '' ? undefined : readText(entry, settings.receipt_network_pointer);
  return {
    ref,
    verdict,
    reason,
    ...networkIn(named),
    raw: keepRaw(withoutEcho(JSON.stringify(entry)), secretsOf(settings)),
  };
}

// A status the map does not know is kept and changes nothing: guessing a final state could not be taken back.
function verdictOf(settings: HttpSettings, status: string): ReceiptVerdict {
  const folded = status.toLowerCase();
  for (const [name, verdict] of Object.entries(settings.status_map)) if (name.toLowerCase() === folded) return verdict;
  return 'enroute';
}

function reasonFor(settings: HttpSettings, verdict: ReceiptVerdict, code: string | undefined): ReasonCode | null {
  if (verdict === 'delivered' || verdict === 'enroute') return null;
  const known = code === undefined ? undefined : reasonOf(settings.codes_map, COMMON_ERROR_CODES, code);
  return known ?? (verdict === 'expired' ? 'network.expired' : 'unknown.unspecified');
}
