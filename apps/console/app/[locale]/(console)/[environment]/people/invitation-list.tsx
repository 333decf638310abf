'use client';

import type { InvitationView } from '@signalbox/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslations } from 'use-intl';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import { problemOf } from '#data/problem.ts';
import { useTRPC } from '#data/trpc.ts';
import styles from './people.module.css';

/** Who was invited and has not joined. */
export function InvitationList(props: { invitations: readonly InvitationView[] }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const withdraw = useMutation(
    trpc.invitations.withdraw.mutationOptions({
      onSuccess: () => message.success(t('people.withdrawn')),
      onError: (error) => message.error(t(`problem.${problemOf(error).code}.title`)),
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.members.list.queryKey() }),
    }),
  );
  if (props.invitations.length === 0) return <p className={styles.none}>{t('people.noInvitations')}</p>;
  return (
    <ul>
      {props.invitations.map((invitation) => (
        <li key={invitation.id} className={styles.row}>
          <div className={styles.who}>
            <strong>{invitation.email}</strong>
            <span className={styles.quiet}>{t(`role.${invitation.role}.name`)}</span>
          </div>
          {invitation.is_expired ? (
            <ToneTag tone="warn">{t('people.expired')}</ToneTag>
          ) : (
            <span className={styles.quiet}>
              {t('people.until')} <TimeCell at={invitation.expires_at} look="full" />
            </span>
          )}
          <Button
            size="small"
            onClick={() => withdraw.mutate({ id: invitation.id })}
            aria-label={t('people.withdrawName', { name: invitation.email })}
          >
            {t('people.withdraw')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
