import { createHmac, timingSafeEqual } from 'node:crypto';
import type {
  CallbackRequest,
  CallbackResult,
  InboundReceipt,
  InboundReply,
  ReasonCode,
  ReceiptVerdict,
} from '@signalbox/contracts';
import { parseJson, readPointer, readText } from '../json-pointer.ts';
import { networkIn } from '../network-in.ts';
import { keepRaw, storable, withoutEcho } from '../raw-text.ts';
import { CALL_STATE_REASONS, COMMON_ERROR_CODES } from './codes.ts';
import { type HttpSettings, reasonOf } from './settings.ts';
import { secretsOf } from './translate.ts';

const WINDOW_MS = 5 * 60_000;
const MAX_BODY_LENGTH = 262_144;
const MAX_RECEIPTS = 1000;
const MAX_TEXT = 10_000;

/** Reads a callback of the vendor: signature and age first, then the receipts and the texts of people it holds. Any bytes return a value; it never throws. */
export function decodeHttpCallback(settings: HttpSettings, request: CallbackRequest, nowMs: number): CallbackResult {
  if (request.body.length > MAX_BODY_LENGTH) return refuse(400, 'The body is larger than 256 KiB.');
  const why = judgeSignature(settings, request, nowMs);
  if (why !== null) return refuse(401, why);
  const document = parseJson(request.body);
  if (document === undefined) return refuse(400, 'The body is not JSON.');
  const replies = entriesAt(document, settings.replies_pointer).flatMap((entry) => readReply(settings, entry) ?? []);
  // A text of a person may stand where a receipt would: what is one is not the other.
  const receipts = entriesAt(document, settings.receipts_pointer).flatMap((entry) =>
    isReply(settings, entry) ? [] : (readReceipt(settings, entry) ?? []),
  );
  if (receipts.length + replies.length === 0) {
    return refuse(
      400,
      `No receipt and no text: nothing at ${settings.receipt_id_pointer} and ${settings.receipt_status_pointer}.`,
    );
  }
  return { kind: 'receipts', receipts, replies };
}

function entriesAt(document: unknown, pointer: string): unknown[] {
  const found = readPointer(document, pointer);
  return Array.isArray(found) ? found.slice(0, MAX_RECEIPTS) : [found];
}

/** A vendor that brings texts says by a word of its own that an entry is one: a receipt may well repeat the text it is about. */
const isReply = ({ reply_kind_pointer: pointer, reply_kind_equals: word }: HttpSettings, entry: unknown): boolean =>
  word !== '' && readText(entry, pointer)?.toLowerCase() === word.toLowerCase();

function readReply(settings: HttpSettings, entry: unknown): InboundReply | undefined {
  if (!isReply(settings, entry)) return undefined;
  const from = numberOf(readText(entry, settings.reply_from_pointer));
  const to = numberOf(readText(entry, settings.reply_to_pointer));
  const text = readText(entry, settings.reply_text_pointer) ?? '';
  const ref = readText(entry, settings.reply_id_pointer) ?? null;
  if (from === undefined || to === undefined || text.length > MAX_TEXT || (ref !== null && ref.length > 200))
    return undefined;
  const raw = keepRaw(JSON.stringify(entry), secretsOf(settings));
  return { from, to, text: storable(text), raw, ref, part: null, answered: settings.handles_stop };
}

/** Vendors write numbers with and without "+". Short codes and names stay as they are. */
function numberOf(written: string | undefined): string | undefined {
  if (written === undefined || written === '' || written.length > 40) return undefined;
  return /^[1-9]\d{9,14}$/.test(written) ? `+${written}` : storable(written);
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
  const reason = reasonFor(settings, verdict, status, readText(entry, settings.receipt_error_pointer));
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

// The state of a call is often all that is told of it.
function reasonFor(
  settings: HttpSettings,
  verdict: ReceiptVerdict,
  status: string,
  code: string | undefined,
): ReasonCode | null {
  if (verdict === 'delivered' || verdict === 'enroute') return null;
  const byCode = code === undefined ? undefined : reasonOf(settings.codes_map, COMMON_ERROR_CODES, code);
  const known = byCode ?? reasonOf(settings.codes_map, CALL_STATE_REASONS, status);
  return known ?? (verdict === 'expired' ? 'network.expired' : 'unknown.unspecified');
}
