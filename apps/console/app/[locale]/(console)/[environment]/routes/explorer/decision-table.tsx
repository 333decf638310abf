'use client';

import type { ExplainedRoute } from '@signalbox/contracts';
import { useFormatter, useTranslations } from 'use-intl';
import { MoneyCell } from '#components/cells/money-cell.tsx';
import { useSpanText } from '#components/cells/span-text.tsx';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import { ScrollBox } from '#components/parts/scroll-box.tsx';
import styles from './explorer.module.css';

/** Every route with its chance or the reason against it, and what is believed of it for this traffic. */
export function DecisionTable(props: { routes: readonly ExplainedRoute[] }) {
  const t = useTranslations();
  return (
    <ScrollBox className={styles.scroll} label={t('candidates.title')}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t('candidates.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('candidates.route')}</th>
            <th scope="col">{t('explorer.chance')}</th>
            <th scope="col">{t('health.column.success')}</th>
            <th scope="col">{t('explorer.speed')}</th>
            <th scope="col">{t('explorer.score')}</th>
            <th scope="col">{t('candidates.weight')}</th>
            <th scope="col">{t('candidates.tier')}</th>
            <th scope="col">{t('candidates.price')}</th>
          </tr>
        </thead>
        <tbody>
          {props.routes.map((route) => (
            <Row key={route.route_id} route={route} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Row(props: { route: ExplainedRoute }) {
  const t = useTranslations();
  const format = useFormatter();
  const spanText = useSpanText();
  const { route } = props;
  const percent = (share: number) => format.number(share, { style: 'percent', maximumFractionDigits: 1 });
  const { signal, excluded } = route;
  return (
    <tr data-out={excluded === null ? undefined : true}>
      <th scope="row">
        {route.route_name}
        <span className={styles.under}>{route.provider_name}</span>
      </th>
      <td>
        {excluded === null ? (
          <>
            <strong className="num">{percent(route.probability)}</strong>
            {route.exploring > 0 && (
              <span className={styles.under}>{t('explorer.exploring', { share: percent(route.exploring) })}</span>
            )}
          </>
        ) : (
          <span title={route.excluded_text ?? excluded}>{t(`exclusion.${excluded}`)}</span>
        )}
      </td>
      <td>
        {signal === null ? (
          <span className={styles.under}>{t('explorer.unknown')}</span>
        ) : (
          <span className="num">
            {percent(signal.success)}{' '}
            {signal.forging ? (
              <ToneTag tone="bad">{t('health.honesty.forging')}</ToneTag>
            ) : (
              <span className={styles.under}>
                {t('health.interval', { low: percent(signal.low), high: percent(signal.high) })}
                {signal.factor < 1 && ` ${t('explorer.factor', { factor: percent(signal.factor) })}`}
              </span>
            )}
            {route.model?.basis === 'model' && (
              <span className={styles.under}>{t('explorer.modelSays', { share: percent(route.model.success) })}</span>
            )}
          </span>
        )}
      </td>
      <td className="num">
        {signal?.p50_ms == null ? '–' : spanText(signal.p50_ms)}
        {signal?.within != null && (
          <span className={styles.under}>{t('explorer.inTime', { share: percent(signal.within) })}</span>
        )}
      </td>
      <td>
        <MoneyCell micros={route.score_micros} currency={route.currency} />
      </td>
      <td className="num">{route.weight}</td>
      <td className="num">{route.tier}</td>
      <td>
        <MoneyCell micros={route.price_micros} currency={route.currency} />
      </td>
    </tr>
  );
}
