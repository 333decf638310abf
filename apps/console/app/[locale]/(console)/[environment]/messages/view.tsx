'use client';

import {
  CodeOutlined,
  InboxOutlined,
  LeftOutlined,
  RightOutlined,
  SendOutlined,
  SyncOutlined,
} from '@ant-design/icons';
import type { MessageView } from '@signalbox/contracts';
import { App, Button, Skeleton, Table } from 'antd';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { MessageDrawer } from '#components/message/message-drawer.tsx';
import { EmptyState } from '#components/parts/empty-state.tsx';
import { LinkButton } from '#components/parts/link-button.tsx';
import { PageHead } from '#components/parts/page-head.tsx';
import { SectionError } from '#components/parts/section-error.tsx';
import { SideDrawer } from '#components/parts/side-drawer.tsx';
import { useNarrow } from '#components/parts/use-narrow.ts';
import { usePlace } from '#components/place.tsx';
import { filtersOf, type LogState } from '#url-state/log-filters.ts';
import { apiCallOf } from './api-call.ts';
import { useLogColumns } from './columns.tsx';
import { FilterBar } from './filter-bar.tsx';
import styles from './log.module.css';
import { MessageCards } from './message-cards.tsx';
import { useLiveList } from './use-live-list.ts';
import { useLogAddress } from './use-log-address.ts';

/** Finds any message; the address bar holds everything that is chosen here. */
export function LogView() {
  const t = useTranslations();
  const { message } = App.useApp();
  const { href } = usePlace();
  const { state, go, addressOf } = useLogAddress();
  const live = useLiveList(state);

  const copyCall = async () => {
    await navigator.clipboard.writeText(apiCallOf(state));
    message.success(t('log.callCopied'));
  };
  const close = () => {
    const { open: _open, ...rest } = state;
    go(rest);
  };
  // A click on a row leaves no focus to go back to; its link is where the keyboard goes on.
  const findRow = () => document.querySelector<HTMLElement>(`a[data-row="${CSS.escape(state.open ?? '')}"]`);

  return (
    <>
      <PageHead
        title={t('nav.messages')}
        purpose={t('log.purpose')}
        actions={
          <>
            <Button icon={<CodeOutlined />} onClick={copyCall}>
              {t('log.copyCall')}
            </Button>
            <LinkButton type="primary" icon={<SendOutlined />} href={href('send')} permission="messages:send">
              {t('action.send')}
            </LinkButton>
          </>
        }
      />
      <FilterBar state={state} onChange={go} />
      <div className={styles.live} role="status">
        {live.newerCount > 0 && (
          <Button type="primary" size="small" shape="round" icon={<SyncOutlined />} onClick={live.showNewer}>
            {t('log.newer', { count: live.newerCount })}
          </Button>
        )}
        {live.isPaused && <span className={styles.paused}>{t('log.paused')}</span>}
      </div>
      {live.list.error !== null && <SectionError error={live.list.error} onRetry={() => void live.list.refetch()} />}
      <LogRows state={state} live={live} addressOf={addressOf} go={go} />
      <SideDrawer
        open={state.open !== undefined}
        onClose={close}
        returnTo={findRow}
        title={t('message.title')}
        extra={
          state.open !== undefined && (
            <LinkButton size="small" href={href(`messages/${state.open}`)}>
              {t('message.openPage')}
            </LinkButton>
          )
        }
      >
        {state.open !== undefined && <MessageDrawer id={state.open} />}
      </SideDrawer>
    </>
  );
}

function LogRows(props: {
  state: LogState;
  live: ReturnType<typeof useLiveList>;
  addressOf: (next: LogState) => string;
  go: (next: LogState) => void;
}) {
  const t = useTranslations();
  const narrow = useNarrow();
  const { href } = usePlace();
  const { state, live } = props;
  const columns = useLogColumns({
    addressOf: (id) => props.addressOf({ ...state, open: id }),
    open: (id) => props.go({ ...state, open: id }),
  });
  if (live.rows === undefined)
    return live.list.error === null ? (
      <div aria-busy="true">
        <Skeleton active className={styles.skeleton} title={false} paragraph={{ rows: 12 }} />
      </div>
    ) : null;
  if (live.rows.length === 0) return <EmptyLog state={state} others={live.page?.other_environment_count ?? 0} />;

  const { rows } = live;
  const { cursor: _cursor, open: _open, ...first } = state;
  const next = live.page?.next_cursor ?? null;
  return (
    <div className={styles.rows} data-changing={live.isChanging ? true : undefined} aria-busy={live.isChanging}>
      {narrow ? (
        <MessageCards rows={rows} addressOf={(id) => href(`messages/${id}`)} />
      ) : (
        <Table<MessageView>
          size="small"
          rowKey="id"
          columns={columns}
          dataSource={rows}
          pagination={false}
          sticky={{ offsetHeader: 52 }}
          tableLayout="fixed"
          scroll={{ x: 1080 }}
          rowClassName={(row) => (row.id === state.open ? (styles.chosen ?? '') : '')}
          onRow={(row) => ({
            onClick: (event) => {
              const isLink = event.target instanceof Element && event.target.closest('a,button') !== null;
              if (!isLink && getSelection()?.toString() === '') props.go({ ...state, open: row.id });
            },
          })}
        />
      )}
      <div className={styles.pager}>
        <span>{t('log.shown', { count: rows.length })}</span>
        <span className={styles.pagerButtons}>
          {state.cursor !== undefined && (
            <Button icon={<LeftOutlined />} onClick={() => props.go(first)}>
              {t('log.newest')}
            </Button>
          )}
          {next !== null && (
            <Button onClick={() => props.go({ ...first, cursor: next })} icon={<RightOutlined />} iconPlacement="end">
              {t('log.older')}
            </Button>
          )}
        </span>
      </div>
    </div>
  );
}

function EmptyLog(props: { state: LogState; others: number }) {
  const t = useTranslations();
  const { environment, href, hrefIn } = usePlace();
  const other = environment === 'live' ? 'sandbox' : 'live';
  const isFiltered = Object.keys(filtersOf(props.state)).length > 0;
  const elsewhere = props.others > 0 && (
    <Link href={hrefIn(other, 'messages')}>
      {t('log.elsewhere', { count: props.others, environment: t(`environment.${other}.name`) })}
    </Link>
  );
  const action = isFiltered ? (
    <LinkButton href={href('messages')}>{t('log.clearAll')}</LinkButton>
  ) : (
    <LinkButton type="primary" icon={<SendOutlined />} href={href('send')} permission="messages:send">
      {t('log.emptyAction')}
    </LinkButton>
  );
  return (
    <div className={styles.emptyBox}>
      <EmptyState
        icon={<InboxOutlined />}
        title={t(isFiltered ? 'log.emptyFilteredTitle' : 'log.emptyTitle', {
          environment: t(`environment.${environment}.name`),
        })}
        text={t(isFiltered ? 'log.emptyFilteredText' : 'log.emptyText')}
        action={
          <>
            {action}
            {elsewhere}
          </>
        }
      />
    </div>
  );
}
