'use client';

import { PlusOutlined, UsergroupAddOutlined } from '@ant-design/icons';
import type { ListView } from '@signalbox/contracts';
import { useQuery } from '@tanstack/react-query';
import { Segmented, Skeleton, Table, type TableColumnsType } from 'antd';
import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import styles from '#components/consent/consent.module.css';
import { EmptyState } from '#components/parts/empty-state.tsx';
import { Facts } from '#components/parts/facts.tsx';
import { ListBox } from '#components/parts/list-box.tsx';
import { Loaded } from '#components/parts/loaded.tsx';
import { PageHead } from '#components/parts/page-head.tsx';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { useNarrow } from '#components/parts/use-narrow.ts';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import { changeAddress } from '#url-state/change-address.ts';
import { MakeList } from './form.tsx';
import { ImportsPane } from './imports/pane.tsx';
import { KeywordsPane } from './keywords-pane.tsx';
import { TextsPane } from './texts-pane.tsx';
import { TopicsPane } from './topics-pane.tsx';

const TABS = ['lists', 'topics', 'imports', 'keywords', 'texts'] as const;
type Tab = (typeof TABS)[number];

/** The lists people opt in to, the words they can write instead, and the texts they sent. */
export function ListsView() {
  const t = useTranslations();
  const params = useSearchParams();
  const { href } = usePlace();
  const tab = TABS.find((one) => one === params.get('tab')) ?? 'lists';
  const tabs = (
    <div className={styles.tabs}>
      <Segmented<Tab>
        aria-label={t('lists.shown')}
        value={tab}
        options={TABS.map((value) => ({ value, label: t(`lists.tab.${value}`) }))}
        onChange={(value) => changeAddress(href('lists') + (value === 'lists' ? '' : `?tab=${value}`))}
      />
    </div>
  );
  return (
    <>
      <PageHead title={t('nav.lists')} purpose={t(`lists.purposeOf.${tab}`)} actions={tabs} />
      {tab === 'lists' && <ListsPane />}
      {tab === 'topics' && <TopicsPane />}
      {tab === 'imports' && <ImportsPane />}
      {tab === 'keywords' && <KeywordsPane />}
      {tab === 'texts' && <TextsPane />}
    </>
  );
}

function ListsPane() {
  const t = useTranslations();
  const trpc = useTRPC();
  const { environment } = usePlace();
  const [making, setMaking] = useState(false);
  const lists = useQuery(trpc.lists.list.queryOptions({ environment }));
  const add = (
    <PermittedButton permission="consents:write" type="primary" icon={<PlusOutlined />} onClick={() => setMaking(true)}>
      {t('lists.add')}
    </PermittedButton>
  );
  return (
    <div className={styles.stack}>
      <Loaded query={lists} skeleton={<Skeleton active paragraph={{ rows: 4 }} />}>
        {({ data }) =>
          data.length === 0 ? (
            <ListBox empty>
              <EmptyState
                icon={<UsergroupAddOutlined />}
                title={t('lists.emptyTitle')}
                text={t('lists.emptyText')}
                action={add}
              />
            </ListBox>
          ) : (
            <>
              <div>{add}</div>
              <ListBox>
                <Lists rows={data} />
              </ListBox>
            </>
          )
        }
      </Loaded>
      <MakeList open={making} onClose={() => setMaking(false)} />
    </div>
  );
}

function Lists({ rows }: { rows: ListView[] }) {
  const t = useTranslations();
  const narrow = useNarrow();
  const { href } = usePlace();
  const link = (list: ListView) => <Link href={href(`lists/${list.id}`)}>{list.name}</Link>;
  const kind = (list: ListView) => `${t(`channel.${list.channel}`)} · ${t(`lists.optIn.${list.opt_in}`)}`;
  if (narrow) {
    return (
      <ul>
        {rows.map((list) => (
          <li key={list.id} className={styles.card}>
            <strong>{link(list)}</strong>
            <Facts
              tight
              items={[
                { name: t('lists.kind'), value: kind(list) },
                { name: t('lists.state.confirmed'), value: list.members.confirmed },
                { name: t('lists.state.pending'), value: list.members.pending },
              ]}
            />
          </li>
        ))}
      </ul>
    );
  }
  const columns: TableColumnsType<ListView> = [
    { key: 'name', title: t('lists.name'), render: (_, list) => link(list) },
    { key: 'kind', title: t('lists.kind'), render: (_, list) => kind(list) },
    { key: 'topic', title: t('lists.topic'), render: (_, list) => list.topic ?? t('lists.wholePurpose') },
    ...(['confirmed', 'pending', 'withdrawn', 'expired'] as const).map((state) => ({
      key: state,
      title: t(`lists.state.${state}`),
      align: 'right' as const,
      render: (_: unknown, list: ListView) => <span className="num">{list.members[state]}</span>,
    })),
  ];
  return (
    <Table<ListView>
      size="small"
      rowKey="id"
      columns={columns}
      dataSource={rows}
      pagination={false}
      scroll={{ x: 'max-content' }}
    />
  );
}
