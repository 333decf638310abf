'use client';

import { PlusOutlined, StopOutlined } from '@ant-design/icons';
import type { PrefixView } from '@signalbox/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Segmented, Skeleton, Table } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { EmptyState } from '#components/parts/empty-state.tsx';
import { ListBox } from '#components/parts/list-box.tsx';
import { Loaded } from '#components/parts/loaded.tsx';
import { PageTurns, usePages } from '#components/parts/page-turns.tsx';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { useNarrow } from '#components/parts/use-narrow.ts';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import { PrefixCards, usePrefixColumns } from './prefix-columns.tsx';
import { type PrefixWish, SetPrefix } from './prefix-form.tsx';
import { useLiftPrefix } from './use-lift-prefix.ts';
import styles from './verifications.module.css';

const PAGE_SIZE = 50;
// A rule may list a prefix at any moment: whoever watches should see it without asking.
const REFRESH_MS = 10_000;
type Shown = 'active' | 'ended';

/** The prefixes that are closed to codes, or kept open: by which rule or whom, why, since when and until when. */
export function PrefixesPane() {
  const t = useTranslations();
  const trpc = useTRPC();
  const narrow = useNarrow();
  const { environment } = usePlace();
  const [state, setState] = useState<Shown>('active');
  const pages = usePages();
  const [wish, setWish] = useState<PrefixWish>();
  const { cursor } = pages;
  const list = useQuery({
    ...trpc.fraud.prefixes.queryOptions({
      environment,
      query: { limit: PAGE_SIZE, state, ...(cursor === undefined ? {} : { cursor }) },
    }),
    placeholderData: keepPreviousData,
    refetchInterval: cursor === undefined ? REFRESH_MS : false,
  });
  const lift = useLiftPrefix();
  const columns = usePrefixColumns({ onLift: lift });
  const choose = (chosen: Shown) => {
    pages.restart();
    setState(chosen);
  };
  return (
    <div className={styles.stack}>
      <p className={styles.lead}>{t('fraud.prefixes.lead')}</p>
      <div className={styles.bar}>
        <Segmented<Shown>
          aria-label={t('fraud.prefixes.shown')}
          value={state}
          options={(['active', 'ended'] as const).map((value) => ({ value, label: t(`fraud.prefixes.${value}`) }))}
          onChange={choose}
        />
        <span className={styles.buttons}>
          <PermittedButton permission="fraud:write" onClick={() => setWish({ action: 'allow' })}>
            {t('fraud.prefixes.allow')}
          </PermittedButton>
          <PermittedButton
            permission="fraud:write"
            type="primary"
            icon={<PlusOutlined />}
            onClick={() => setWish({ action: 'block' })}
          >
            {t('fraud.prefixes.close')}
          </PermittedButton>
        </span>
      </div>
      <Loaded query={list} skeleton={<Skeleton active paragraph={{ rows: 5 }} title={false} />}>
        {({ data, next_cursor: next }) =>
          data.length === 0 ? (
            <ListBox empty>
              <EmptyState
                icon={<StopOutlined />}
                title={t(`fraud.prefixes.emptyTitle.${state}`)}
                text={t(`fraud.prefixes.emptyText.${environment}`)}
              />
            </ListBox>
          ) : (
            <>
              <ListBox>
                {narrow ? (
                  <PrefixCards rows={data} onLift={lift} />
                ) : (
                  <Table<PrefixView>
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
          )
        }
      </Loaded>
      <SetPrefix wish={wish} onClose={() => setWish(undefined)} />
    </div>
  );
}
