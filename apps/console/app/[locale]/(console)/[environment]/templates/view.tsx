'use client';

import { FileTextOutlined, PlusOutlined } from '@ant-design/icons';
import type { TemplateView, TranslationState } from '@signalbox/contracts';
import { Button, Input, Skeleton, Table, type TableColumnsType } from 'antd';
import Link from 'next/link';
import { useDeferredValue, useState } from 'react';
import { useTranslations } from 'use-intl';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { EmptyState } from '#components/parts/empty-state.tsx';
import { Facts } from '#components/parts/facts.tsx';
import { ListBox } from '#components/parts/list-box.tsx';
import { PageHead } from '#components/parts/page-head.tsx';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { SectionError } from '#components/parts/section-error.tsx';
import { SideDrawer } from '#components/parts/side-drawer.tsx';
import { useNarrow } from '#components/parts/use-narrow.ts';
import { usePlace } from '#components/place.tsx';
import { useTRPC, useTRPCClient } from '#data/trpc.ts';
import { useEndless } from '#data/use-endless.ts';
import { NewTemplateForm } from './new-form.tsx';
import { TemplateStateTag } from './template-state.tsx';
import styles from './templates.module.css';
import { TranslationStateTag } from './translation-state.tsx';

const REFRESH_MS = 30_000;

/** The templates of the workspace and how each stands. */
export function TemplatesView() {
  const t = useTranslations();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const narrow = useNarrow();
  const [adding, setAdding] = useState(false);
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const templates = useEndless<TemplateView>({
    queryKey: [...trpc.templates.list.pathKey(), { search }],
    refreshMs: REFRESH_MS,
    fetchPage: (cursor, signal) =>
      client.templates.list.query({ search, ...(cursor === null ? {} : { cursor }) }, { signal }),
  });
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = templates;
  const rows = data?.pages.flatMap((page) => page.data) ?? [];
  const add = (
    <PermittedButton
      permission="templates:write"
      type="primary"
      icon={<PlusOutlined />}
      onClick={() => setAdding(true)}
    >
      {t('templates.add')}
    </PermittedButton>
  );
  return (
    <>
      <PageHead title={t('nav.templates')} purpose={t('templates.purpose')} actions={add} />
      {error !== null && <SectionError error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton active paragraph={{ rows: 5 }} />}
      {data !== undefined && (rows.length > 0 || search !== '') && (
        <Input.Search
          className={styles.search ?? ''}
          allowClear
          value={typed}
          placeholder={t('templates.search')}
          aria-label={t('templates.search')}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
      {data !== undefined &&
        (rows.length === 0 ? (
          <ListBox empty>
            <EmptyState
              icon={<FileTextOutlined />}
              title={t(search === '' ? 'templates.emptyTitle' : 'templates.noneFits')}
              text={t(search === '' ? 'templates.emptyText' : 'templates.noneFitsText')}
              action={search === '' ? add : undefined}
            />
          </ListBox>
        ) : (
          <ListBox>
            {narrow ? <TemplateCards rows={rows} /> : <TemplateTable rows={rows} />}
            {hasNextPage && (
              <div className={styles.more}>
                <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                  {t('templates.more')}
                </Button>
              </div>
            )}
          </ListBox>
        ))}
      <SideDrawer open={adding} onClose={() => setAdding(false)} title={t('templates.add')}>
        {adding && <NewTemplateForm onClose={() => setAdding(false)} />}
      </SideDrawer>
    </>
  );
}

function TemplateTable({ rows }: { rows: TemplateView[] }) {
  const t = useTranslations();
  const columns: TableColumnsType<TemplateView> = [
    { key: 'name', title: t('templates.column.name'), render: (_, of) => <TemplateName of={of} /> },
    { key: 'class', title: t('templates.column.class'), render: (_, of) => t(`class.${of.class}.name`) },
    { key: 'state', title: t('templates.column.state'), render: (_, of) => <Standing of={of} /> },
    { key: 'channels', title: t('templates.column.channels'), render: (_, of) => <Channels of={of} /> },
    { key: 'locales', title: t('templates.column.locales'), render: (_, of) => of.locales.join(', ') },
    { key: 'used', title: t('templates.column.used'), render: (_, of) => <LastUsed of={of} /> },
  ];
  return <Table size="small" rowKey="key" columns={columns} dataSource={rows} pagination={false} />;
}

function TemplateCards({ rows }: { rows: readonly TemplateView[] }) {
  const t = useTranslations();
  return (
    <ul>
      {rows.map((of) => (
        <li key={of.key} className={styles.card}>
          <div className={styles.cardHead}>
            <TemplateName of={of} />
            <Standing of={of} />
          </div>
          <Facts
            tight
            items={[
              { name: t('templates.column.class'), value: t(`class.${of.class}.name`) },
              { name: t('templates.column.channels'), value: <Channels of={of} /> },
              { name: t('templates.column.locales'), value: of.locales.join(', ') },
              { name: t('templates.column.used'), value: <LastUsed of={of} /> },
            ]}
          />
        </li>
      ))}
    </ul>
  );
}

function TemplateName({ of }: { of: TemplateView }) {
  const { href } = usePlace();
  return (
    <div className={styles.name}>
      <Link href={href(`templates/${of.key}`)}>{of.name}</Link>
      <code className={styles.soft}>{of.key}</code>
    </div>
  );
}

function Standing({ of }: { of: TemplateView }) {
  const t = useTranslations();
  const fresh = of.unreviewed.filter((locale) => !of.stale.includes(locale));
  return (
    <div className={styles.standing}>
      <TemplateStateTag state={of.state} />
      <Waiting state="machine_draft" locales={fresh} />
      <Waiting state="stale" locales={of.stale} />
      <span className={styles.soft}>
        {of.live_version === null ? t('templates.noLive') : t('templates.live', { version: of.live_version })}
      </span>
    </div>
  );
}

/** Languages that wait for somebody to look at them. */
function Waiting({ state, locales }: { state: TranslationState; locales: readonly string[] }) {
  if (locales.length === 0) return null;
  return (
    <span className={styles.row}>
      <TranslationStateTag state={state} />
      <span className={styles.soft}>{locales.join(', ')}</span>
    </span>
  );
}

function Channels({ of }: { of: TemplateView }) {
  const t = useTranslations();
  return of.channels.map((channel) => t(`channel.${channel}`)).join(', ');
}

function LastUsed({ of }: { of: TemplateView }) {
  const t = useTranslations();
  return of.last_used_at === null ? t('templates.neverUsed') : <TimeCell at={of.last_used_at} />;
}
