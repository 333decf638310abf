'use client';

import { isReasonCode, type TimelineEntry } from '@signalbox/contracts';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { useReasonText } from '#components/cells/reason-text.tsx';
import { useSpanText } from '#components/cells/span-text.tsx';
import { countryName } from '#format/country.ts';
import { formatMicros } from '#format/money.ts';
import { formatPhone } from '#format/phone.ts';
import { stepKey } from './step-key.ts';
import { useRuleSource } from './use-rule-source.ts';

/** A step as far as its sentence goes; a rule of a preview has no state. */
type Step = Pick<TimelineEntry, 'kind' | 'result' | 'code' | 'facts' | 'text'> & { state?: string | null };

const scalar = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
const isInstant = (text: string): boolean => /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) && !Number.isNaN(Date.parse(text));

/**
 * The sentence of a step in the person's language, made from its kind, result and evidence. What this build has no
 * sentence for is shown in the api's own English words.
 */
export function useStepText(): (entry: Step) => string {
  const t = useTranslations();
  const format = useFormatter();
  const locale = useLocale();
  const spanText = useSpanText();
  const reasonText = useReasonText();
  const ruleSource = useRuleSource();

  const written = (text: string): string => {
    if (isInstant(text)) return format.dateTime(new Date(text), { dateStyle: 'medium', timeStyle: 'medium' });
    return formatPhone(text);
  };
  const wordFor = (name: string, value: string): string => {
    if (name === 'country') return countryName(locale, value);
    const key = `timeline.word.${name}.${value}` as 'timeline.word.channel.sms';
    return t.has(key) ? t(key) : written(value);
  };
  const moneyOf = (micros: unknown, currency: unknown) =>
    typeof micros === 'number' && typeof currency === 'string' ? formatMicros(micros, currency, locale) : '';
  const spanOf = (value: unknown, factor: number) => (typeof value === 'number' ? spanText(value * factor) : '');

  const calendarOf = ({ calendar, time_zone: zone, zone_of: whose }: Step['facts']): string | null => {
    if (calendar !== 'day' && calendar !== 'week' && calendar !== 'month') return null;
    const owner = t(`timeline.capZone.${whose === 'workspace' ? 'workspace' : 'recipient'}`);
    return t(`timeline.capCalendar.${calendar}`, { zone: scalar(zone), whose: owner });
  };

  return (entry) => {
    const key = stepKey(entry);
    if (key === undefined || !t.has(key)) return entry.text;
    const { facts, code, state = null } = entry;
    const values: Record<string, string | number> = {};
    for (const [name, value] of Object.entries(facts))
      values[name] = typeof value === 'number' ? value : wordFor(name, scalar(value));
    const reason = code !== null && isReasonCode(code) ? reasonText({ code, text: '' }) : '';
    const source = scalar(facts.source);
    const said = ruleSource(source);
    const chance = typeof facts.probability === 'number' ? facts.probability : 1;
    // Evidence that is missing must shorten a sentence, never break it.
    const blank = {
      prefix: '',
      note: '',
      provider: '',
      route: '',
      from: '',
      to: '',
      given: '',
      country: '',
      since: '',
      source: '',
      at: '',
    };
    return t(key, {
      ...blank,
      parts: 1,
      part: 1,
      attempt: 1,
      open: 0,
      total: 0,
      units: 0,
      zones: 1,
      kept: 0,
      time_zone: '',
      eligible_again_at: '',
      released_at: '',
      sent: 0,
      converted: 0,
      limit: 0,
      used: 0,
      size_bytes: 0,
      encoding: '',
      channel: '',
      class: '',
      verdict: '',
      sender: '',
      affix: '',
      standing: '',
      missing: '',
      found: '',
      list: '',
      topic: '',
      key: '',
      version: 0,
      ...values,
      reason,
      // The word of whoever suppressed the address, beside that of the table of reasons.
      suppressed_for: scalar(facts.reason),
      hasReason: reason === '' ? 'no' : 'yes',
      hasTopic: scalar(facts.topic) === '' ? 'no' : 'yes',
      hasCountry: scalar(facts.country) === '' ? 'no' : 'yes',
      state:
        state === null
          ? ''
          : t.has(`state.${state}.name` as 'state.sent.name')
            ? t(`state.${state}.name` as 'state.sent.name')
            : state,
      chance: format.number(chance, { style: 'percent', maximumFractionDigits: 2 }),
      after: wordFor('channel', scalar(facts.after)),
      moneyLimit: moneyOf(facts.limit_micros, facts.limit_currency),
      moneyUsed: moneyOf(facts.used_micros, facts.limit_currency),
      window: calendarOf(facts) ?? spanOf(facts.window_seconds, 1000),
      capName: scalar(facts.cap) === '' ? '' : t('timeline.capName', { name: scalar(facts.cap) }),
      gap: spanOf(facts.min_gap_seconds, 1000),
      held: entry.result === 'wait' ? 'yes' : 'no',
      within: spanOf(facts.within_seconds, 1000),
      localTime: /T(\d\d:\d\d)/.exec(scalar(facts.local_time))?.[1] ?? '',
      hasLaw: said.lawPath === null ? 'no' : 'yes',
      byLaw: said.lawPath === null ? '' : said.text,
      hoursOf: said.text,
      wait: spanOf(facts.wait_ms ?? facts.retry_after_ms, 1),
    });
  };
}
