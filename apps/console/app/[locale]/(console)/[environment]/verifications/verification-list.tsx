'use client';

import { SafetyCertificateOutlined } from '@ant-design/icons';
import { VerificationState, type VerificationView } from '@signalbox/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Select, Skeleton, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { EmptyState } from '#components/parts/empty-state.tsx';
import { Facts } from '#components/parts/facts.tsx';
import { ListBox } from '#components/parts/list-box.tsx';
import { Loaded } from '#components/parts/loaded.tsx';
import { PageTurns, usePages } from '#components/parts/page-turns.tsx';
import { useNarrow } from '#components/parts/use-narrow.ts';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import { CountryCell, RouteCell, SendsCell, TimeToConvert, ToCell, VerificationTag } from './cells.tsx';
import styles from './verifications.module.css';

const PAGE_SIZE = 50;
// A code comes back within seconds: whoever watches should see it without asking.
const REFRESH_MS = 5000;

/** Verifications, newest first, a page at a time. */
export function VerificationList(props: { onOpen: (id: string) => void }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const narrow = useNarrow();
  const { environment } = usePlace();
  const columns = useColumns(props.onOpen);
  const [state, setState] = useState<VerificationState>();
  const pages = usePages();
  const { cursor } = pages;
  const list = useQuery({
    ...trpc.verifications.list.queryOptions({
      environment,
      query: {
        limit: PAGE_SIZE,
        ...(state === undefined ? {} : { state }),
        ...(cursor === undefined ? {} : { cursor }),
      },
    }),
    placeholderData: keepPreviousData,
    refetchInterval: cursor === undefined ? REFRESH_MS : false,
  });
  return (
    <>
      <div className={styles.bar}>
        <Select<VerificationState>
          aria-label={t('fraud.detail.shownState')}
          className={styles.filter ?? ''}
          allowClear
          placeholder={t('fraud.detail.everyState')}
          options={VerificationState.options.map((value) => ({
            value,
            label: t(`verifications.state.${value}.name`),
          }))}
          onChange={(chosen) => {
            pages.restart();
            setState(chosen);
          }}
        />
      </div>
      <Loaded query={list} skeleton={<Skeleton active paragraph={{ rows: 6 }} title={false} />}>
        {({ data, next_cursor: next }) => {
          if (data.length === 0)
            return (
              <ListBox empty>
                <EmptyState
                  icon={<SafetyCertificateOutlined />}
                  title={t(state === undefined ? 'verifications.emptyTitle' : 'fraud.detail.noneSo')}
                  text={
                    state === undefined
                      ? t(`verifications.emptyText.${environment}`)
                      : t(`verifications.state.${state}.hint`)
                  }
                />
              </ListBox>
            );
          return (
            <>
              <ListBox>
                {narrow ? (
                  <Cards rows={data} onOpen={props.onOpen} />
                ) : (
                  <Table<VerificationView>
                    size="small"
                    rowKey="id"
                    columns={columns}
                    dataSource={data}
                    pagination={false}
                    scroll={{ x: 'max-content' }}
                  />
                )}
              </ListBox>
              <PageTurns pages={pages} next={next} />
            </>
          );
        }}
      </Loaded>
    </>
  );
}

function useColumns(onOpen: (id: string) => void): TableColumnsType<VerificationView> {
  const t = useTranslations();
  return [
    { key: 'state', title: t('verifications.column.state'), render: (_, row) => <VerificationTag state={row.state} /> },
    { key: 'to', title: t('verifications.column.to'), render: (_, row) => <ToCell of={row} /> },
    { key: 'country', title: t('verifications.column.country'), render: (_, row) => <CountryCell of={row} /> },
    { key: 'sends', title: t('verifications.column.channels'), render: (_, row) => <SendsCell of={row} /> },
    { key: 'route', title: t('verifications.column.route'), render: (_, row) => <RouteCell of={row} /> },
    {
      key: 'tries',
      title: t('verifications.column.tries'),
      render: (_, row) => (
        <span className="num">
          {row.tries} / {row.tries_max}
        </span>
      ),
    },
    { key: 'time', title: t('verifications.column.time'), render: (_, row) => <TimeToConvert of={row} /> },
    { key: 'started', title: t('verifications.column.started'), render: (_, row) => <TimeCell at={row.created_at} /> },
    {
      key: 'open',
      title: <span className="visually-hidden">{t('fraud.column.actions')}</span>,
      align: 'right',
      render: (_, row) => <OpenButton row={row} onOpen={onOpen} />,
    },
  ];
}

/** Leads to everything there is to know of one. */
function OpenButton({ row, onOpen }: { row: VerificationView; onOpen: (id: string) => void }) {
  const t = useTranslations();
  return (
    <Button size="small" onClick={() => onOpen(row.id)} aria-label={t('fraud.detail.openName', { to: row.to })}>
      {t('fraud.detail.open')}
    </Button>
  );
}

/** The list on a narrow screen. */
function Cards(props: { rows: readonly VerificationView[]; onOpen: (id: string) => void }) {
  const t = useTranslations();
  return (
    <ul>
      {props.rows.map((row) => (
        <li key={row.id} className={styles.card}>
          <div className={styles.cardHead}>
            <ToCell of={row} />
            <VerificationTag state={row.state} />
          </div>
          <Facts
            tight
            items={[
              { name: t('verifications.column.country'), value: <CountryCell of={row} /> },
              { name: t('verifications.column.channels'), value: <SendsCell of={row} /> },
              { name: t('verifications.column.route'), value: <RouteCell of={row} /> },
              { name: t('verifications.column.tries'), value: `${row.tries} / ${row.tries_max}` },
              { name: t('verifications.column.time'), value: <TimeToConvert of={row} /> },
              { name: t('verifications.column.started'), value: <TimeCell at={row.created_at} look="full" /> },
            ]}
          />
          <OpenButton row={row} onOpen={props.onOpen} />
        </li>
      ))}
    </ul>
  );
}
