import { isCountry } from '../audience/index.ts';
import type { Span } from './find-cards.ts';
import { foldText } from './fold-text.ts';

/** A link in a text: where it is, its host, and whether the host only stands for another. */
export interface LinkHit extends Span {
  host: string;
  isShortened: boolean;
}

/** Public services that shorten links: nobody sees where such a link leads. */
const SHORTENERS = [
  ...['bit.ly', 'tinyurl.com', 't.co', 'goo.gl', 'ow.ly', 'is.gd', 'buff.ly', 'cutt.ly', 'rebrand.ly', 'shorturl.at'],
  ...['rb.gy', 't.ly', 'tiny.cc', 's.id', 'bl.ink', 'lnkd.in', 'adf.ly', 'v.gd', 'clck.ru', 'dwz.cn', 't.cn', 'url.cn'],
  ...['suo.im', 'u.nu', 'han.gl', 'me2.do', 'tiny.one', 'short.io', 'qr.ae', 'trib.al', 'bitly.com', 'shorter.me'],
];
// Compared as people read them: a host with a letter of another script is the one it looks like.
const FOLDED_SHORTENERS: ReadonlySet<string> = new Set(SHORTENERS.map((host) => foldText(host).text));

const WORDS = /[^\s<>"'()[\]{}«»“”]+/g;
const EDGES: ReadonlySet<string> = new Set('.,;:!?*_-…。、，！？；：」』）】');
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;
/** Names above a host that are written without a scheme, beside those of countries. */
const GENERIC: ReadonlySet<string> = new Set(
  'uk eu com net org info biz app shop store online site xyz link click club top live vip icu dev page web tech pro one asia mobi space website'.split(
    ' ',
  ),
);

/**
 * The links of a text: with a scheme, with `www.`, or as a bare host. A mail address is no link, unless something follows its host: what is
 * before the `@` then only passes for one.
 */
export function findLinks(text: string): LinkHit[] {
  return [...text.matchAll(WORDS)].flatMap(({ 0: word, index }) => {
    const { from, to } = withinEdges(word);
    const trimmed = word.slice(from, to);
    const start = index + from;
    const host = hostOf(trimmed.normalize('NFKC'));
    if (host === null) return [];
    return [{ start, end: start + trimmed.length, host, isShortened: isShortener(host) }];
  });
}

/** A word without the signs around it, found in one way through: a mail may be a million of them. */
function withinEdges(word: string): { from: number; to: number } {
  let [from, to] = [0, word.length];
  while (from < to && EDGES.has(word.charAt(from))) from += 1;
  while (to > from && EDGES.has(word.charAt(to - 1))) to -= 1;
  return { from, to };
}

function isShortener(host: string): boolean {
  const folded = foldText(host.replace(/^www\./, '')).text;
  return FOLDED_SHORTENERS.has(folded);
}

/** The host of a word that is a link, in lower case; null for one that is none. */
function hostOf(word: string): string | null {
  const scheme = /^[a-z][a-z0-9+.-]*:\/\//i.exec(word)?.[0] ?? '';
  const rest = word.slice(scheme.length);
  // A browser reads a backslash as a slash, and what is before the last `@` as the name of a user.
  const authority = /^[^/?#\\]*/.exec(rest)?.[0] ?? '';
  const hasPath = rest.length > authority.length;
  const after = authority.split('@').at(-1) ?? '';
  const portless = after.replace(/:\d+$/, '');
  if (scheme === '' && authority.includes('@') && !hasPath && portless === after) return null;
  // “Link:shop.id” is written without a blank.
  const host = scheme === '' ? portless.replace(/^.*:/, '') : portless;
  const labels = host.split('.');
  if (labels.length < 2 || !labels.every((label) => LABEL.test(label))) return null;
  if (scheme !== '' || /^www\./i.test(host)) return host.toLowerCase();
  return isBareHost(labels, hasPath) ? host.toLowerCase() : null;
}

/** Whether names with points between them are a host: `shop.id` is, "today.Only" and "1.500" are not. */
function isBareHost(labels: readonly string[], hasPath: boolean): boolean {
  const top = labels.at(-1) ?? '';
  if (!/^\p{L}{2,}$/u.test(top)) return false;
  const isKnown = GENERIC.has(top.toLowerCase()) || isCountry(top.toUpperCase());
  // A sentence that begins without a blank after the point begins with a capital.
  const isSentence = top !== top.toLowerCase() && labels.join('') !== labels.join('').toUpperCase();
  return !isSentence && (isKnown || hasPath);
}
