import { QuietWish } from '@signalbox/contracts';
import type { PersonLocale, PersonView } from '@signalbox/services';
import { escapeHtml } from '../docs/html.ts';
import type { PageTexts } from './texts.ts';

const WEEK = [1, 2, 3, 4, 5, 6, 7];
const ALL_DAY = { from: '00:00', to: '24:00' } as const;

type Span = QuietWish['quiet'][number];

const isAllDay = ({ from, to }: Span): boolean => from === ALL_DAY.from && to === ALL_DAY.to;

/** The hours a form names: whole days, and one span of every day; undefined for what no form of ours sends. */
export function readHours(fields: URLSearchParams): QuietWish | undefined {
  const days = fields.getAll('day').map(Number);
  const [from, to] = [fields.get('from') ?? '', fields.get('to') ?? ''];
  const wish = QuietWish.safeParse({
    quiet: [
      ...(days.length === 0 ? [] : [{ days, ...ALL_DAY }]),
      ...(from === '' && to === '' ? [] : [{ days: WEEK, from: from || ALL_DAY.from, to: to || ALL_DAY.to }]),
    ],
    time_zone: fields.get('zone') ?? '',
  });
  return wish.success ? wish.data : undefined;
}

/** The form in which a person says when no marketing is wanted, with what holds now in words above it. */
export function hoursForm(view: PersonView, texts: PageTexts, locale: PersonLocale): string {
  const { hours, isNothingLeft } = view;
  if (!view.gets && hours === null) return '';
  const quiet = hours?.quiet ?? [];
  const shut = new Set(quiet.filter(isAllDay).flatMap(({ days }) => days));
  const daily = quiet.find((span) => !isAllDay(span) && span.days.length === WEEK.length);
  const says = quiet.map((span) => `<li>${escapeHtml(spanText(span, texts, locale))}</li>`).join('');
  const now =
    hours === null
      ? `<p class="soft">${texts.hoursNone}</p>`
      : `<p>${texts.hoursNow}</p><ul class="said">${says}</ul><p class="soft">${escapeHtml(hours.time_zone)}</p>`;
  const days = WEEK.map(
    (day) =>
      `<label><input type="checkbox" name="day" value="${day}"${shut.has(day) ? ' checked' : ''}> ${weekday(day, locale)}</label>`,
  );
  const clock = (name: 'from' | 'to', label: string) =>
    `<label>${label} <input type="time" name="${name}" value="${(daily?.[name] ?? '').replace('24:00', '00:00')}"></label>`;
  return [
    `<section aria-labelledby="hours"><h2 id="hours">${texts.hours}</h2>`,
    isNothingLeft ? `<p class="now" role="alert">${texts.hoursNothingLeft}</p>` : '',
    now,
    `<form method="post" action="?lang=${locale}"><input type="hidden" name="act" value="hours">`,
    `<fieldset><legend>${texts.hoursDays}</legend>${days.join('')}</fieldset>`,
    `<fieldset><legend>${texts.hoursDaily}</legend>${clock('from', texts.hoursFrom)}${clock('to', texts.hoursTo)}</fieldset>`,
    `<label class="zone">${texts.hoursZone} <select name="zone">${zoneOptions(hours?.time_zone ?? view.timeZone)}</select></label>`,
    `<button class="main">${texts.hoursSave}</button></form>`,
    hours === null ? '' : anyTime(hours.time_zone, texts, locale),
    `<p class="soft">${texts.hoursHint}</p></section>`,
  ].join('');
}

/** The button by which marketing may come at any time again: the same form with nothing in it. */
const anyTime = (zone: string, texts: PageTexts, locale: PersonLocale): string =>
  `<form method="post" action="?lang=${locale}"><input type="hidden" name="act" value="hours"><input type="hidden" name="zone" value="${escapeHtml(zone)}"><button class="main">${texts.hoursAnyTime}</button></form>`;

const weekday = (day: number, locale: PersonLocale): string =>
  // The first of January 2024 was a Monday.
  new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, day));

function spanText(span: Span, texts: PageTexts, locale: PersonLocale): string {
  const days = span.days.toSorted((a, b) => a - b).map((day) => weekday(day, locale));
  const named = days.length === WEEK.length ? texts.hoursEveryDay : new Intl.ListFormat(locale).format(days);
  return `${named}: ${isAllDay(span) ? texts.hoursAllDay : `${span.from} – ${span.to}`}`;
}

/** All zones of the database by the part of the world they are in. */
function zoneOptions(chosen: string): string {
  const zones = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', chosen]);
  const parts = Map.groupBy([...zones].sort(), (zone) =>
    zone.includes('/') ? zone.slice(0, zone.indexOf('/')) : 'UTC',
  );
  return [...parts]
    .map(([part, names]) => {
      const options = names.map((zone) => {
        const place = zone.slice(zone.indexOf('/') + 1).replaceAll('_', ' ');
        return `<option value="${escapeHtml(zone)}"${zone === chosen ? ' selected' : ''}>${escapeHtml(place)}</option>`;
      });
      return `<optgroup label="${escapeHtml(part)}">${options.join('')}</optgroup>`;
    })
    .join('');
}
