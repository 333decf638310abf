import type { PersonFound, PersonHolding } from '@signalbox/contracts';
import { Table, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { TimeCell } from '#components/cells/time-cell.tsx';
import styles from '#components/consent/consent.module.css';
import { EmptyState } from '#components/parts/empty-state.tsx';
import { Facts } from '#components/parts/facts.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { useNarrow } from '#components/parts/use-narrow.ts';

/** What is held about a person, by kind, with what an erasure would do to it. */
export function Holdings({ found, actions }: { found: PersonFound; actions: ReactNode }) {
  const t = useTranslations();
  const rows = found.holdings.filter(({ count }) => count > 0);
  return (
    <Panel
      title={t('rights.heldTitle', { address: found.address })}
      hint={t('rights.heldHint', { count: found.total })}
      extra={actions}
      flush
    >
      {rows.length === 0 ? (
        <EmptyState title={t('rights.nothingTitle')} text={t('rights.nothingText')} />
      ) : (
        <HoldingTable rows={rows} />
      )}
    </Panel>
  );
}

function HoldingTable({ rows }: { rows: PersonHolding[] }) {
  const t = useTranslations();
  const narrow = useNarrow();
  const newestOf = ({ newest: [first] }: PersonHolding): ReactNode =>
    first?.at == null ? '–' : <TimeCell at={first.at} />;
  if (narrow) {
    return (
      <ul>
        {rows.map((row) => (
          <li key={row.kind} className={styles.card}>
            <strong>{t(`rights.kind.${row.kind}`)}</strong>
            <Facts
              tight
              items={[
                { name: t('rights.count'), value: row.count },
                { name: t('rights.newest'), value: newestOf(row) },
                { name: t('rights.whenErased'), value: t(`rights.erasure.${row.erasure}`) },
              ]}
            />
          </li>
        ))}
      </ul>
    );
  }
  const columns: TableColumnsType<PersonHolding> = [
    { key: 'kind', title: t('rights.what'), render: (_, row) => t(`rights.kind.${row.kind}`) },
    { key: 'count', title: t('rights.count'), align: 'right', dataIndex: 'count' },
    { key: 'newest', title: t('rights.newest'), render: (_, row) => newestOf(row) },
    { key: 'erasure', title: t('rights.whenErased'), render: (_, row) => t(`rights.erasure.${row.erasure}`) },
  ];
  return <Table<PersonHolding> size="small" rowKey="kind" columns={columns} dataSource={rows} pagination={false} />;
}
