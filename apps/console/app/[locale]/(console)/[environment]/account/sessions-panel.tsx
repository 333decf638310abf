'use client';

import type { OpenSessionView } from '@signalbox/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslations } from 'use-intl';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { problemOf } from '#data/problem.ts';
import { useTRPC } from '#data/trpc.ts';
import { deviceOf } from '#format/device.ts';
import styles from './account.module.css';

/** Where one is signed in, with the ways to end it: one by one, or all but this one. */
export function SessionsPanel(props: { sessions: readonly OpenSessionView[] }) {
  const t = useTranslations();
  const { endOne, endOthers } = useSessionActs();
  const hasOthers = props.sessions.some((session) => !session.is_current);
  return (
    <Panel
      title={t('account.sessions')}
      hint={t('account.sessionsHint')}
      extra={
        hasOthers && (
          <Button size="small" onClick={endOthers}>
            {t('account.endOthers')}
          </Button>
        )
      }
      flush
    >
      <ul>
        {props.sessions.map((session) => (
          <SessionRow key={session.id} session={session} onEnd={() => endOne(session.id)} />
        ))}
      </ul>
    </Panel>
  );
}

function SessionRow(props: { session: OpenSessionView; onEnd: () => void }) {
  const t = useTranslations();
  const { session } = props;
  const device = deviceOf(session.user_agent) ?? t('account.unknownDevice');
  return (
    <li className={styles.row}>
      <div className={styles.device}>
        <strong title={session.user_agent ?? undefined}>{device}</strong>
        <span className={styles.quiet}>
          {session.address === null
            ? t('account.addressUnknown')
            : t('account.signedInFrom', { address: session.address })}{' '}
          · {t(`account.method.${session.method}`)} · <TimeCell at={session.signed_in_at} look="full" />
        </span>
      </div>
      <span className={styles.quiet}>
        {t('account.lastSeen')} <TimeCell at={session.last_seen_at} look="full" />
      </span>
      {session.is_current ? (
        <ToneTag tone="good">{t('account.thisOne')}</ToneTag>
      ) : (
        <Button size="small" onClick={props.onEnd} aria-label={t('account.endNamed', { device })}>
          {t('account.end')}
        </Button>
      )}
    </li>
  );
}

function useSessionActs() {
  const t = useTranslations();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const afterwards = {
    onError: (error: unknown) => void message.error(t(`problem.${problemOf(error).code}.title`)),
    onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.account.read.queryKey() }),
  };
  const one = useMutation(
    trpc.account.endSession.mutationOptions({
      ...afterwards,
      onSuccess: () => void message.success(t('account.ended')),
    }),
  );
  const others = useMutation(
    trpc.account.endOtherSessions.mutationOptions({
      ...afterwards,
      onSuccess: ({ ended }) => void message.success(t('account.endedOthers', { count: ended })),
    }),
  );
  return { endOne: (id: string) => one.mutate({ session_id: id }), endOthers: () => others.mutate({}) };
}
