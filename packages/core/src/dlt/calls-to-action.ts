import type { DltCtaType } from '@signalbox/contracts';

/** One entry of the whitelist. */
export interface CallToAction {
  type: DltCtaType;
  value: string;
}

/** Something in a text that the whitelist is asked for. Offsets are UTF-16 units. */
export interface FoundCall {
  kind: 'link' | 'number' | 'email';
  text: string;
  start: number;
  end: number;
}

/**
 * Links as people and phones read them: with a scheme, with www, or a name with an ending of letters and a path, whatever stands before its
 * `@`. Signs that end a sentence are not part of it.
 */
const LINKS =
  /(?:https?:\/\/|www\.)[^\s<>"]+|(?<![\p{L}\p{N}@.-])(?:[^\s<>"/?#]{1,100}@)?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}\/[^\s<>"]*/giu;
const TRAILING = /[.,;:!?)\]}'’”"]+$/u;

/** The links of a text. */
export function linksOf(text: string): FoundCall[] {
  return Array.from(text.matchAll(LINKS), ({ 0: written, index: start }): FoundCall => {
    const link = written.replace(TRAILING, '');
    return { kind: 'link', text: link, start, end: start + link.length };
  });
}

/** Whether the whitelist has a link, number or address that a text carries. */
export function isListed(call: FoundCall, list: readonly CallToAction[]): boolean {
  if (call.kind === 'number')
    return list.some((entry) => entry.type === 'call_back_number' && sameNumber(entry.value, call.text));
  if (call.kind === 'email')
    return list.some((entry) => entry.type === 'email' && entry.value.toLowerCase() === call.text.toLowerCase());
  const link = spellLink(call.text);
  return list.some((entry) => isUnder(link, entry));
}

/** A static link stands as it is; a dynamic one goes on after its `?`, never within its host; a short one after its header, a chat link after its number. */
function isUnder(link: string, { type, value }: CallToAction): boolean {
  const listed = spellLink(value);
  switch (type) {
    case 'static_url':
    case 'apk':
      return link === listed || link === `${listed}/`;
    case 'dynamic_url':
      return link.startsWith(listed) && (/[/?#]/.test(listed) || /^(?:$|[/?#])/.test(link.slice(listed.length)));
    case 'short_url':
      return link.startsWith(listed.endsWith('/') ? listed : `${listed}/`);
    case 'ott':
      return link === listed || link.startsWith(`${listed}?`);
    default:
      return false;
  }
}

/** Scheme and host mean the same in any case and with or without their beginning; the path does not. A name before an `@` is no part of the host. */
function spellLink(link: string): string {
  const bare = link
    .replace(/^https?:\/\//i, '')
    .replace(/^[^/?#\\]*@/, '')
    .replace(/^www\./i, '');
  const slash = bare.search(/[/?#\\]/);
  return slash === -1 ? bare.toLowerCase() : bare.slice(0, slash).toLowerCase() + bare.slice(slash);
}

/** Numbers are the same with 91, with 0 or with neither before their ten digits. */
function sameNumber(one: string, other: string): boolean {
  const digits = (text: string) => text.replace(/\D/g, '').replace(/^(?:0|91)(?=\d{10}$)/, '');
  return digits(one) === digits(other);
}
