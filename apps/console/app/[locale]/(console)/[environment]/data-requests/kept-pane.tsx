'use client';

import { DownloadOutlined } from '@ant-design/icons';
import type { DataRecipient, KeptTable, KeptTables } from '@signalbox/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button, Table, type TableColumnsType } from 'antd';
import { useTranslations } from 'use-intl';
import styles from '#components/consent/consent.module.css';
import { EmptyState } from '#components/parts/empty-state.tsx';
import { Facts } from '#components/parts/facts.tsx';
import { Loaded } from '#components/parts/loaded.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { useNarrow } from '#components/parts/use-narrow.ts';
import { usePlace } from '#components/place.tsx';
import { saveJson } from '#data/save-file.ts';
import { useTRPC } from '#data/trpc.ts';

/** The record of processing: who outside gets data, what is kept of people, where, for how long, and what an erasure does to it; saved as a file too. */
export function KeptPane() {
  const { people } = useTRPC();
  const { environment } = usePlace();
  const kept = useQuery(people.kept.queryOptions({ environment }));
  return <Loaded query={kept}>{(record) => <Record record={record} />}</Loaded>;
}

function Record({ record }: { record: KeptTables }) {
  const t = useTranslations();
  const save = (
    <Button
      icon={<DownloadOutlined />}
      onClick={() => saveJson(`record-of-processing-${record.environment}-${record.made_at.slice(0, 10)}`, record)}
    >
      {t('rights.saveRecord')}
    </Button>
  );
  return (
    <>
      <Panel title={t('rights.recipients')} hint={t('rights.recipientsHint')} extra={save} flush>
        {record.recipients.length === 0 ? (
          <EmptyState title={t('rights.noRecipients')} text={t('rights.noRecipientsText')} />
        ) : (
          <RecipientRows rows={record.recipients} />
        )}
      </Panel>
      <Panel title={t('rights.keptTitle')} hint={t('rights.keptHint')} flush>
        <KeptRows rows={record.data} />
      </Panel>
    </>
  );
}

function RecipientRows({ rows }: { rows: DataRecipient[] }) {
  const t = useTranslations();
  const columns: TableColumnsType<DataRecipient> = [
    { key: 'kind', title: t('rights.who'), render: (_, row) => t(`rights.recipient.${row.kind}`) },
    { key: 'name', title: t('rights.recipientName'), render: (_, row) => row.name || '–' },
    { key: 'host', title: t('rights.where'), render: (_, row) => (row.host === null ? '–' : <code>{row.host}</code>) },
  ];
  return (
    <div className={styles.scroll}>
      <Table<DataRecipient>
        size="small"
        rowKey={({ kind, name, host }) => `${kind} ${name} ${host}`}
        columns={columns}
        dataSource={rows}
        pagination={false}
      />
    </div>
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
