'use client';

import { LinkOutlined, PlusOutlined } from '@ant-design/icons';
import type { WebhookView } from '@signalbox/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button, Skeleton, Table, type TableColumnsType } from 'antd';
import Link from 'next/link';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { EmptyState } from '#components/parts/empty-state.tsx';
import { Facts } from '#components/parts/facts.tsx';
import { ListBox } from '#components/parts/list-box.tsx';
import { Loaded } from '#components/parts/loaded.tsx';
import { PageHead } from '#components/parts/page-head.tsx';
import { useNarrow } from '#components/parts/use-narrow.ts';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import { WebhookForm } from './form.tsx';
import { WebhookState } from './webhook-state.tsx';
import styles from './webhooks.module.css';

/** The endpoints of the environment and how each does. */
export function WebhooksView() {
  const t = useTranslations();
  const trpc = useTRPC();
  const narrow = useNarrow();
  const { environment } = usePlace();
  const [adding, setAdding] = useState(false);
  const webhooks = useQuery(trpc.webhooks.list.queryOptions({ environment }));
  const add = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
      {t('webhooks.add')}
    </Button>
  );
  return (
    <>
      <PageHead title={t('nav.webhooks')} purpose={t('webhooks.purpose')} actions={add} />
      <Loaded query={webhooks} skeleton={<Skeleton active paragraph={{ rows: 5 }} />}>
        {({ data }) =>
          data.length === 0 ? (
            <ListBox empty>
              <EmptyState
                icon={<LinkOutlined />}
                title={t('webhooks.emptyTitle', { environment: t(`environment.${environment}.name`) })}
                text={t('webhooks.emptyText')}
                action={add}
              />
            </ListBox>
          ) : (
            <ListBox>{narrow ? <WebhookCards webhooks={data} /> : <WebhookTable webhooks={data} />}</ListBox>
          )
        }
      </Loaded>
      <WebhookForm open={adding} onClose={() => setAdding(false)} />
    </>
  );
}

function WebhookTable(props: { webhooks: WebhookView[] }) {
  const t = useTranslations();
  const columns: TableColumnsType<WebhookView> = [
    { key: 'url', title: t('webhooks.column.url'), render: (_, of) => <WebhookName of={of} /> },
    { key: 'events', title: t('webhooks.column.events'), render: (_, of) => <EventCount of={of} /> },
    { key: 'state', title: t('webhooks.column.state'), render: (_, of) => <WebhookState of={of} /> },
    {
      key: 'created',
      title: t('webhooks.column.created'),
      render: (_, of) => <TimeCell at={of.created_at} look="full" />,
    },
  ];
  return <Table size="small" rowKey="id" columns={columns} dataSource={props.webhooks} pagination={false} />;
}

function WebhookCards(props: { webhooks: readonly WebhookView[] }) {
  const t = useTranslations();
  return (
    <ul>
      {props.webhooks.map((of) => (
        <li key={of.id} className={styles.card}>
          <div className={styles.cardHead}>
            <WebhookName of={of} />
            <WebhookState of={of} />
          </div>
          <Facts
            tight
            items={[
              { name: t('webhooks.column.events'), value: <EventCount of={of} /> },
              { name: t('webhooks.column.created'), value: <TimeCell at={of.created_at} look="full" /> },
            ]}
          />
        </li>
      ))}
    </ul>
  );
}

function WebhookName(props: { of: WebhookView }) {
  const { href } = usePlace();
  const { id, url, description } = props.of;
  return (
    <div className={styles.name}>
      <Link href={href(`webhooks/${id}`)}>{url}</Link>
      {description !== '' && <span className={styles.quiet}>{description}</span>}
    </div>
  );
}

function EventCount(props: { of: WebhookView }) {
  const t = useTranslations();
  const { event_types } = props.of;
  if (event_types.length === 0) return t('webhooks.allEvents');
  return <span title={event_types.join(', ')}>{t('webhooks.eventCount', { count: event_types.length })}</span>;
}
