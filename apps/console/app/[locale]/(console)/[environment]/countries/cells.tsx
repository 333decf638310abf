'use client';

import { CheckCircleOutlined, StopOutlined } from '@ant-design/icons';
import { Channel, type CountryView } from '@signalbox/contracts';
import type { ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { useSpanText } from '#components/cells/span-text.tsx';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { useCountryName } from '#components/parts/use-country-name.ts';
import { formatMicros } from '#format/money.ts';
import styles from './countries.module.css';
import { effective, REST } from './rows.ts';

/** What can be done with a row. */
export interface CountryActions {
  onChange: (row: CountryView) => void;
  onRemove: (row: CountryView) => void;
}

/** A row, with the one it inherits from. */
export interface RowProps {
  row: CountryView;
  rest: CountryView;
}

/** A value in italics, and said to be inherited, when it is another row's. */
function Said(props: { inherited: boolean; children: ReactNode }) {
  const t = useTranslations();
  if (!props.inherited) return props.children;
  return (
    <em className={styles.inherited} title={t('countries.inherited')}>
      {props.children} <span className="visually-hidden">({t('countries.inherited')})</span>
    </em>
  );
}

const dash = <span aria-hidden="true">–</span>;

/** The name, with the code. */
export function NameCell({ row }: { row: CountryView }) {
  const t = useTranslations();
  const nameOf = useCountryName();
  if (row.country === REST) {
    return (
      <span className={styles.name}>
        <strong>{nameOf(REST)}</strong>
        <span className={styles.hint}>{t('countries.restHint')}</span>
      </span>
    );
  }
  return (
    <span>
      <strong>{nameOf(row.country)}</strong> <span className={styles.code}>{row.country}</span>
    </span>
  );
}

/** Open or closed. */
export function OpenCell({ row }: { row: CountryView }) {
  const t = useTranslations();
  return (
    <ToneTag tone={row.enabled ? 'good' : 'bad'} icon={row.enabled ? <CheckCircleOutlined /> : <StopOutlined />}>
      {t(row.enabled ? 'countries.open' : 'countries.closed')}
    </ToneTag>
  );
}

/** The channels that are open. */
export function ChannelsCell({ row, rest }: RowProps) {
  const t = useTranslations();
  const { value, inherited } = effective(row, rest, (of) => of.channels);
  if (value === null) return <span>{t('countries.everyChannel')}</span>;
  return <Said inherited={inherited}>{value.map((channel) => t(`channel.${channel}`)).join(', ')}</Said>;
}

/** The currency. */
export function CurrencyCell({ row, rest }: RowProps) {
  const { value, inherited } = effective(row, rest, (of) => of.currency);
  return value === null ? dash : <Said inherited={inherited}>{value}</Said>;
}

/** The languages, the preferred one first. */
export function LanguagesCell({ row, rest }: RowProps) {
  const locale = useLocale();
  const { value, inherited } = effective(row, rest, (of) => of.languages);
  if (value === null) return dash;
  const names = new Intl.DisplayNames([locale], { type: 'language' });
  return <Said inherited={inherited}>{value.map((tag) => names.of(tag) ?? tag).join(', ')}</Said>;
}

/** The sender of each channel. */
export function SenderCell({ row, rest }: RowProps) {
  const t = useTranslations();
  const senders = Channel.options.flatMap((channel) => {
    const { value, inherited } = effective(row, rest, (of) => of.senders[channel]);
    const text = value?.default ?? null;
    return text === null ? [] : [{ channel, text, inherited }];
  });
  if (senders.length === 0) return <span className={styles.hint}>{t('countries.ofProvider')}</span>;
  return (
    <span className={styles.lines}>
      {senders.map(({ channel, text, inherited }) => (
        <Said key={channel} inherited={inherited}>
          <span className={styles.sender}>{text}</span>
        </Said>
      ))}
    </span>
  );
}

/** The rules that stand in place of the workspace's. */
export function RulesCell({ row, rest }: RowProps) {
  const t = useTranslations();
  const locale = useLocale();
  const spanText = useSpanText();
  const price = effective(row, rest, (of) => of.max_price);
  const validity = effective(row, rest, (of) => of.valid_for_seconds);
  const cap = effective(row, rest, (of) => of.marketing_per_day);
  const hours = effective(row, rest, (of) => of.opening_hours);
  const dates = effective(row, rest, (of) => of.closed_dates);
  const rules = [
    price.value !== null && {
      key: 'price',
      inherited: price.inherited,
      text: t('countries.price', { price: formatMicros(price.value.amount_micros, price.value.currency, locale) }),
    },
    validity.value !== null && {
      key: 'validity',
      inherited: validity.inherited,
      text: t('countries.validity', { span: spanText(validity.value * 1000) }),
    },
    cap.value !== null && {
      key: 'cap',
      inherited: cap.inherited,
      text: t('countries.cap', { count: cap.value }),
    },
    hours.value !== null && { key: 'hours', inherited: hours.inherited, text: t('countries.hours') },
    dates.value !== null && {
      key: 'dates',
      inherited: dates.inherited,
      text: t('countries.closedDays', { count: dates.value.length }),
    },
  ].filter((rule) => rule !== false);
  if (rules.length === 0) return dash;
  return (
    <span className={styles.lines}>
      {rules.map(({ key, inherited, text }) => (
        <span key={key}>
          <Said inherited={inherited}>{text}</Said>
        </span>
      ))}
      {row.enabled && row.marketing_now !== null && <NowLine now={row.marketing_now} />}
    </span>
  );
}

/** Whether marketing goes there at this moment, and when that changes. */
function NowLine({ now }: { now: NonNullable<CountryView['marketing_now']> }) {
  const t = useTranslations();
  return (
    <span className={styles.now} data-open={now.open}>
      {t(now.open ? 'countries.nowOpen' : now.until === null ? 'countries.nowNever' : 'countries.nowHeld')}{' '}
      {now.until !== null && <TimeCell at={now.until} look="minute" />}
    </span>
  );
}

/** The buttons of a row; what is not stored cannot be removed. */
export function CountryButtons({ row, onChange, onRemove }: CountryActions & { row: CountryView }) {
  const t = useTranslations();
  const country = useCountryName()(row.country);
  return (
    <span className={styles.buttons}>
      <PermittedButton
        permission="countries:write"
        size="small"
        onClick={() => onChange(row)}
        aria-label={t('countries.changeName', { country })}
      >
        {t('countries.change')}
      </PermittedButton>
      {row.version > 0 && (
        <PermittedButton
          permission="countries:write"
          size="small"
          onClick={() => onRemove(row)}
          aria-label={t('countries.removeName', { country })}
        >
          {t('countries.remove')}
        </PermittedButton>
      )}
    </span>
  );
}
