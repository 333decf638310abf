'use client';

import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons';
import type { ImportPricesResult, PriceLine } from '@signalbox/contracts';
import { Alert, Table, type TableColumnsType } from 'antd';
import { useFormatter, useTranslations } from 'use-intl';
import { MoneyCell } from '#components/cells/money-cell.tsx';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import { ScrollBox } from '#components/parts/scroll-box.tsx';
import { useCountsText } from './change-list.tsx';
import { FaultList } from './fault-list.tsx';
import styles from './prices.module.css';
import { useAreaText } from './use-area-text.ts';

/** From this rise on a price is called out: a supplier's mistake is found before it is paid. */
const SHARP_PERCENT = 25;
const TONES = {
  new: 'info',
  dearer: 'bad',
  cheaper: 'good',
  changed: 'info',
  ended: 'warn',
  unchanged: 'neutral',
} as const;

/** What a price list does, before it does it: prices beside those of now, and rows that cannot be used with their cure. */
export function ImportPreview({ seen, name }: { seen: ImportPricesResult; name: string }) {
  const t = useTranslations();
  const countsText = useCountsText();
  const columns = useColumns();
  const unknown = seen.columns.filter(({ field }) => field === null).map(({ column }) => column);
  const sharp = seen.lines.filter(({ change_percent: percent }) => (percent ?? 0) >= SHARP_PERCENT).length;
  return (
    <section className={styles.preview} aria-label={t('prices.import.preview')}>
      <Alert
        type={seen.fault_count === 0 ? 'success' : 'warning'}
        showIcon
        title={t('prices.import.right', { right: seen.right, rows: seen.rows })}
        description={
          <>
            {countsText(seen.counts)}
            {unknown.length > 0 && <p>{t('prices.import.unknown', { columns: unknown.join(', ') })}</p>}
          </>
        }
      />
      {sharp > 0 && (
        <Alert type="error" showIcon title={t('prices.import.sharp', { count: sharp, percent: SHARP_PERCENT })} />
      )}
      <FaultList faults={seen.faults} errorCsv={seen.error_csv} name={name} />
      {seen.lines.length > 0 && (
        <ScrollBox label={t('prices.import.preview')} className={styles.scroll}>
          <Table<PriceLine>
            size="small"
            rowKey={({ route_id, country, network, prefix, from }) =>
              `${route_id} ${country} ${network} ${prefix} ${from}`
            }
            columns={columns}
            dataSource={seen.lines}
            pagination={seen.lines.length > 10 ? { pageSize: 10, size: 'small' } : false}
          />
        </ScrollBox>
      )}
      {seen.line_count > seen.lines.length && (
        <p className={styles.quiet}>
          {t('prices.import.moreLines', { shown: seen.lines.length, count: seen.line_count })}
        </p>
      )}
    </section>
  );
}

function useColumns(): TableColumnsType<PriceLine> {
  const t = useTranslations();
  const format = useFormatter();
  const areaText = useAreaText();
  const change = ({ verdict, change_percent: percent }: PriceLine) => {
    const icon = verdict === 'dearer' ? <ArrowUpOutlined /> : verdict === 'cheaper' ? <ArrowDownOutlined /> : undefined;
    const share =
      percent === null || percent === 0
        ? ''
        : ` ${format.number(percent / 100, { style: 'percent', maximumFractionDigits: 1, signDisplay: 'exceptZero' })}`;
    return (
      <ToneTag tone={TONES[verdict]} icon={icon}>
        {t(`prices.verdict.${verdict}`)}
        {share}
      </ToneTag>
    );
  };
  return [
    { key: 'change', title: t('prices.column.change'), render: (_, line) => change(line) },
    { key: 'route', title: t('prices.column.route'), render: (_, { route_name: name }) => name },
    { key: 'area', title: t('prices.column.area'), render: (_, line) => areaText(line) },
    {
      key: 'before',
      title: t('prices.column.before'),
      align: 'right',
      render: (_, { before }) => <MoneyCell micros={before?.price_micros} currency={before?.currency} />,
    },
    {
      key: 'after',
      title: t('prices.column.after'),
      align: 'right',
      render: (_, { after }) => <MoneyCell micros={after?.price_micros} currency={after?.currency} />,
    },
    { key: 'from', title: t('prices.column.from'), render: (_, { from }) => <TimeCell at={from} look="minute" /> },
    {
      key: 'until',
      title: t('prices.column.until'),
      render: (_, { after, until }) =>
        after === null || until === null ? (
          <span className={styles.quiet}>{after === null ? '–' : t('prices.open')}</span>
        ) : (
          <TimeCell at={until} look="minute" />
        ),
    },
  ];
}
