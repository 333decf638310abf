'use client';

import type { TrafficClass } from '@signalbox/contracts';
import { Table, type TableColumnsType } from 'antd';
import { useTranslations } from 'use-intl';
import { AddressCell } from '#components/cells/address-cell.tsx';
import { TimeCell } from '#components/cells/time-cell.tsx';
import styles from '#components/consent/consent.module.css';
import { Facts } from '#components/parts/facts.tsx';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { useNarrow } from '#components/parts/use-narrow.ts';

/** One suppressed address. */
export interface Suppression {
  id: string;
  address: string;
  classes: TrafficClass[];
  reason: string;
  created_at: string;
}

/** Suppressed addresses as a table, as cards where it is narrow. */
export function SuppressionTable({ rows, onLift }: { rows: Suppression[]; onLift: (row: Suppression) => void }) {
  const t = useTranslations();
  const narrow = useNarrow();
  const classesOf = (row: Suppression) => row.classes.map((one) => t(`class.${one}.name`)).join(', ');
  const lift = (row: Suppression) => (
    <PermittedButton
      permission="suppressions:write"
      size="small"
      aria-label={t('suppressions.liftWhat', { address: row.address })}
      onClick={() => onLift(row)}
    >
      {t('suppressions.lift')}
    </PermittedButton>
  );
  if (narrow) {
    return (
      <ul>
        {rows.map((row) => (
          <li key={row.id} className={styles.card}>
            <strong>
              <AddressCell address={row.address} />
            </strong>
            <Facts
              tight
              items={[
                { name: t('suppressions.classes'), value: classesOf(row) },
                { name: t('suppressions.reason'), value: row.reason },
                { name: t('suppressions.since'), value: <TimeCell at={row.created_at} /> },
              ]}
            />
            {lift(row)}
          </li>
        ))}
      </ul>
    );
  }
  const columns: TableColumnsType<Suppression> = [
    { key: 'address', title: t('suppressions.address'), render: (_, row) => <AddressCell address={row.address} /> },
    { key: 'classes', title: t('suppressions.classes'), render: (_, row) => classesOf(row) },
    { key: 'reason', title: t('suppressions.reason'), dataIndex: 'reason' },
    { key: 'since', title: t('suppressions.since'), render: (_, row) => <TimeCell at={row.created_at} /> },
    { key: 'lift', title: '', align: 'right', render: (_, row) => lift(row) },
  ];
  return <Table<Suppression> size="small" rowKey="id" columns={columns} dataSource={rows} pagination={false} />;
}
