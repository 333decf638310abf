'use client';

import { PlusOutlined, StopOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Input, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import styles from '#components/consent/consent.module.css';
import { EmptyState } from '#components/parts/empty-state.tsx';
import { ListBox } from '#components/parts/list-box.tsx';
import { Loaded } from '#components/parts/loaded.tsx';
import { PageHead } from '#components/parts/page-head.tsx';
import { PageTurns, usePages } from '#components/parts/page-turns.tsx';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import { Suppress } from './form.tsx';
import { Lift } from './lift.tsx';
import { type Suppression, SuppressionTable } from './suppression-table.tsx';

const PAGE_SIZE = 50;

/** Addresses that get nothing of some classes, whatever they agreed to. */
export function SuppressionsView() {
  const t = useTranslations();
  const trpc = useTRPC();
  const { environment } = usePlace();
  const pages = usePages();
  const [address, setAddress] = useState('');
  const [adding, setAdding] = useState(false);
  const [lifting, setLifting] = useState<Suppression>();
  const list = useQuery({
    ...trpc.suppressions.list.queryOptions(
      {
        environment,
        limit: PAGE_SIZE,
        ...(pages.cursor === undefined ? {} : { cursor: pages.cursor }),
        ...(address === '' ? {} : { address }),
      },
      { retry: false },
    ),
    placeholderData: keepPreviousData,
  });
  const add = (
    <PermittedButton
      permission="suppressions:write"
      type="primary"
      icon={<PlusOutlined />}
      onClick={() => setAdding(true)}
    >
      {t('suppressions.add')}
    </PermittedButton>
  );
  return (
    <div className={styles.stack}>
      <PageHead title={t('nav.suppressions')} purpose={t('suppressions.purpose')} actions={add} />
      <Input.Search
        className={styles.search}
        aria-label={t('suppressions.search')}
        placeholder={t('suppressions.search')}
        allowClear
        maxLength={320}
        onSearch={(text) => {
          pages.restart();
          setAddress(text.trim());
        }}
      />
      <Loaded query={list} skeleton={<Skeleton active paragraph={{ rows: 4 }} />}>
        {({ data, next_cursor: next }) =>
          data.length === 0 ? (
            <ListBox empty>
              <EmptyState
                icon={<StopOutlined />}
                title={t(address === '' ? 'suppressions.emptyTitle' : 'suppressions.notFound')}
                text={t('suppressions.emptyText')}
              />
            </ListBox>
          ) : (
            <>
              <ListBox>
                <SuppressionTable rows={data} onLift={setLifting} />
              </ListBox>
              <PageTurns pages={pages} next={next} />
            </>
          )
        }
      </Loaded>
      <Suppress open={adding} onClose={() => setAdding(false)} />
      <Lift row={lifting} onClose={() => setLifting(undefined)} />
    </div>
  );
}
