'use client';

import type { CostInterval, Quote, QuotedCountry } from '@signalbox/contracts';
import { Alert, Table, type TableColumnsType } from 'antd';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { ScrollBox } from '#components/parts/scroll-box.tsx';
import { useCountryName } from '#components/parts/use-country-name.ts';
import { formatMicros } from '#format/money.ts';
import styles from './prices.module.css';

/** The answer to a quote: the sum, each country with its routes, what is left out, what mail would save. */
export function QuoteAnswer({ quote }: { quote: Quote }) {
  const t = useTranslations();
  const locale = useLocale();
  const countryName = useCountryName();
  const money = (micros: number) => formatMicros(micros, quote.currency, locale);
  const columns = useColumns(money);
  const { total } = quote;
  return (
    <section className={styles.preview} aria-label={t('prices.quote.answer')}>
      {quote.priced > 0 && (
        <>
          <p className={styles.sum}>
            <strong className="num">{money(total.expected_micros)}</strong>{' '}
            <span className={styles.quiet}>
              {t('prices.quote.between', { low: money(total.low_micros), high: money(total.high_micros) })}
            </span>
          </p>
          <p className={styles.quiet}>
            {t('prices.quote.shape', {
              priced: quote.priced,
              recipients: quote.recipients,
              parts: quote.parts,
              encoding: quote.encoding === 'ucs2' ? 'UCS-2' : 'GSM-7',
            })}
            {quote.held > 0 && ` ${t('prices.quote.held', { count: quote.held })}`}
          </p>
          <ScrollBox label={t('prices.quote.byCountry')} className={styles.scroll}>
            <Table<QuotedCountry>
              size="small"
              rowKey={({ country }) => country ?? ''}
              columns={columns}
              dataSource={quote.countries}
              pagination={quote.countries.length > 10 ? { pageSize: 10, size: 'small' } : false}
            />
          </ScrollBox>
          {quote.countries.some(({ routes_down: down }) => down) && (
            <p className={styles.quiet}>{t('prices.quote.down')}</p>
          )}
        </>
      )}
      {quote.excluded.length > 0 && (
        <Alert
          type="info"
          showIcon
          title={t('prices.quote.excluded')}
          description={
            <ul className={styles.plain}>
              {quote.excluded.map(({ code, text, count }) => (
                <li key={`${code} ${text}`}>{t('prices.quote.excludedLine', { count, text })}</li>
              ))}
            </ul>
          }
        />
      )}
      {quote.advice.map(({ country, count, saving_micros: micros }) => (
        <Alert
          key={country ?? ''}
          type="success"
          showIcon
          title={t('prices.quote.mail', {
            country: country === null ? '' : countryName(country),
            count,
            saving: money(micros),
          })}
        />
      ))}
    </section>
  );
}

function useColumns(money: (micros: number) => string): TableColumnsType<QuotedCountry> {
  const t = useTranslations();
  const format = useFormatter();
  const locale = useLocale();
  const countryName = useCountryName();
  const interval = ({ low_micros: low, expected_micros: expected, high_micros: high }: CostInterval) => (
    <span className="num">
      {money(expected)}{' '}
      <span className={styles.quiet}>{t('prices.quote.between', { low: money(low), high: money(high) })}</span>
    </span>
  );
  return [
    {
      key: 'country',
      title: t('prices.list.country'),
      render: (_, { country }) => (country === null ? '–' : countryName(country)),
    },
    { key: 'count', title: t('prices.quote.count'), align: 'right', render: (_, { count }) => format.number(count) },
    { key: 'each', title: t('prices.quote.each'), align: 'right', render: (_, row) => interval(row.per_message) },
    { key: 'total', title: t('prices.quote.total'), align: 'right', render: (_, row) => interval(row.total) },
    {
      key: 'routes',
      title: t('prices.quote.routes'),
      render: (_, { routes }) =>
        routes
          .filter(({ share }) => share > 0)
          .map(({ route_name: name, share, price_micros: micros, currency }) =>
            t('prices.quote.route', {
              name,
              share: format.number(share, { style: 'percent', maximumFractionDigits: 1 }),
              price: formatMicros(micros, currency, locale),
            }),
          )
          .join(' · '),
    },
  ];
}
