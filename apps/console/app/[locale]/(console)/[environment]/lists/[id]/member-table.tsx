'use client';

import type { MemberOfList } from '@signalbox/contracts';
import { Table, type TableColumnsType } from 'antd';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { AddressCell } from '#components/cells/address-cell.tsx';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import styles from '#components/consent/consent.module.css';
import { Facts } from '#components/parts/facts.tsx';
import { useNarrow } from '#components/parts/use-narrow.ts';
import { usePlace } from '#components/place.tsx';

const TONES = { pending: 'waiting', confirmed: 'good', withdrawn: 'blocked', expired: 'neutral' } as const;

/** People of a list, each leading to what is known of the consent. */
export function MemberTable({ rows }: { rows: MemberOfList[] }) {
  const t = useTranslations();
  const narrow = useNarrow();
  const { href } = usePlace();
  const person = ({ address }: MemberOfList) => (
    <Link href={`${href('consents')}?${new URLSearchParams({ address })}`}>
      <AddressCell address={address} />
    </Link>
  );
  const state = (row: MemberOfList) => <ToneTag tone={TONES[row.state]}>{t(`lists.state.${row.state}`)}</ToneTag>;
  if (narrow) {
    return (
      <ul>
        {rows.map((row) => (
          <li key={row.address} className={styles.card}>
            <strong>{person(row)}</strong>
            {state(row)}
            <Facts
              tight
              items={[
                { name: t('lists.source'), value: row.source },
                { name: t('lists.since'), value: <TimeCell at={row.since} /> },
              ]}
            />
          </li>
        ))}
      </ul>
    );
  }
  const columns: TableColumnsType<MemberOfList> = [
    { key: 'address', title: t('lists.person'), render: (_, row) => person(row) },
    { key: 'state', title: t('lists.stands'), render: (_, row) => state(row) },
    { key: 'source', title: t('lists.source'), dataIndex: 'source' },
    { key: 'locale', title: t('lists.language'), dataIndex: 'locale' },
    { key: 'since', title: t('lists.since'), render: (_, row) => <TimeCell at={row.since} /> },
  ];
  return <Table<MemberOfList> size="small" rowKey="address" columns={columns} dataSource={rows} pagination={false} />;
}
