import { createHash } from 'node:crypto';
import {
  nearestLocale,
  PERSON_LOCALES,
  type PersonLocale,
  type PersonPick,
  type PersonView,
} from '@signalbox/services';
import type { Reply } from '../../http/reply.ts';
import { escapeHtml } from '../docs/html.ts';
import { hoursForm } from './hours-form.ts';
import { PAGE_TEXTS, type PageTexts } from './texts.ts';

const STYLE = `
:root{color-scheme:light dark;--ink:#16202c;--soft:#566273;--line:#d5dce4;--paper:#f4f6f8;--card:#fff;--go:#0b5fc0;--stop:#b3261e;--good:#0a6b4f}
@media (prefers-color-scheme:dark){:root{--ink:#e6ebf1;--soft:#9fabba;--line:#323d4a;--paper:#0f141a;--card:#171e27;--go:#7db7ff;--stop:#ff8f86;--good:#5fd3a7}}
*{box-sizing:border-box}
body{margin:0;padding:clamp(1rem,6vw,4rem) 1rem;background:var(--paper);color:var(--ink);font:1.05rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","PingFang SC","Microsoft YaHei",sans-serif}
main{max-width:34rem;margin:0 auto;padding:clamp(1.25rem,5vw,2.5rem);background:var(--card);border:1px solid var(--line);border-radius:14px}
h1{margin:0;font-size:1.5rem;line-height:1.3;overflow-wrap:anywhere}
h2{margin:2rem 0 .5rem;font-size:1.05rem}
p{margin:.5rem 0;overflow-wrap:anywhere}.soft{color:var(--soft)}.now{margin-top:1.25rem;font-weight:600}
form{margin:1rem 0 0}
button{font:inherit;font-weight:600;min-height:2.75rem;padding:.6rem 1.1rem;border-radius:9px;border:1px solid currentColor;background:transparent;color:var(--go);cursor:pointer}
button.stop{color:var(--stop)}button.main{width:100%}
button:hover{text-decoration:underline}
button:focus-visible,a:focus-visible{outline:3px solid var(--go);outline-offset:3px}
ul{list-style:none;margin:0;padding:0}
li{display:flex;gap:1rem;align-items:center;justify-content:space-between;flex-wrap:wrap;padding:.75rem 0;border-top:1px solid var(--line)}
label{display:block;margin:1.25rem 0 .35rem;font-weight:600}
input[type=email],input[type=tel]{width:100%;font:inherit;min-height:2.75rem;padding:.5rem .75rem;border:1px solid var(--soft);border-radius:9px;background:var(--paper);color:var(--ink)}
input:focus-visible{outline:3px solid var(--go);outline-offset:2px}input[aria-invalid=true]{border-color:var(--stop)}
.agree{display:flex;gap:.75rem;align-items:flex-start;margin:1.25rem 0;font-weight:400}.agree input{flex:none;width:1.35rem;height:1.35rem;margin:.15rem 0 0}
.fault{margin:.5rem 0;color:var(--stop)}.trap{position:absolute;left:-99rem}
li form{margin:0}.state{color:var(--soft);font-size:.9rem}.state.on{color:var(--good)}
fieldset{margin:0 0 1rem;padding:0;border:0;display:flex;flex-wrap:wrap;gap:.35rem 1.1rem}
legend{padding:0 0 .35rem;color:var(--soft)}
label{display:inline-flex;align-items:center;gap:.45rem;min-height:2.2rem}
label.zone{display:flex;flex-wrap:wrap;margin-bottom:1rem}
input[type=checkbox]{width:1.15rem;height:1.15rem;accent-color:var(--go)}
input[type=time],select{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line);border-radius:9px;min-height:2.5rem;padding:.3rem .6rem;max-width:100%}
input:focus-visible,select:focus-visible{outline:3px solid var(--go);outline-offset:2px}
ul.said{margin:.25rem 0;padding-left:1.2rem;list-style:disc}ul.said li{display:list-item;padding:0;border:0}
nav{max-width:34rem;margin:1.25rem auto 0;display:flex;gap:1rem;flex-wrap:wrap;justify-content:center;font-size:.95rem}
a{color:var(--go);padding:.4rem 0}
[aria-current]{color:var(--soft);text-decoration:none;padding:.4rem 0}
`;
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

const HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'X-Robots-Tag': 'noindex, nofollow',
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
};

/** The language of a page: the one chosen on it, else the first of the browser's that we speak. */
export function chooseLocale(chosen: string | undefined, accepted: string | undefined): PersonLocale {
  if (chosen !== undefined) return nearestLocale(chosen);
  for (const part of (accepted ?? '').slice(0, 500).split(',')) {
    const wanted = part.split(';')[0]?.trim() ?? '';
    const nearest = nearestLocale(wanted);
    if (nearest !== 'en' || wanted.toLowerCase().startsWith('en')) return nearest;
  }
  return 'en';
}

/** A text of these pages with its words put in, as HTML. */
export const fillText = (text: string, words: Readonly<Record<string, string>>): string =>
  escapeHtml(text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => words[name] ?? whole));

