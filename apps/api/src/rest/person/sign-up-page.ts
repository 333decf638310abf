import type { PersonLocale, SignUpView } from '@signalbox/services';
import type { Reply } from '../../http/reply.ts';
import { escapeHtml } from '../docs/html.ts';
import { fillText, messagePage, pageOf } from './page.ts';
import { PAGE_TEXTS, type PageTexts } from './texts.ts';

/** What stands in the form, and what is wrong with it. */
export interface Filled {
  address: string;
  agreed: boolean;
  fault: 'address' | 'agree' | null;
}

/** Nobody sees it and no reader reads it out: only a program that fills in whatever it finds writes here. */
export const TRAP = 'website';

const EMPTY: Filled = { address: '', agreed: false, fault: null };

/** The page of a list, as a person fills it in. The box is never ticked beforehand: a consent is an act. */
export function signUpPage(view: SignUpView, locale: PersonLocale, filled: Filled = EMPTY): Reply {
  const texts = PAGE_TEXTS[locale];
  const isMail = view.channel === 'email';
  const { locale: spoken, text } = wordingFor(view, locale);
  const input = isMail ? 'type="email" autocomplete="email"' : 'type="tel" autocomplete="tel" inputmode="tel"';
  const bad = filled.fault === 'address' ? ' aria-invalid="true"' : '';
  const fault = filled.fault === null ? '' : faultOf(filled.fault, texts, isMail);
  const hint = isMail ? '' : `<p class="soft" id="hint">${escapeHtml(texts.numberHint)}</p>`;
  const body = `<p class="soft">${fill(texts.signUpFrom, view)}</p>
<form method="post" action="?lang=${locale}" novalidate>
<input type="hidden" name="locale" value="${escapeHtml(spoken)}">
<label for="address">${escapeHtml(isMail ? texts.mailAddress : texts.number)}</label>
<input id="address" name="address" ${input} maxlength="320" required aria-describedby="hint fault" value="${escapeHtml(filled.address)}"${bad}>${filled.fault === 'address' ? fault : ''}${hint}
<label class="trap" aria-hidden="true">${TRAP}<input name="${TRAP}" tabindex="-1" autocomplete="off"></label>
<label class="agree"><input type="checkbox" name="agree" value="yes" required${filled.agreed ? ' checked' : ''}><span lang="${escapeHtml(spoken)}">${escapeHtml(text)}</span></label>
${filled.fault === 'agree' ? fault : ''}<p><button class="main">${escapeHtml(texts.signUpButton)}</button></p></form><p class="soft">${escapeHtml(texts.leaveAnyTime)}</p>`;
  return pageOf(filled.fault === null ? 200 : 422, locale, fill(texts.signUp, view), body);
}

/** What is said to everybody whose wish was taken, known or not. */
export function askedPage(view: SignUpView, locale: PersonLocale, address: string): Reply {
  const texts = PAGE_TEXTS[locale];
  const said = view.channel === 'email' ? texts.askedMail : texts.askedText;
  const body = `<p class="now" role="status">${fill(said, view, address)}</p>`;
  return pageOf(200, locale, fill(texts.signUp, view), body);
}

/** What is shown where no page is, or none any more. */
export const closedPage = (locale: PersonLocale): Reply =>
  messagePage(404, locale, PAGE_TEXTS[locale].closedTitle, PAGE_TEXTS[locale].closed);

const faultOf = (fault: 'address' | 'agree', texts: PageTexts, isMail: boolean): string => {
  const said = fault === 'agree' ? texts.mustAgree : isMail ? texts.badMail : texts.badNumber;
  return `<p class="fault" id="fault" role="alert">${escapeHtml(said)}</p>`;
};

/** The wording of the language of the page, else of its language without the country, else the first of the list. */
function wordingFor({ wordings }: SignUpView, locale: PersonLocale): { locale: string; text: string } {
  const [first = ''] = Object.keys(wordings);
  const spoken =
    Object.keys(wordings).find((one) => one === locale) ??
    Object.keys(wordings).find((one) => primary(one) === primary(locale));
  return { locale: spoken ?? first, text: wordings[spoken ?? first]?.text ?? '' };
}

const primary = (locale: string): string => locale.split('-')[0]?.toLowerCase() ?? '';

const fill = (text: string, { sender, name, confirmHours }: SignUpView, address = ''): string =>
  fillText(text, { sender, list: name, address, hours: String(confirmHours) });
