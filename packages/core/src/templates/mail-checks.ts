import type { MailCheck, TrafficClass } from '@signalbox/contracts';
import { MAIL_CUT_BYTES } from '@signalbox/contracts';
import { contrastFaults } from './contrast.ts';
import { isSoundLink } from './mail-links.ts';
import { UNSUBSCRIBE_PLACE } from './unsubscribe-place.ts';
import { decodeEntities, walkHtml } from './walk-html.ts';

/** Most findings told of one check. */
const FOUND_MAX = 10;
/** From this part of the limit on a mail is said to be nearly too long. */
const NEARLY = 0.8;

interface Mail {
  text: string | null;
  html: string | null;
}

/** What a mail looks like to those who carry and read it. */
export interface MailLooks {
  bytes: number;
  linkDomains: string[];
  checks: MailCheck[];
}

/** Bytes of a text in UTF-8. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** Checks a rendered mail for what makes mailboxes cut it, distrust it or show it badly. None of it keeps a mail from being sent. */
export function judgeMail({ text, html }: Mail, trafficClass: TrafficClass): MailLooks {
  const hrefs: string[] = [];
  const wordless: string[] = [];
  walkHtml(html ?? '', {
    open(name, attributes) {
      const href = attributes.get('href');
      if ((name === 'a' || name === 'area') && href !== undefined) hrefs.push(decodeEntities(href).trim());
      if (name === 'img' && !attributes.has('alt')) wordless.push(decodeEntities(attributes.get('src') ?? '<img>'));
    },
  });
  const written = [...(text ?? '').matchAll(/https?:\/\/[^\s<>"')]+/gi)].map(([link]) => link);
  const links = [...hrefs, ...written].filter((link) => !link.includes(UNSUBSCRIBE_PLACE));
  const bytes = utf8Length(html ?? text ?? '');
  const isCut = bytes > MAIL_CUT_BYTES;
  const bad = links.filter((link) => !isSoundLink(link));
  const plain = links.filter((link) => /^http:/i.test(link));
  const faint = html === null ? [] : contrastFaults(html);
  const checks: MailCheck[] = [
    check('size', isCut ? 'bad' : bytes > MAIL_CUT_BYTES * NEARLY ? 'warn' : 'good', []),
    check('links', bad.length > 0 ? 'bad' : plain.length > 0 ? 'warn' : 'good', [...bad, ...plain]),
  ];
  if (trafficClass === 'marketing') {
    const stops = [html, text].some((part) => part?.includes(UNSUBSCRIBE_PLACE));
    checks.push(check('unsubscribe', stops ? 'good' : 'bad', []));
  }
  if (html !== null) {
    checks.push(
      check('images', wordless.length > 0 ? 'warn' : 'good', wordless),
      check('contrast', faint.length > 0 ? 'warn' : 'good', faint),
      check('text_part', text === null ? 'warn' : 'good', []),
    );
  }
  return { bytes, linkDomains: domainsOf(links), checks };
}

const check = (name: MailCheck['name'], state: MailCheck['state'], found: readonly string[]): MailCheck => ({
  name,
  state,
  found: [...new Set(found)].slice(0, FOUND_MAX).map((one) => one.slice(0, 300).toWellFormed()),
});

const domainsOf = (links: readonly string[]): string[] =>
  [...new Set(links.flatMap((link) => (isSoundLink(link) && /^http/i.test(link) ? [new URL(link).hostname] : [])))]
    .sort()
    .slice(0, 50);
