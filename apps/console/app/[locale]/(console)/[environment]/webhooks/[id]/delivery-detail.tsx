'use client';

import { RedoOutlined } from '@ant-design/icons';
import type { WebhookAttemptView, WebhookDeliveryView } from '@signalbox/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslations } from 'use-intl';
import { IdCell } from '#components/cells/id-cell.tsx';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { Facts } from '#components/parts/facts.tsx';
import { JsonView } from '#components/parts/json-view.tsx';
import { usePlace } from '#components/place.tsx';
import { problemOf } from '#data/problem.ts';
import { useTRPC } from '#data/trpc.ts';
import styles from '../webhooks.module.css';

/** One delivery: its event, its body, every try with request, answer and reason, and a way to send it again. */
export function DeliveryDetail(props: { of: WebhookDeliveryView; webhookId: string; canSend: boolean }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const { environment } = usePlace();
  const { of, webhookId } = props;
  const resend = useMutation(
    trpc.webhooks.replay.mutationOptions({
      onSuccess: () => {
        message.success(t('webhooks.log.resent'));
        void queryClient.invalidateQueries({ queryKey: trpc.webhooks.deliveries.pathKey() });
      },
      onError: (error) => message.error(t(`problem.${problemOf(error).code}.title`)),
    }),
  );
  const bodyTitle = of.group_id === null ? 'webhooks.log.body' : 'webhooks.log.amongOthers';
  const canSend = props.canSend && of.origin !== 'test' && of.state !== 'pending';
  return (
    <div className={styles.delivery}>
      <Facts
        tight
        items={[
          { name: 'webhook-id', value: <IdCell id={of.group_id ?? of.event_id} /> },
          ...(of.group_id === null ? [] : [{ name: t('webhooks.log.event'), value: <IdCell id={of.event_id} /> }]),
          ...(of.next_try_at === null
            ? []
            : [{ name: t('webhooks.log.next'), value: <TimeCell at={of.next_try_at} look="full" /> }]),
        ]}
      />
      {of.attempts.length === 0 && <p className={styles.quiet}>{t('webhooks.log.notTried')}</p>}
      {of.attempts.toReversed().map((attempt) => (
        <Attempt key={attempt.n} of={attempt} />
      ))}
      <div className={styles.part}>
        <h5>{t(bodyTitle)}</h5>
        <JsonView value={JSON.parse(of.body)} label={t(bodyTitle)} />
      </div>
      {canSend && (
        <div>
          <Button
            icon={<RedoOutlined />}
            loading={resend.isPending}
            onClick={() =>
              resend.mutate({
                environment,
                id: webhookId,
                replay: { event_ids: [of.event_id], only: 'all', dry_run: false },
              })
            }
          >
            {t('webhooks.log.resend')}
          </Button>
        </div>
      )}
    </div>
  );
}

function Attempt(props: { of: WebhookAttemptView }) {
  const t = useTranslations();
  const { of } = props;
  const headers = Object.entries(of.request_headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
  return (
    <section className={styles.attempt}>
      <div className={styles.row}>
        <h4>{t('webhooks.log.attempt', { n: of.n })}</h4>
        {of.status !== null && <span className="num">{of.status}</span>}
        <span className={styles.quiet}>
          <TimeCell at={of.at} look="full" />
        </span>
        <span className={styles.quiet}>{t('webhooks.log.duration', { ms: of.duration_ms })}</span>
      </div>
      {of.failure !== null && (
        <p className={styles.why}>
          {t(`webhooks.failure.${of.failure}`)}
          {of.detail !== null && <span className={styles.quiet}> {of.detail}</span>}
        </p>
      )}
      <div className={styles.part}>
        <h5>{t('webhooks.log.headers')}</h5>
        <pre>{`POST ${of.url}\n${headers}`}</pre>
      </div>
      {of.status !== null && (
        <div className={styles.part}>
          <h5>{t('webhooks.log.response')}</h5>
          {of.response === null || of.response === '' ? (
            <p className={styles.quiet}>{t('webhooks.log.noResponse')}</p>
          ) : (
            <pre>{of.response}</pre>
          )}
        </div>
      )}
    </section>
  );
}
