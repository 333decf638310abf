'use client';

import type { Quote } from '@signalbox/contracts';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { formatMicros } from '#format/money.ts';
import styles from './send.module.css';
import type { QuoteStand } from './use-quote.ts';

/** What the text costs as it stands, with the routes it would be shared out over, or why that cannot be told. */
export function QuoteLine({ stand }: { stand: QuoteStand }) {
  const t = useTranslations();
  const isOld = stand.kind === 'asking' || (stand.kind === 'answer' && !stand.isOf);
  return (
    <section className={styles.quote} aria-label={t('send.quote.title')} aria-live="polite" aria-busy={isOld}>
      <Said stand={stand} />
    </section>
  );
}

function Said({ stand }: { stand: QuoteStand }) {
  const t = useTranslations();
  if (stand.kind === 'answer') return <Priced quote={stand.quote} isOf={stand.isOf} />;
  if (stand.kind !== 'failed') return <p className={styles.quiet}>{t(`send.quote.${stand.kind}`)}</p>;
  const [field] = stand.problem.fields;
  return <p className={styles.quiet}>{field?.message ?? t(`problem.${stand.problem.code}.title`)}</p>;
}

function Priced({ quote, isOf }: { quote: Quote; isOf: boolean }) {
  const t = useTranslations();
  const format = useFormatter();
  const locale = useLocale();
  const money = (micros: number, currency = quote.currency) => formatMicros(micros, currency, locale);
  const { total, excluded, countries } = quote;
  if (quote.priced === 0)
    return (
      <p className={styles.quiet}>
        {t('send.quote.none')} {excluded.map(({ text }) => text).join(' ')}
      </p>
    );
  const routes = countries.flatMap((country) => country.routes).filter(({ share }) => share > 0);
  return (
    <div data-old={isOf ? undefined : true}>
      <p>
        <strong className="num">{t('send.quote.about', { price: money(total.expected_micros) })}</strong>{' '}
        {total.low_micros !== total.high_micros && (
          <span className="num">
            {t('prices.quote.between', { low: money(total.low_micros), high: money(total.high_micros) })}
          </span>
        )}{' '}
        <span className="num">
          {t('send.quote.shape', { parts: quote.parts, encoding: quote.encoding === 'ucs2' ? 'UCS-2' : 'GSM-7' })}
        </span>
      </p>
      <ul>
        {routes.map(({ route_id: id, route_name: name, share, price_micros: micros, currency }) => (
          <li key={id} className="num">
            {t('prices.quote.route', {
              name,
              share: format.number(share, { style: 'percent', maximumFractionDigits: 1 }),
              price: money(micros, currency),
            })}
          </li>
        ))}
      </ul>
      {countries.some(({ routes_down: down }) => down) && <p className={styles.quiet}>{t('prices.quote.down')}</p>}
    </div>
  );
}
