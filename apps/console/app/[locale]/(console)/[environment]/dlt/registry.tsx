'use client';

import { DltEntryKind, type DltEntryView } from '@signalbox/contracts';
import { Button, Input, Segmented, Select, Skeleton, Table } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { EmptyState } from '#components/parts/empty-state.tsx';
import { ListBox } from '#components/parts/list-box.tsx';
import { ScrollBox } from '#components/parts/scroll-box.tsx';
import { SectionError } from '#components/parts/section-error.tsx';
import { useAskedChange } from '#components/parts/use-asked-change.ts';
import { useNarrow } from '#components/parts/use-narrow.ts';
import { useTRPC, useTRPCClient } from '#data/trpc.ts';
import { useEndless } from '#data/use-endless.ts';
import { useEntryColumns } from './columns.tsx';
import styles from './dlt.module.css';

const PAGE_SIZE = 50;
const REFRESH_MS = 30_000;

/** What is registered, a tab for each kind. */
export function Registry(props: {
  kind: DltEntryKind;
  onKind: (kind: DltEntryKind) => void;
  onChange: (row: DltEntryView) => void;
}) {
  const t = useTranslations();
  const { dlt } = useTRPC();
  const client = useTRPCClient();
  const narrow = useNarrow();
  const [search, setSearch] = useState('');
  const { kind } = props;
  const rows = useEndless({
    queryKey: [...dlt.list.pathKey(), kind, search],
    refreshMs: REFRESH_MS,
    fetchPage: (cursor, signal) =>
      client.dlt.list.query({ kind, search, limit: PAGE_SIZE, ...(cursor === null ? {} : { cursor }) }, { signal }),
  });
  const remove = useAskedChange({ change: dlt.remove.mutationOptions(), done: t('dlt.removed'), list: dlt.pathKey() });
  const ask = (row: DltEntryView) =>
    remove(
      { id: row.id },
      {
        title: t('dlt.removeTitle', { name: row.name }),
        text: t(row.kind === 'entities' ? 'dlt.removeEntityText' : 'dlt.removeText'),
        ok: t('dlt.remove'),
        cancel: t('action.keep'),
      },
    );
  const columns = useEntryColumns(kind, narrow, { onChange: props.onChange, onRemove: ask });
  const kinds = DltEntryKind.options.map((value) => ({ value, label: t(`dlt.many.${value}`) }));
  const found = rows.data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <section aria-label={t('dlt.registry')} className={styles.registry}>
      <div className={styles.registryHead}>
        {narrow ? (
          <Select<DltEntryKind>
            aria-label={t('dlt.registry')}
            value={kind}
            options={kinds}
            onChange={props.onKind}
            className={styles.kinds ?? ''}
          />
        ) : (
          <Segmented<DltEntryKind>
            aria-label={t('dlt.registry')}
            value={kind}
            options={kinds}
            onChange={props.onKind}
          />
        )}
        <Input.Search
          allowClear
          aria-label={t('dlt.search')}
          placeholder={t('dlt.search')}
          onSearch={setSearch}
          className={styles.search ?? ''}
        />
      </div>
      {rows.error !== null && <SectionError error={rows.error} onRetry={() => void rows.refetch()} />}
      {rows.isPending && <Skeleton active />}
      {rows.isSuccess && found.length === 0 && (
        <ListBox empty>
          <EmptyState
            title={t(search === '' ? `dlt.empty.${kind}` : 'dlt.nothingFound')}
            text={t(`dlt.explain.${kind}`)}
          />
        </ListBox>
      )}
      {found.length > 0 && (
        <ListBox>
          <ScrollBox label={t(`dlt.many.${kind}`)} className={styles.scroll}>
            <Table<DltEntryView> size="small" rowKey="id" columns={columns} dataSource={found} pagination={false} />
          </ScrollBox>
        </ListBox>
      )}
      {rows.hasNextPage && (
        <Button
          loading={rows.isFetchingNextPage}
          onClick={() => void rows.fetchNextPage()}
          className={styles.more ?? ''}
        >
          {t('dlt.more')}
        </Button>
      )}
    </section>
  );
}
