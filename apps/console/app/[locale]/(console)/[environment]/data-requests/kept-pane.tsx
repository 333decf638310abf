'use client';

import type { KeptTable } from '@signalbox/contracts';
import { useQuery } from '@tanstack/react-query';
import { Table, type TableColumnsType } from 'antd';
import { useTranslations } from 'use-intl';
import styles from '#components/consent/consent.module.css';
import { Facts } from '#components/parts/facts.tsx';
import { Loaded } from '#components/parts/loaded.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { useNarrow } from '#components/parts/use-narrow.ts';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';

/** The record of processing: what is kept of people, where, for how long, and what an erasure does to it. */
export function KeptPane() {
  const t = useTranslations();
  const { people } = useTRPC();
  const { environment } = usePlace();
  const kept = useQuery(people.kept.queryOptions({ environment }));
  return (
    <Panel title={t('rights.keptTitle')} hint={t('rights.keptHint')} flush>
      <Loaded query={kept}>{({ data }) => <KeptRows rows={data} />}</Loaded>
    </Panel>
  );
}

function KeptRows({ rows }: { rows: KeptTable[] }) {
  const t = useTranslations();
  const narrow = useNarrow();
  const whereOf = ({ table, columns }: KeptTable) => (
    <code>
      {table}: {columns.join(', ')}
    </code>
  );
  const keptFor = ({ kept_for, oldest_day: day }: KeptTable) =>
    day === null ? t(`rights.keptFor.${kept_for}`) : t('rights.since', { rule: t(`rights.keptFor.${kept_for}`), day });
  if (narrow) {
    return (
      <ul>
        {rows.map((row) => (
          <li key={row.table} className={styles.card}>
            <strong>{t(`rights.kind.${row.kind}`)}</strong>
            <Facts
              tight
              items={[
                { name: t('rights.where'), value: whereOf(row) },
                { name: t('rights.howLong'), value: keptFor(row) },
                { name: t('rights.whenErased'), value: t(`rights.erasure.${row.erasure}`) },
              ]}
            />
          </li>
        ))}
      </ul>
    );
  }
  const columns: TableColumnsType<KeptTable> = [
    { key: 'kind', title: t('rights.what'), render: (_, row) => t(`rights.kind.${row.kind}`) },
    { key: 'where', title: t('rights.where'), render: (_, row) => whereOf(row) },
    { key: 'kept', title: t('rights.howLong'), render: (_, row) => keptFor(row) },
    { key: 'erasure', title: t('rights.whenErased'), render: (_, row) => t(`rights.erasure.${row.erasure}`) },
  ];
  return <Table<KeptTable> size="small" rowKey="table" columns={columns} dataSource={rows} pagination={false} />;
}
