'use client';

import { InboxOutlined } from '@ant-design/icons';
import { WebhookDeliveryState, type WebhookDeliveryView, type WebhookView } from '@signalbox/contracts';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import { EmptyState } from '#components/parts/empty-state.tsx';
import { EndlessList } from '#components/parts/endless-list.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { usePlace } from '#components/place.tsx';
import { useTRPC, useTRPCClient } from '#data/trpc.ts';
import { useEndless } from '#data/use-endless.ts';
import type { Tone } from '#theme/palette.ts';
import styles from '../webhooks.module.css';
import { DeliveryDetail } from './delivery-detail.tsx';

const TONE: Record<WebhookDeliveryState, Tone> = {
  pending: 'waiting',
  delivered: 'good',
  failed: 'bad',
  canceled: 'neutral',
};
const REFRESH_MS = 3000;

/** Everything that was sent to an endpoint, newest first; each opens to its requests and answers. */
export function DeliveryLog(props: { webhook: WebhookView }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const { environment } = usePlace();
  const [state, setState] = useState<WebhookDeliveryState>();
  const { id, enabled } = props.webhook;
  const deliveries = useEndless({
    // Below the key of the procedure: what makes the log old makes every page of it old.
    queryKey: [...trpc.webhooks.deliveries.pathKey(), environment, id, state],
    refreshMs: REFRESH_MS,
    fetchPage: (cursor, signal) => client.webhooks.deliveries.query({ environment, id, state, cursor }, { signal }),
  });
  const filter = (
    <Select<WebhookDeliveryState | 'any'>
      className={styles.filter}
      aria-label={t('webhooks.column.state')}
      value={state ?? 'any'}
      onChange={(value) => setState(value === 'any' ? undefined : value)}
      options={[
        { value: 'any' as const, label: t('webhooks.log.any') },
        ...WebhookDeliveryState.options.map((value) => ({ value, label: t(`webhooks.delivery.${value}`) })),
      ]}
    />
  );
  return (
    <Panel title={t('webhooks.log.title')} hint={t('webhooks.log.hint')} extra={filter} flush>
      <EndlessList
        rows={deliveries}
        head={(delivery) => <DeliveryHead of={delivery} />}
        detail={(delivery) => <DeliveryDetail of={delivery} webhookId={id} canSend={enabled} />}
        empty={
          <EmptyState
            icon={<InboxOutlined />}
            title={state === undefined ? t('webhooks.log.emptyTitle') : t('webhooks.log.emptyFiltered')}
            text={state === undefined ? t('webhooks.log.emptyText') : null}
          />
        }
        older={t('webhooks.log.more')}
      />
    </Panel>
  );
}

function DeliveryHead(props: { of: WebhookDeliveryView }) {
  const t = useTranslations();
  const { of } = props;
  return (
    <span className={styles.row}>
      <ToneTag tone={TONE[of.state]}>{t(`webhooks.delivery.${of.state}`)}</ToneTag>
      <code>{of.event_type}</code>
      {of.origin === 'replay' && <span className={styles.quiet}>{t('webhooks.log.again')}</span>}
      {of.last_status !== null && <span className="num">{of.last_status}</span>}
      <span className={styles.quiet}>{t('webhooks.log.tries', { count: of.tries })}</span>
      <span className={styles.quiet}>
        <TimeCell at={of.created_at} />
      </span>
    </span>
  );
}
