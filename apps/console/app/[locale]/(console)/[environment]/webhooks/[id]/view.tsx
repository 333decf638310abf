'use client';

import { LeftOutlined } from '@ant-design/icons';
import type { WebhookView } from '@signalbox/contracts';
import { useQuery } from '@tanstack/react-query';
import { Alert, Modal, Skeleton } from 'antd';
import Link from 'next/link';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { IdCell } from '#components/cells/id-cell.tsx';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { Facts } from '#components/parts/facts.tsx';
import { Loaded } from '#components/parts/loaded.tsx';
import { PageHead } from '#components/parts/page-head.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { SecretOnce } from '#components/parts/secret-once.tsx';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import { WebhookForm } from '../form.tsx';
import { useWebhookHint, WebhookState } from '../webhook-state.tsx';
import styles from '../webhooks.module.css';
import { WebhookActions } from './actions.tsx';
import { DeliveryLog } from './delivery-log.tsx';
import { ReplayDialog } from './replay-dialog.tsx';

// Receivers answer within moments: what a test event did is seen without asking.
const REFRESH_MS = 3000;

/** One endpoint: how it does, what can be done about it, and everything that was sent to it. */
export function WebhookDetail(props: { id: string }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const { environment, href } = usePlace();
  const [editing, setEditing] = useState(false);
  const [replaying, setReplaying] = useState(false);
  const [secret, setSecret] = useState<string>();
  const input = { environment, id: props.id };
  const webhook = useQuery(trpc.webhooks.get.queryOptions(input, { refetchInterval: REFRESH_MS }));
  return (
    <>
      <PageHead
        above={
          <Link href={href('webhooks')}>
            <LeftOutlined aria-hidden="true" /> {t('nav.webhooks')}
          </Link>
        }
        title={t('webhooks.detail')}
        purpose={webhook.data?.url ?? ''}
        actions={
          webhook.data === undefined ? undefined : (
            <WebhookActions
              webhook={webhook.data}
              onEdit={() => setEditing(true)}
              onReplay={() => setReplaying(true)}
              onSecret={setSecret}
            />
          )
        }
      />
      <Loaded query={webhook} skeleton={<Skeleton active paragraph={{ rows: 6 }} />}>
        {(of) => (
          <div className={styles.stack}>
            <OffBanner of={of} />
            <WebhookFacts of={of} />
            <DeliveryLog webhook={of} />
            <WebhookForm open={editing} onClose={() => setEditing(false)} webhook={of} />
            <ReplayDialog open={replaying} onClose={() => setReplaying(false)} webhook={of} />
          </div>
        )}
      </Loaded>
      <Modal
        open={secret !== undefined}
        title={t('webhooks.rotatedTitle')}
        footer={null}
        closable={false}
        keyboard={false}
        mask={{ closable: false }}
        destroyOnHidden
      >
        <p className={styles.lead}>{t('webhooks.rotatedText')}</p>
        {secret !== undefined && <SecretOnce secret={secret} onDone={() => setSecret(undefined)} />}
      </Modal>
    </>
  );
}

function OffBanner(props: { of: WebhookView }) {
  const t = useTranslations();
  const hint = useWebhookHint();
  if (props.of.enabled) return null;
  return <Alert type="warning" showIcon title={t('webhooks.offTitle')} description={hint(props.of)} />;
}

function WebhookFacts(props: { of: WebhookView }) {
  const t = useTranslations();
  const { of } = props;
  const instant = (name: string, at: string | null) =>
    at === null ? [] : [{ name, value: <TimeCell at={at} look="full" /> }];
  return (
    <Panel title={of.description === '' ? t('webhooks.detail') : of.description} extra={<WebhookState of={of} />}>
      <Facts
        items={[
          { name: t('webhooks.fact.id'), value: <IdCell id={of.id} /> },
          {
            name: t('webhooks.fact.events'),
            value: of.event_types.length === 0 ? t('webhooks.allEvents') : of.event_types.join(', '),
          },
          { name: t('webhooks.fact.perRequest'), value: t('webhooks.perRequest', { count: of.events_per_request }) },
          ...instant(t('webhooks.fact.failing'), of.failing_since),
          ...instant(t('webhooks.fact.off'), of.off_since),
          ...instant(t('webhooks.fact.rotated'), of.secret_rotated_at),
          ...instant(t('webhooks.fact.previous'), of.previous_secret_until),
          ...instant(t('webhooks.fact.created'), of.created_at),
        ]}
      />
    </Panel>
  );
}
