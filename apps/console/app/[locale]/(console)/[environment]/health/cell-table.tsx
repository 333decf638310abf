'use client';

import type { RouteCellView, RouteHealthView } from '@signalbox/contracts';
import { Table, type TableColumnsType } from 'antd';
import { useFormatter, useTranslations } from 'use-intl';
import { MoneyCell } from '#components/cells/money-cell.tsx';
import { useSpanText } from '#components/cells/span-text.tsx';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import { ScrollBox } from '#components/parts/scroll-box.tsx';
import { useCountryName } from '#components/parts/use-country-name.ts';
import styles from './health.module.css';

/** What is believed of a route in each class and country, with how sure that is. */
export function CellTable(props: { route: RouteHealthView }) {
  const t = useTranslations();
  const columns = useColumns(props.route.currency);
  if (props.route.cells.length === 0) return <p className={styles.quiet}>{t('health.nothingLearned')}</p>;
  const { cells, name } = props.route;
  return (
    <ScrollBox label={t('health.cellsOf', { name })} className={styles.scroll}>
      <Table<RouteCellView>
        size="small"
        rowKey={({ class: trafficClass, country, network }) => `${trafficClass} ${country} ${network?.code}`}
        columns={columns}
        dataSource={cells}
        pagination={cells.length > 10 ? { pageSize: 10, size: 'small' } : false}
      />
    </ScrollBox>
  );
}

function useColumns(currency: string): TableColumnsType<RouteCellView> {
  const t = useTranslations();
  const format = useFormatter();
  const spanText = useSpanText();
  const countryName = useCountryName();
  const percent = (share: number) => format.number(share, { style: 'percent', maximumFractionDigits: 1 });
  const none = <span className={styles.quiet}>–</span>;
  return [
    { key: 'class', title: t('health.column.class'), render: (_, row) => t(`class.${row.class}.name`) },
    {
      key: 'country',
      title: t('health.column.country'),
      render: (_, { country, network }) =>
        network === null ? (
          country === null ? (
            none
          ) : (
            countryName(country)
          )
        ) : (
          <span className={styles.network}>
            {`${network.name} ${network.code.slice(0, 3)}-${network.code.slice(3)}`.trim()}
          </span>
        ),
    },
    {
      key: 'success',
      title: t('health.column.success'),
      align: 'right',
      render: (_, { success, low, high, outlier }) => (
        <span className="num">
          <strong>{percent(success)}</strong>{' '}
          <span className={styles.quiet}>{t('health.interval', { low: percent(low), high: percent(high) })}</span>
          {outlier !== null && (
            <ToneTag tone={outlier === 'ejected' ? 'bad' : 'warn'}>{t(`health.outlier.${outlier}`)}</ToneTag>
          )}
        </span>
      ),
    },
    {
      key: 'basis',
      title: t('health.column.basis'),
      render: (_, { basis, trials, network }) =>
        network?.thin === true ? t('health.thin', { count: trials }) : t(`health.basis.${basis}`, { count: trials }),
    },
    {
      key: 'times',
      title: t('health.column.times'),
      align: 'right',
      render: (_, { p50_ms: p50, p95_ms: p95 }) =>
        p50 === null || p95 === null ? none : <span className="num">{`${spanText(p50)} · ${spanText(p95)}`}</span>,
    },
    {
      key: 'conversion',
      title: t('health.column.conversion'),
      align: 'right',
      render: (_, { conversion }) => (conversion === null ? none : <span className="num">{percent(conversion)}</span>),
    },
    {
      key: 'cost',
      title: t('health.column.cost'),
      align: 'right',
      render: (_, { cost_per_delivered_micros: micros }) =>
        micros === null ? none : <MoneyCell micros={micros} currency={currency} />,
    },
    {
      key: 'costOfCode',
      title: t('health.column.costOfCode'),
      align: 'right',
      render: (_, { cost_per_converted_micros: micros }) =>
        micros === null ? none : <MoneyCell micros={micros} currency={currency} />,
    },
    {
      key: 'faults',
      title: t('health.column.faults'),
      align: 'right',
      render: (_, { faults, throttled }) => (
        <span className="num">{`${format.number(faults)} · ${format.number(throttled)}`}</span>
      ),
    },
  ];
}
