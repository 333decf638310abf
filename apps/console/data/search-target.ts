import { isE164, tidyPhone } from '#format/phone.ts';

/** Where a search leads: one message, one call of the API, or the log with one filter. */
export type SearchTarget =
  | { kind: 'message'; id: string }
  | { kind: 'request'; id: string }
  | { kind: 'filter'; name: 'to' | 'client_ref'; value: string };

/** Tells what a person looks for: the id of a message or a call, a number or mail address, else the caller's own reference. */
export function searchTarget(typed: string): SearchTarget | undefined {
  const text = typed.trim();
  if (text === '') return undefined;
  if (/^msg_[0-9a-z]{26}$/i.test(text)) return { kind: 'message', id: text.toLowerCase() };
  if (/^req_[0-9a-z]{26}$/i.test(text)) return { kind: 'request', id: text.toLowerCase() };
  if (text.includes('@')) return { kind: 'filter', name: 'to', value: text };
  const number = tidyPhone(text);
  const withPlus = /^[1-9]\d{6,14}$/.test(number) ? `+${number}` : number;
  if (isE164(withPlus)) return { kind: 'filter', name: 'to', value: withPlus };
  return { kind: 'filter', name: 'client_ref', value: text };
}
