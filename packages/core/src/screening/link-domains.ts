import { textOfHtml } from '../templates/mail-text.ts';
import { UNSUBSCRIBE_PLACE } from '../templates/unsubscribe-place.ts';
import { decodeEntities, walkHtml } from '../templates/walk-html.ts';
import { findLinks } from './find-links.ts';
import { foldText } from './fold-text.ts';

/** A link that leads to none of the allowed domains. */
export interface ForeignLink {
  field: 'subject' | 'text' | 'html';
  /** The host as browsers spell it (`xn--…` for one in other letters), or the scheme of a link that is none of the web. */
  domain: string;
  /** The allowed domain it can be taken for; null when it looks like none. */
  looksLike: string | null;
}

/** What is looked through for links. */
export interface LinkedContent {
  subject: string | null;
  body: string | null;
  html: string | null;
}

/** Where a link leads: the host as browsers spell it and as it is written. */
interface Lead {
  domain: string;
  written: string;
}

/** Whatever begins like an address of the web, however its host is written: as one number, in brackets, behind backslashes. */
const WITH_SCHEME = /https?:[^\s<>"«»“”]+/gi;
const SOUND_HOST = /^[a-z0-9._-]+$|^\[/;
const BEHIND_HOST = /[^\p{L}\p{M}\p{N}.\-_~/\\:?#@[\]%&=+$].*$/u;
const UNSEEN = /\p{Cf}/gu;
const HARMLESS: ReadonlySet<string> = new Set(['mailto:', 'tel:', 'sms:', 'cid:']);
/** Where links that name no host lead: nowhere, in a mail. */
const NOWHERE = 'nowhere.invalid';
/** Most foreign domains of one content that are told: whoever mends these sees the next ones. */
const FOREIGN_MAX = 20;

/** A domain in the one spelling it is kept and compared in; null for what is none: an address with a path, a port or a user, a number, a single name. */
export function readDomain(text: string): string | null {
  const bare = text.trim().replace(/^\*\./, '');
  if (bare.length > 253 || !/^[\p{L}\p{M}\p{N}.-]+$/u.test(bare) || !URL.canParse(`https://${bare}`)) return null;
  const host = hostOf(new URL(`https://${bare}`));
  return /^(?=.*\.)(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?=.*[a-z])[a-z0-9-]+$/.test(host) ? host : null;
}

/** The links of a content that lead to none of these domains nor below one of them, each domain of a field once. Domains are as `readDomain` spells them. */
export function findForeignLinks({ subject, body, html }: LinkedContent, domains: readonly string[]): ForeignLink[] {
  const found = [
    ...leadsOf(subject ?? '').map((lead) => ({ field: 'subject' as const, ...lead })),
    ...leadsOf(body ?? '').map((lead) => ({ field: 'text' as const, ...lead })),
    ...(html === null ? [] : leadsOfHtml(html)).map((lead) => ({ field: 'html' as const, ...lead })),
  ];
  const foreign = new Map<string, ForeignLink>();
  for (const { field, domain, written } of found) {
    if (foreign.size === FOREIGN_MAX) break;
    const key = `${field} ${domain}`;
    if (foreign.has(key) || domains.some((allowed) => isBelow(domain, allowed))) continue;
    foreign.set(key, { field, domain, looksLike: lookAlike(written, domains) });
  }
  return [...foreign.values()];
}

const isBelow = (host: string, domain: string): boolean => host === domain || host.endsWith(`.${domain}`);

/** The allowed domain that people read in a host, folded as banned words are. */
function lookAlike(written: string, domains: readonly string[]): string | null {
  const folded = foldText(written).text;
  return domains.find((domain) => isBelow(folded, foldText(domain).text)) ?? null;
}

const hostOf = ({ hostname }: URL): string => hostname.replace(/\.$/, '');

function parse(link: string): URL | null {
  // By itself first: beside a base, `https:evil.in` would be a path.
  if (URL.canParse(link)) return new URL(link);
  const base = `https://${NOWHERE}`;
  return URL.canParse(link, base) ? new URL(link, base) : null;
}

/** Where the links of a text lead. What only looks like a host and can be opened by no browser leads nowhere. */
function leadsOf(given: string): Lead[] {
  const text = given.replaceAll(UNSEEN, '');
  const plain = findLinks(text).flatMap(({ host }): Lead[] => {
    const url = parse(`https://${host}`);
    return url === null ? [] : [{ domain: hostOf(url), written: host }];
  });
  const whole = [...text.matchAll(WITH_SCHEME)].flatMap(([link]): Lead[] => {
    const whole = parse(link);
    // What closes a sentence or a bracket is no part of a host.
    const url = whole !== null && SOUND_HOST.test(whole.hostname) ? whole : parse(link.replace(BEHIND_HOST, ''));
    return url === null ? [] : [{ domain: hostOf(url), written: hostOf(url) }];
  });
  return [...plain, ...whole].filter(({ domain }) => domain !== NOWHERE);
}

/** Where a mail leads by what is pressed in it, for Outlook too, and by the addresses that readers make into links. */
function leadsOfHtml(html: string): Lead[] {
  const leads: Lead[] = [];
  const press = (given: string | undefined): void => {
    const link = decodeEntities(given ?? '')
      .replaceAll(/[\t\n\r]/g, '')
      .trim();
    const url = link === '' || link === UNSUBSCRIBE_PLACE ? null : parse(link);
    if (url === null || HARMLESS.has(url.protocol)) return;
    const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
    const domain = isWeb ? hostOf(url) : url.protocol;
    const written = /^[^/?#\\]*[/\\]{2}(?:[^/?#\\]*@)?(?<host>[^/?#\\:]*)/.exec(link)?.groups?.host;
    if (domain !== NOWHERE) leads.push({ domain, written: written ?? domain });
  };
  // What stands in a comment for Outlook is pressed there.
  const shown = html.replaceAll(/<!--\[if[^\]]{0,200}\]>|<!\[endif\]-->/gi, ' ');
  walkHtml(shown, {
    open(name, attributes) {
      if (name === 'link') return;
      for (const place of ['href', 'xlink:href', 'action', 'formaction']) press(attributes.get(place));
    },
  });
  return [...leads, ...leadsOf(textOfHtml(shown))];
}
