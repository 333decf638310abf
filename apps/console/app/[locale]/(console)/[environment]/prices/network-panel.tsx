'use client';

import { UploadOutlined } from '@ant-design/icons';
import type { NetworkPrefixView } from '@signalbox/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import { Loaded } from '#components/parts/loaded.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { ScrollBox } from '#components/parts/scroll-box.tsx';
import { SideDrawer } from '#components/parts/side-drawer.tsx';
import { useCountryName } from '#components/parts/use-country-name.ts';
import { useTRPC } from '#data/trpc.ts';
import { NetworkImport } from './network-import.tsx';
import styles from './prices.module.css';

const PAGE_SIZE = 10;

/** Which range of numbers belongs to which network: prices of networks go by it. */
export function NetworkPanel() {
  const t = useTranslations();
  const { networks } = useTRPC();
  const [importing, setImporting] = useState(false);
  /** Where each page that was opened begins; the last one is shown. */
  const [starts, setStarts] = useState<string[]>([]);
  const after = starts.at(-1);
  const page = useQuery(networks.list.queryOptions({ limit: PAGE_SIZE, ...(after === undefined ? {} : { after }) }));
  const columns = useColumns();
  const close = () => setImporting(false);
  return (
    <Panel
      title={t('prices.networks.title')}
      hint={t('prices.networks.hint')}
      extra={
        <PermittedButton permission="prices:write" icon={<UploadOutlined />} onClick={() => setImporting(true)}>
          {t('prices.networks.open')}
        </PermittedButton>
      }
    >
      <Loaded query={page}>
        {({ total, data, next_after: next }) =>
          total === 0 ? (
            <p className={styles.quiet}>{t('prices.networks.empty')}</p>
          ) : (
            <>
              <p className={styles.quiet}>{t('prices.networks.count', { count: total })}</p>
              <ScrollBox label={t('prices.networks.title')} className={styles.scroll}>
                <Table<NetworkPrefixView>
                  size="small"
                  rowKey="prefix"
                  columns={columns}
                  dataSource={data}
                  pagination={false}
                />
              </ScrollBox>
              {(starts.length > 0 || next !== null) && (
                <div className={styles.pager}>
                  <Button size="small" disabled={starts.length === 0} onClick={() => setStarts(starts.slice(0, -1))}>
                    {t('prices.networks.back')}
                  </Button>
                  <Button
                    size="small"
                    disabled={next === null}
                    onClick={() => next !== null && setStarts([...starts, next])}
                  >
                    {t('prices.networks.forth')}
                  </Button>
                </div>
              )}
            </>
          )
        }
      </Loaded>
      <SideDrawer open={importing} onClose={close} title={t('prices.networks.importTitle')}>
        {importing && <NetworkImport onDone={close} />}
      </SideDrawer>
    </Panel>
  );
}

function useColumns(): TableColumnsType<NetworkPrefixView> {
  const t = useTranslations();
  const countryName = useCountryName();
  return [
    {
      key: 'prefix',
      title: t('prices.networks.prefix'),
      render: (_, { prefix }) => <span className="num">+{prefix}…</span>,
    },
    {
      key: 'network',
      title: t('prices.networks.network'),
      render: (_, { network, name, sample }) => (
        <>
          <span className="num">{`${network.slice(0, 3)}-${network.slice(3)}`}</span> {name}{' '}
          {sample && <ToneTag tone="neutral">{t('prices.networks.sample')}</ToneTag>}
        </>
      ),
    },
    {
      key: 'country',
      title: t('prices.list.country'),
      render: (_, { country }) => (country === '' ? '–' : countryName(country)),
    },
  ];
}
