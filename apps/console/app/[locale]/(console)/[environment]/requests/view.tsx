'use client';

import { UnorderedListOutlined } from '@ant-design/icons';
import type { RequestView } from '@signalbox/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useTranslations } from 'use-intl';
import { EmptyState } from '#components/parts/empty-state.tsx';
import { ListBox } from '#components/parts/list-box.tsx';
import { Loaded } from '#components/parts/loaded.tsx';
import { PageHead } from '#components/parts/page-head.tsx';
import { SideDrawer } from '#components/parts/side-drawer.tsx';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import { RequestDetail } from './request-detail.tsx';
import { RequestFilters } from './request-filters.tsx';
import { RequestList } from './request-list.tsx';
import styles from './requests.module.css';
import { useRequestAddress } from './use-request-address.ts';

const PAGE_SIZE = 50;
const REFRESH_MS = 5000;

/** The calls of the public API: what was asked, what was answered, masked. */
export function RequestsView() {
  const t = useTranslations();
  const trpc = useTRPC();
  const { environment } = usePlace();
  const { state, go, addressOf } = useRequestAddress();
  const { open, cursor, ...filters } = state;
  const list = useQuery({
    ...trpc.requests.list.queryOptions({
      environment,
      query: { limit: PAGE_SIZE, ...filters, ...(cursor === undefined ? {} : { cursor }) },
    }),
    placeholderData: keepPreviousData,
    // Somebody who reads older pages, or one call, is not disturbed.
    refetchInterval: cursor === undefined && open === undefined ? REFRESH_MS : false,
  });
  const close = () => {
    const { open: _open, ...rest } = state;
    go(rest);
  };
  // A click on a row leaves no focus to go back to; its link is where the keyboard goes on.
  const findRow = () => document.querySelector<HTMLElement>(`a[data-row="${CSS.escape(open ?? '')}"]`);
  return (
    <>
      <PageHead title={t('nav.requests')} purpose={t('requests.purpose')} />
      <RequestFilters state={state} onChange={go} />
      <Loaded query={list} skeleton={<Skeleton active paragraph={{ rows: 8 }} title={false} />}>
        {({ data, next_cursor: next }) =>
          data.length === 0 ? (
            <ListBox empty>
              <EmptyRequests isFiltered={Object.keys(filters).length > 0} onClear={() => go({})} />
            </ListBox>
          ) : (
            <>
              <ListBox>
                <RequestList
                  rows={data as RequestView[]}
                  addressOf={(id) => addressOf({ ...state, open: id })}
                  onOpen={(id) => go({ ...state, open: id })}
                />
              </ListBox>
              {(cursor !== undefined || next !== null) && (
                <div className={styles.buttons}>
                  <Button disabled={cursor === undefined} onClick={() => go(filters)}>
                    {t('requests.newest')}
                  </Button>
                  <Button disabled={next === null} onClick={() => next !== null && go({ ...filters, cursor: next })}>
                    {t('requests.older')}
                  </Button>
                </div>
              )}
            </>
          )
        }
      </Loaded>
      <SideDrawer open={open !== undefined} onClose={close} returnTo={findRow} title={t('requests.title')}>
        {open !== undefined && <RequestDetail id={open} />}
      </SideDrawer>
    </>
  );
}

function EmptyRequests(props: { isFiltered: boolean; onClear: () => void }) {
  const t = useTranslations();
  const { environment } = usePlace();
  return (
    <EmptyState
      icon={<UnorderedListOutlined />}
      title={
        props.isFiltered
          ? t('requests.emptyFiltered')
          : t('requests.emptyTitle', { environment: t(`environment.${environment}.name`) })
      }
      text={t('requests.emptyText')}
      action={props.isFiltered && <Button onClick={props.onClear}>{t('requests.clear')}</Button>}
    />
  );
}
