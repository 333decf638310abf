import type { Channel } from '@signalbox/contracts';
import { parseMailbox } from './parse-mailbox.ts';
import { parseNumber } from './parse-number.ts';
import { type Refusal, refuse } from './refusal.ts';

/** Why a sender cannot be used. */
export type SenderRefusalCode =
  | 'sender_empty'
  | 'sender_number'
  | 'sender_short_code'
  | 'sender_text'
  | 'sender_mailbox';

/** A sender in the form that is handed to a provider. */
export interface ParsedSender {
  ok: true;
  kind: 'number' | 'short_code' | 'alphanumeric' | 'mailbox';
  /** E.164 with "+", digits, up to 11 characters, or a mailbox as `address` or `"Name" <address>`. */
  sender: string;
}

const SHORT_CODE = /^\d{3,8}$/;
// 3GPP TS 23.040 section 9.1.2.5: an alphanumeric address takes 11 septets. Signs that networks rewrite or refuse are left out.
const ALPHANUMERIC = /^(?=.*[A-Za-z])[A-Za-z0-9](?:[A-Za-z0-9 ._&-]{0,9}[A-Za-z0-9.])?$/;
const DISPLAY_NAME_MAX = 100;

/** Reads the sender of a message: for SMS a number, a short code or a name; for a call the number that is shown; for mail an address, possibly with a display name. Never throws. */
export function parseSender(channel: Channel, text: string): ParsedSender | Refusal<SenderRefusalCode> {
  const trimmed = text.trim();
  if (trimmed === '')
    return refuse('sender_empty', 'Give a sender, or leave the field out to use the default of the provider.');
  if (channel === 'voice') return parseCallerId(trimmed);
  return channel === 'email' ? parseMailSender(trimmed) : parseSmsSender(trimmed);
}

function parseSmsSender(text: string): ParsedSender | Refusal<SenderRefusalCode> {
  if (text.startsWith('+')) {
    const number = parseNumber(text);
    return number.ok ? { ok: true, kind: 'number', sender: number.e164 } : refuse('sender_number', number.message);
  }
  if (/^\d+$/.test(text)) {
    if (SHORT_CODE.test(text)) return { ok: true, kind: 'short_code', sender: text };
    return refuse(
      'sender_short_code',
      'A short code has 3 to 8 digits; write a longer number with "+" and its country code.',
    );
  }
  if (ALPHANUMERIC.test(text)) return { ok: true, kind: 'alphanumeric', sender: text };
  return refuse(
    'sender_text',
    'A sender name has 1 to 11 characters: letters A to Z, digits, and inside space . _ & -, with at least one letter.',
  );
}

function parseCallerId(text: string): ParsedSender | Refusal<SenderRefusalCode> {
  const number = parseNumber(text);
  return number.ok ? { ok: true, kind: 'number', sender: number.e164 } : refuse('sender_number', number.message);
}

function parseMailSender(text: string): ParsedSender | Refusal<SenderRefusalCode> {
  const angle = /^(?<name>[^<>]*)<(?<address>[^<>]*)>$/.exec(text);
  const mailbox = parseMailbox(angle?.groups?.address ?? text);
  if (!mailbox.ok) return refuse('sender_mailbox', mailbox.message);
  const name = unquote((angle?.groups?.name ?? '').trim());
  if (name === '') return { ok: true, kind: 'mailbox', sender: mailbox.address };
  if (name === undefined || name.length > DISPLAY_NAME_MAX || /\p{Cc}/u.test(name)) {
    return refuse(
      'sender_mailbox',
      `Write the sender as "Name" <name@example.com> with a name of at most ${DISPLAY_NAME_MAX} characters.`,
    );
  }
  return { ok: true, kind: 'mailbox', sender: `"${name.replace(/["\\]/g, '\\$&')}" <${mailbox.address}>` };
}

/** A display name without its quotes (RFC 5322 section 3.2.4), or undefined when the quotes do not match. */
function unquote(name: string): string | undefined {
  if (!name.includes('"')) return name;
  const quoted = /^"(?<inside>(?:[^"\\]|\\.)*)"$/.exec(name)?.groups?.inside;
  return quoted?.replace(/\\(.)/g, '$1');
}
