import { type Refusal, refuse } from './refusal.ts';

/** Why a text is not a mail address that can be written to. */
export type MailboxRefusalCode =
  | 'mailbox_empty'
  | 'mailbox_too_long'
  | 'mailbox_at_missing'
  | 'mailbox_control'
  | 'mailbox_local_part'
  | 'mailbox_domain';

/** A mail address: local part as given, domain in lower case and ASCII form. */
export interface ParsedMailbox {
  ok: true;
  /** `localPart@domain`. */
  address: string;
  localPart: string;
  /** Lower case; international names in their ASCII form (RFC 5890 A-label). */
  domain: string;
}

// RFC 5321 section 4.5.3.1: path of 256 octets with its brackets, local part of 64; RFC 1035 section 2.3.4: labels of 63.
const ADDRESS_MAX = 254;
const LOCAL_PART_MAX = 64;
const DOMAIN_MAX = 253;
const EXAMPLE = 'name@example.com';

// RFC 5322 section 3.2.3: dot-atom-text. Quoted local parts are legal and, in practice, a way to smuggle: they are refused.
const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
// RFC 1123 section 2.1: letters, digits and hyphens, no hyphen at either end. The last label is not a number (RFC 3696 section 2).
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?!\d+$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for.
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII.
const ASCII = /^[\u0000-\u007f]*$/;

/** Reads a bare mail address (no display name). The domain is lower-cased, the local part kept. Never throws; a refusal names the cure. */
export function parseMailbox(text: string): ParsedMailbox | Refusal<MailboxRefusalCode> {
  if (CONTROL.test(text))
    return refuse('mailbox_control', 'A mail address has no line breaks or control characters; remove them.');
  const trimmed = text.trim();
  if (trimmed === '') return refuse('mailbox_empty', `Give a mail address such as ${EXAMPLE}.`);
  const at = trimmed.lastIndexOf('@');
  if (at === -1)
    return refuse('mailbox_at_missing', `A mail address has an "@" between name and domain, such as ${EXAMPLE}.`);
  if (trimmed.length > ADDRESS_MAX)
    return refuse('mailbox_too_long', `A mail address has at most ${ADDRESS_MAX} characters.`);
  const localPart = trimmed.slice(0, at);
  const wrongName = judgeLocalPart(localPart);
  if (wrongName !== undefined) return wrongName;
  const domain = toAsciiDomain(trimmed.slice(at + 1));
  if (domain === undefined) {
    return refuse(
      'mailbox_domain',
      `The part after "@" must be a full domain name of letters, digits, dots and hyphens, such as ${EXAMPLE}.`,
    );
  }
  const address = `${localPart}@${domain}`;
  if (address.length > ADDRESS_MAX)
    return refuse('mailbox_too_long', `A mail address has at most ${ADDRESS_MAX} characters.`);
  return { ok: true, address, localPart, domain };
}

function judgeLocalPart(localPart: string): Refusal<MailboxRefusalCode> | undefined {
  if (localPart.length > LOCAL_PART_MAX)
    return refuse('mailbox_too_long', `The part before "@" has at most ${LOCAL_PART_MAX} characters.`);
  if (LOCAL_PART.test(localPart)) return undefined;
  if (!ASCII.test(localPart)) {
    return refuse(
      'mailbox_local_part',
      'The part before "@" has characters outside ASCII, which most mail servers refuse; use an ASCII address of this person.',
    );
  }
  return refuse(
    'mailbox_local_part',
    `The part before "@" may hold letters, digits, single dots and !#$%&'*+/=?^_\`{|}~- only; give the bare address, such as ${EXAMPLE}.`,
  );
}

/** The domain in lower case and ASCII, or undefined when it is not a full host name. */
function toAsciiDomain(domain: string): string | undefined {
  const lower = ASCII.test(domain) ? domain.toLowerCase() : toALabels(domain);
  return lower !== undefined && lower.length <= DOMAIN_MAX && DOMAIN.test(lower) ? lower : undefined;
}

// The URL parser is the one implementation of UTS #46 that browser and Node share; only names are given to it, never a port, path or user.
function toALabels(domain: string): string | undefined {
  if (!/^(?:[\p{L}\p{M}\p{N}.\-\u00b7\u30fb\u3002]|\u200c|\u200d)+$/u.test(domain)) return undefined;
  const url = URL.parse(`http://${domain}/`);
  return url === null ? undefined : url.hostname;
}
