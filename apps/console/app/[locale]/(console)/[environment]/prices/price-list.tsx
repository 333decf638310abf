'use client';

import type { PriceView } from '@signalbox/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button, Select, Skeleton, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { MoneyCell } from '#components/cells/money-cell.tsx';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import { EmptyState } from '#components/parts/empty-state.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { ScrollBox } from '#components/parts/scroll-box.tsx';
import { SectionError } from '#components/parts/section-error.tsx';
import { COUNTRY_SEARCH, useCountryOptions } from '#components/parts/use-country-options.ts';
import { usePlace } from '#components/place.tsx';
import { useTRPC, useTRPCClient } from '#data/trpc.ts';
import { useEndless } from '#data/use-endless.ts';
import styles from './prices.module.css';
import { useAreaText } from './use-area-text.ts';

const PAGE_SIZE = 50;
const REFRESH_MS = 30_000;
const TONES = { in_force: 'good', to_come: 'info', over: 'neutral' } as const;

/** The prices of all lists, by route and country. */
export function PriceList() {
  const t = useTranslations();
  const { prices, routes } = useTRPC();
  const client = useTRPCClient();
  const { environment } = usePlace();
  const countries = useCountryOptions();
  const [route, setRoute] = useState<string>();
  const [country, setCountry] = useState<string>();
  const [state, setState] = useState<'current' | 'all'>('current');
  const known = useQuery(routes.list.queryOptions({ environment }));
  const rows = useEndless({
    queryKey: [...prices.list.pathKey(), environment, route, country, state],
    refreshMs: REFRESH_MS,
    fetchPage: (cursor, signal) =>
      client.prices.list.query(
        {
          environment,
          state,
          limit: PAGE_SIZE,
          ...(route === undefined ? {} : { route_id: route }),
          ...(country === undefined ? {} : { country }),
          ...(cursor === null ? {} : { cursor }),
        },
        { signal },
      ),
  });
  const columns = useColumns();
  const found = rows.data?.pages.flatMap((page) => page.data) ?? [];
  const isNarrowed = route !== undefined || country !== undefined;
  return (
    <Panel flush title={t('prices.list.title')} hint={t('prices.list.hint')}>
      <div className={styles.filters}>
        <Select
          allowClear
          aria-label={t('prices.column.route')}
          placeholder={t('prices.list.anyRoute')}
          value={route}
          onChange={setRoute}
          options={(known.data ?? [])
            .filter(({ channel }) => channel === 'sms')
            .map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Select
          allowClear
          showSearch={COUNTRY_SEARCH}
          aria-label={t('prices.list.country')}
          placeholder={t('prices.list.anyCountry')}
          value={country}
          onChange={setCountry}
          options={countries}
        />
        <Select<'current' | 'all'>
          aria-label={t('prices.list.which')}
          value={state}
          onChange={setState}
          options={(['current', 'all'] as const).map((value) => ({ value, label: t(`prices.list.${value}`) }))}
        />
      </div>
      {rows.error !== null && <SectionError error={rows.error} onRetry={() => void rows.refetch()} />}
      {rows.isPending && <Skeleton active className={styles.padded ?? ''} />}
      {rows.isSuccess && found.length === 0 && (
        <EmptyState
          title={t(isNarrowed ? 'prices.list.nothingFound' : 'prices.list.emptyTitle')}
          text={t(isNarrowed ? 'prices.list.nothingFoundText' : 'prices.list.emptyText')}
        />
      )}
      {found.length > 0 && (
        <ScrollBox label={t('prices.list.title')} className={styles.scroll}>
          <Table<PriceView> size="small" rowKey="id" columns={columns} dataSource={found} pagination={false} />
        </ScrollBox>
      )}
      {rows.hasNextPage && (
        <div className={styles.padded}>
          <Button loading={rows.isFetchingNextPage} onClick={() => void rows.fetchNextPage()}>
            {t('prices.list.more')}
          </Button>
        </div>
      )}
    </Panel>
  );
}

function useColumns(): TableColumnsType<PriceView> {
  const t = useTranslations();
  const areaText = useAreaText();
  return [
    { key: 'route', title: t('prices.column.route'), render: (_, { route }) => route.name },
    { key: 'area', title: t('prices.column.area'), render: (_, row) => areaText(row) },
    {
      key: 'price',
      title: t('prices.column.price'),
      align: 'right',
      render: (_, row) => <MoneyCell micros={row.price_micros} currency={row.currency} />,
    },
    {
      key: 'compared',
      title: t('prices.column.compared'),
      align: 'right',
      render: (_, { compared, currency }) =>
        compared === null ? (
          <ToneTag tone="warn">{t('prices.noRate', { currency })}</ToneTag>
        ) : compared.currency === currency ? (
          <span className={styles.quiet}>–</span>
        ) : (
          <MoneyCell micros={compared.price_micros} currency={compared.currency} />
        ),
    },
    {
      key: 'state',
      title: t('prices.column.state'),
      render: (_, { state }) => <ToneTag tone={TONES[state]}>{t(`prices.state.${state}`)}</ToneTag>,
    },
    { key: 'from', title: t('prices.column.from'), render: (_, { from }) => <TimeCell at={from} look="full" /> },
    {
      key: 'until',
      title: t('prices.column.until'),
      render: (_, { until }) =>
        until === null ? <span className={styles.quiet}>{t('prices.open')}</span> : <TimeCell at={until} look="full" />,
    },
  ];
}
