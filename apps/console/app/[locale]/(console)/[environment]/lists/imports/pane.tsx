'use client';

import { ImportOutlined } from '@ant-design/icons';
import type { ImportView } from '@signalbox/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Skeleton, Table, type TableColumnsType } from 'antd';
import Link from 'next/link';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { TimeCell } from '#components/cells/time-cell.tsx';
import styles from '#components/consent/consent.module.css';
import { EmptyState } from '#components/parts/empty-state.tsx';
import { Facts } from '#components/parts/facts.tsx';
import { ListBox } from '#components/parts/list-box.tsx';
import { Loaded } from '#components/parts/loaded.tsx';
import { PageTurns, usePages } from '#components/parts/page-turns.tsx';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { useNarrow } from '#components/parts/use-narrow.ts';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import { ImportBar } from './bar.tsx';
import { BeginImport } from './begin.tsx';

const LIVE_MS = 2000;

/** The imports of files, newest first, each with how far it is. */
export function ImportsPane() {
  const t = useTranslations();
  const trpc = useTRPC();
  const { environment } = usePlace();
  const pages = usePages();
  const [open, setOpen] = useState(false);
  const query = { limit: 20, ...(pages.cursor === undefined ? {} : { cursor: pages.cursor }) };
  const imports = useQuery({
    ...trpc.imports.list.queryOptions({ environment, query }, { retry: false }),
    placeholderData: keepPreviousData,
    refetchInterval: LIVE_MS,
  });
  const add = (
    <PermittedButton permission="consents:write" type="primary" icon={<ImportOutlined />} onClick={() => setOpen(true)}>
      {t('imports.add')}
    </PermittedButton>
  );
  return (
    <div className={styles.stack}>
      <Loaded query={imports} skeleton={<Skeleton active paragraph={{ rows: 4 }} />}>
        {({ data, next_cursor: next }) =>
          data.length === 0 ? (
            <ListBox empty>
              <EmptyState
                icon={<ImportOutlined />}
                title={t('imports.emptyTitle')}
                text={t('imports.emptyText')}
                action={add}
              />
            </ListBox>
          ) : (
            <>
              <div>{add}</div>
              <ListBox>
                <Imports rows={data} />
              </ListBox>
              <PageTurns pages={pages} next={next} />
            </>
          )
        }
      </Loaded>
      <BeginImport open={open} onClose={() => setOpen(false)} />
    </div>
  );
}

function Imports({ rows }: { rows: ImportView[] }) {
  const t = useTranslations();
  const format = useFormatter();
  const narrow = useNarrow();
  const { href } = usePlace();
  const link = (row: ImportView) => <Link href={href(`lists/imports/${row.id}`)}>{row.file_name}</Link>;
  if (narrow) {
    return (
      <ul>
        {rows.map((row) => (
          <li key={row.id} className={styles.card}>
            <strong>{link(row)}</strong>
            <Facts
              tight
              items={[
                { name: t('imports.list'), value: row.list_name },
                { name: t('imports.when'), value: <TimeCell at={row.created_at} /> },
                { name: t('imports.standing'), value: <ImportBar of={row} /> },
              ]}
            />
          </li>
        ))}
      </ul>
    );
  }
  const columns: TableColumnsType<ImportView> = [
    { key: 'file', title: t('imports.file'), render: (_, row) => link(row) },
    { key: 'list', title: t('imports.list'), render: (_, row) => row.list_name },
    { key: 'when', title: t('imports.when'), render: (_, row) => <TimeCell at={row.created_at} /> },
    { key: 'standing', title: t('imports.standing'), render: (_, row) => <ImportBar of={row} /> },
    { key: 'rows', title: t('imports.rows'), align: 'right', render: (_, row) => format.number(row.rows) },
  ];
  return (
    <Table<ImportView>
      rowKey="id"
      columns={columns}
      dataSource={rows}
      pagination={false}
      scroll={{ x: 'max-content' }}
    />
  );
}
