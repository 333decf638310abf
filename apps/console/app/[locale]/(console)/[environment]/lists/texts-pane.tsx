'use client';

import { MessageOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Input, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import styles from '#components/consent/consent.module.css';
import { InboundList } from '#components/consent/inbound-list.tsx';
import { EmptyState } from '#components/parts/empty-state.tsx';
import { ListBox } from '#components/parts/list-box.tsx';
import { Loaded } from '#components/parts/loaded.tsx';
import { PageTurns, usePages } from '#components/parts/page-turns.tsx';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';

const PAGE_SIZE = 50;
const LIVE_MS = 5000;

/** The texts people sent, newest first. */
export function TextsPane() {
  const t = useTranslations();
  const trpc = useTRPC();
  const { environment } = usePlace();
  const pages = usePages();
  const [from, setFrom] = useState('');
  const query = {
    limit: PAGE_SIZE,
    ...(pages.cursor === undefined ? {} : { cursor: pages.cursor }),
    ...(from === '' ? {} : { from }),
  };
  const texts = useQuery({
    ...trpc.keywords.inbound.queryOptions({ environment, query }, { retry: false }),
    placeholderData: keepPreviousData,
    refetchInterval: LIVE_MS,
  });
  return (
    <div className={styles.stack}>
      <Input.Search
        className={styles.search}
        aria-label={t('inbound.search')}
        placeholder={t('inbound.search')}
        maxLength={40}
        onSearch={(text) => {
          pages.restart();
          setFrom(text.trim());
        }}
      />
      <Loaded query={texts} skeleton={<Skeleton active paragraph={{ rows: 4 }} />}>
        {({ data, next_cursor: next }) =>
          data.length === 0 ? (
            <ListBox empty>
              <EmptyState icon={<MessageOutlined />} title={t('inbound.emptyTitle')} text={t('inbound.emptyText')} />
            </ListBox>
          ) : (
            <>
              <ListBox>
                <InboundList rows={data} />
              </ListBox>
              <PageTurns pages={pages} next={next} />
            </>
          )
        }
      </Loaded>
    </div>
  );
}
