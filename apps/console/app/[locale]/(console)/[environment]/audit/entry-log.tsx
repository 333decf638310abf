'use client';

import { AuditOutlined } from '@ant-design/icons';
import { AuditAction, type AuditEntryView } from '@signalbox/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Collapse, Select, Skeleton, Tag } from 'antd';
import { useTranslations } from 'use-intl';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { EmptyState } from '#components/parts/empty-state.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { SectionError } from '#components/parts/section-error.tsx';
import { useTRPC, useTRPCClient } from '#data/trpc.ts';
import styles from './audit.module.css';
import { EntryDetail } from './entry-detail.tsx';
import { useAuditAddress } from './use-audit-address.ts';
import { useAuditWords } from './use-audit-words.ts';

const PAGE_SIZE = 50;
const REFRESH_MS = 10_000;

/** The entries, newest first; each opens to what was before and after. */
export function EntryLog() {
  const t = useTranslations();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const { actionText } = useAuditWords();
  const { filter, narrow, clear } = useAuditAddress();
  const entries = useInfiniteQuery({
    queryKey: [...trpc.audit.list.pathKey(), filter],
    queryFn: ({ pageParam, signal }) =>
      client.audit.list.query(
        { ...filter, limit: PAGE_SIZE, ...(pageParam === null ? {} : { cursor: pageParam }) },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    // Somebody who reads older pages is not disturbed.
    refetchInterval: ({ state: { data } }) => ((data?.pages.length ?? 0) > 1 ? false : REFRESH_MS),
  });
  const rows = entries.data?.pages.flatMap((page) => page.data) ?? [];
  const isNarrowed = Object.keys(filter).length > 0;
  const actions = (
    <Select<AuditAction | 'any'>
      className={styles.filter}
      aria-label={t('audit.action')}
      showSearch={{ optionFilterProp: 'label' }}
      value={filter.action ?? 'any'}
      onChange={(value) => narrow({ action: value === 'any' ? undefined : value } as { action?: AuditAction })}
      options={[
        { value: 'any' as const, label: t('audit.any') },
        ...AuditAction.options.map((value) => ({ value, label: actionText(value) })),
      ]}
    />
  );
  return (
    <Panel title={t('audit.log')} hint={t('audit.logHint')} flush>
      <div className={styles.chips}>
        {actions}
        {filter.actor_id !== undefined && (
          <Tag closable onClose={() => narrow({ actor_id: '' })}>
            {t('audit.by')} <code>{filter.actor_id}</code>
          </Tag>
        )}
        {filter.object_id !== undefined && (
          <Tag closable onClose={() => narrow({ object_id: '' })}>
            {t('audit.of')} <code>{filter.object_id}</code>
          </Tag>
        )}
      </div>
      {entries.error !== null && <SectionError error={entries.error} onRetry={() => void entries.refetch()} />}
      {entries.isPending && (
        <div className={styles.more} aria-busy="true">
          <Skeleton active title={false} />
        </div>
      )}
      {entries.isSuccess && rows.length === 0 && (
        <EmptyState
          icon={<AuditOutlined />}
          title={isNarrowed ? t('audit.emptyFiltered') : t('audit.emptyTitle')}
          text={isNarrowed ? null : t('audit.emptyText')}
          action={isNarrowed ? <Button onClick={clear}>{t('audit.clear')}</Button> : undefined}
        />
      )}
      {rows.length > 0 && (
        <Collapse
          ghost
          items={rows.map((entry) => ({
            key: entry.id,
            label: <EntryHead of={entry} />,
            children: (
              <EntryDetail
                of={entry}
                onActor={() => narrow({ actor_id: entry.actor.id })}
                onObject={() => narrow({ object_id: entry.object.id })}
              />
            ),
          }))}
        />
      )}
      {entries.hasNextPage && (
        <div className={styles.more}>
          <Button loading={entries.isFetchingNextPage} onClick={() => void entries.fetchNextPage()}>
            {t('audit.more')}
          </Button>
        </div>
      )}
    </Panel>
  );
}

function EntryHead(props: { of: AuditEntryView }) {
  const t = useTranslations();
  const { actionText, objectText } = useAuditWords();
  const { of } = props;
  return (
    <span className={styles.row}>
      <span className={styles.time}>
        <TimeCell at={of.at} />
      </span>
      <span className={styles.what}>
        <strong>{actionText(of.action)}</strong>
        <span className={styles.thing}>{of.object.name === '' ? objectText(of.object.kind) : of.object.name}</span>
      </span>
      <span className={styles.who}>
        {of.actor.kind === 'key' ? t('audit.key', { name: of.actor.name }) : of.actor.name}
        {of.environment !== null && <span className={styles.quiet}>{t(`environment.${of.environment}.name`)}</span>}
      </span>
    </span>
  );
}
