import type { Scheme } from '#theme/palette.ts';

/** What a person chose for the look of the console. */
export type ThemeChoice = Scheme | 'system';

/** A year: these cookies hold taste, no person. */
const COOKIE_SECONDS = 31_536_000;

/** Reads the chosen theme; anything unknown means "as the system". */
export function readThemeChoice(cookie: string | undefined): ThemeChoice {
  return cookie === 'light' || cookie === 'dark' ? cookie : 'system';
}

/** The scheme to write into the first answer: the choice, else what the browser says, else what its script remembered. */
export function firstScheme(choice: ThemeChoice, clientHint: string | null, remembered: string | undefined): Scheme {
  if (choice !== 'system') return choice;
  if (clientHint === 'dark' || clientHint === 'light') return clientHint;
  return remembered === 'dark' ? 'dark' : 'light';
}

/** The remembered time zone, or UTC when the cookie is missing or no zone. */
export function readTimeZone(cookie: string | undefined): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: decodeURIComponent(cookie ?? 'UTC') }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}

/** Stores one preference in the browser. */
export function rememberPreference(
  name: 'theme' | 'scheme' | 'tz' | 'menu' | 'locale' | 'environment',
  value: string,
): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store api is missing in Safari and Firefox
  document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${COOKIE_SECONDS}; samesite=lax`;
}

/**
 * Runs before the first paint. Where the browser sends no client hint and the system's scheme is not the one written,
 * it remembers the right one and asks again once: nobody sees the wrong theme flash by.
 */
export const FIRST_PAINT_SCRIPT = `(function(){try{
var root=document.documentElement,jar=document.cookie,day='; path=/; max-age=${COOKIE_SECONDS}; samesite=lax';
document.cookie='tz='+encodeURIComponent(Intl.DateTimeFormat().resolvedOptions().timeZone)+day;
if(/(?:^|; )theme=(?:light|dark)/.test(jar))return;
var wanted=matchMedia('(prefers-color-scheme: dark)').matches?'dark':'light';
document.cookie='scheme='+wanted+day;
if(root.dataset.theme!==wanted&&document.cookie.indexOf('scheme='+wanted)>=0&&!sessionStorage.getItem('sb-scheme')){
sessionStorage.setItem('sb-scheme','1');location.reload();}
}catch(e){}})();`;
