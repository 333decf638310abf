'use client';

import type { WebhookView } from '@signalbox/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Modal, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { SectionError } from '#components/parts/section-error.tsx';
import { usePlace } from '#components/place.tsx';
import { useTRPC, useTRPCClient } from '#data/trpc.ts';
import styles from '../webhooks.module.css';

const HOUR_MS = 3_600_000;
const SPANS = { hour: HOUR_MS, day: 24 * HOUR_MS, week: 7 * 24 * HOUR_MS } as const;
type Span = keyof typeof SPANS;

/** Counts what an endpoint missed in a span of time, and sends it again once somebody has seen the number. */
export function ReplayDialog(props: { open: boolean; onClose: () => void; webhook: WebhookView }) {
  const t = useTranslations();
  return (
    <Modal open={props.open} title={t('webhooks.replay.title')} footer={null} onCancel={props.onClose} destroyOnHidden>
      <Replay webhook={props.webhook} onClose={props.onClose} />
    </Modal>
  );
}

function Replay(props: { webhook: WebhookView; onClose: () => void }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const { environment } = usePlace();
  const { id } = props.webhook;
  // One instant for the count and the sending: what is sent is what was counted.
  const [openedMs] = useState(Date.now);
  const [span, setSpan] = useState<Span>('hour');
  const missed = (dry_run: boolean) => ({
    since: new Date(openedMs - SPANS[span]).toISOString(),
    until: new Date(openedMs).toISOString(),
    only: 'missed' as const,
    dry_run,
  });
  const count = useQuery({
    queryKey: ['webhook-missed', environment, id, span, openedMs],
    queryFn: () => client.webhooks.replay.mutate({ environment, id, replay: missed(true) }),
  });
  const replay = useMutation(
    trpc.webhooks.replay.mutationOptions({
      onSuccess: (sent) => {
        message.success(t('webhooks.replay.done', { count: sent.count }));
        void queryClient.invalidateQueries({ queryKey: trpc.webhooks.pathKey() });
        props.onClose();
      },
    }),
  );
  const error = replay.error ?? count.error;
  return (
    <>
      <p className={styles.lead}>{t('webhooks.replay.hint')}</p>
      {error !== null && <SectionError error={error} />}
      <div className={styles.spans}>
        <Segmented<Span>
          aria-label={t('webhooks.replay.span')}
          value={span}
          onChange={setSpan}
          options={(Object.keys(SPANS) as Span[]).map((value) => ({ value, label: t(`webhooks.replay.${value}`) }))}
        />
      </div>
      <p aria-live="polite">
        {count.data === undefined
          ? t('webhooks.replay.counting')
          : t('webhooks.replay.count', { count: count.data.count })}
      </p>
      <div className={styles.buttons}>
        <Button onClick={props.onClose}>{t('action.cancel')}</Button>
        <Button
          type="primary"
          disabled={count.data === undefined || count.data.count === 0}
          loading={replay.isPending}
          onClick={() => replay.mutate({ environment, id, replay: missed(false) })}
        >
          {t('webhooks.replay.send')}
        </Button>
      </div>
    </>
  );
}