type Fill = (text: string, more?: { list: string }) => string;

/** The page of a person as it stands now. */
export function personPage(view: PersonView, locale: PersonLocale): Reply {
  const texts = PAGE_TEXTS[locale];
  const fill: Fill = (text, { list } = { list: view.list?.name ?? '' }) =>
    fillText(text, { sender: view.sender, list, address: view.address });
  const title = fill(view.kind === 'confirm' ? texts.confirmTitle : texts.title);
  const body = view.kind === 'confirm' ? confirmBody(view, texts, fill, locale) : choiceBody(view, texts, fill, locale);
  return pageOf(200, locale, title, `<p class="soft">${fill(texts.mailTo)}</p>${body}`);
}

/** What is shown for a link that is none, whatever is wrong with it. */
export const badLinkPage = (locale: PersonLocale): Reply =>
  messagePage(404, locale, PAGE_TEXTS[locale].badTitle, PAGE_TEXTS[locale].bad);

/** What is shown when nothing could be done. */
export function refusalPage(status: number, locale: PersonLocale, retryAfterSeconds: number): Reply {
  const { badTitle, tooOften, later } = PAGE_TEXTS[locale];
  const reply = messagePage(status, locale, badTitle, status === 429 ? tooOften : later);
  reply.headers['Retry-After'] = String(retryAfterSeconds);
  return reply;
}

/** A page that only says something: plain text. */
export const messagePage = (status: number, locale: PersonLocale, title: string, text: string): Reply =>
  pageOf(status, locale, escapeHtml(title), `<p>${escapeHtml(text)}</p>`);

function confirmBody(view: PersonView, texts: PageTexts, fill: Fill, locale: PersonLocale): string {
  const state = view.list?.state ?? null;
  if (state === 'pending')
    return `<p>${fill(texts.confirmAsk)}</p>${button(locale, { act: 'confirm' }, fill(texts.confirm), 'main')}`;
  const said = state === 'confirmed' ? texts.confirmed : state === 'expired' ? texts.expired : texts.notWaiting;
  return `<p class="now" role="status">${fill(said)}</p>`;
}

function choiceBody(view: PersonView, texts: PageTexts, fill: Fill, locale: PersonLocale): string {
  const now = `<p class="now" role="status">${fill(view.gets ? texts.gets : texts.getsNothing)}</p>`;
  const all = view.gets
    ? `${button(locale, { act: 'leave_all' }, fill(texts.leaveAll), 'main stop')}<p class="soft">${fill(texts.leaveAllHint)}</p>`
    : view.mayUndo
      ? button(locale, { act: 'undo' }, fill(texts.undo), 'main')
      : '';
  const topics = view.choices.map(({ by, id, names, gets }) => {
    const act = gets ? 'leave' : 'stay';
    const name = nameIn(names, locale);
    const state = `<span class="state${gets ? ' on' : ''}">${fill(gets ? texts.on : texts.off)}</span>`;
    return `<li><span>${escapeHtml(name)} ${state}</span>${button(locale, { act, [by]: id }, fill(texts[act], { list: name }), gets ? 'stop' : '')}</li>`;
  });
  const choice = topics.length === 0 ? '' : `<h2>${fill(texts.topics)}</h2><ul>${topics.join('')}</ul>`;
  return `${now}${all}${choice}${hoursForm(view, texts, locale)}<p class="soft">${fill(texts.necessary)}</p>`;
}

/** The name in the language of the page, or the nearest there is. */
function nameIn(names: PersonPick['names'], locale: PersonLocale): string {
  if (typeof names === 'string') return names;
  const speaks = (wanted: string) =>
    Object.keys(names).find((one) => one.toLowerCase().split('-')[0] === wanted.toLowerCase().split('-')[0]);
  return names[locale] ?? names[speaks(locale) ?? speaks('en') ?? ''] ?? Object.values(names)[0] ?? '';
}

/** A form that posts to the page itself; `?lang` keeps the language. */
function button(locale: PersonLocale, fields: Record<string, string>, label: string, kind: string): string {
  const hidden = Object.entries(fields).map(
    ([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`,
  );
  return `<form method="post" action="?lang=${locale}">${hidden.join('')}<button class="${kind}">${label}</button></form>`;
}

/** A page of ours for people: title and body are HTML. */
export function pageOf(status: number, locale: PersonLocale, title: string, body: string): Reply {
  const languages = PERSON_LOCALES.map((one) =>
    one === locale
      ? `<span aria-current="true" lang="${one}">${PAGE_TEXTS[one].language}</span>`
      : `<a href="?lang=${one}" lang="${one}" hreflang="${one}">${PAGE_TEXTS[one].language}</a>`,
  );
  const html = `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title><style>${STYLE}</style></head><body><main><h1>${title}</h1>${body}</main><nav aria-label="${escapeHtml(PAGE_TEXTS[locale].languages)}">${languages.join('')}</nav></body></html>`;
  return { status, headers: { ...HEADERS }, body: html };
}
