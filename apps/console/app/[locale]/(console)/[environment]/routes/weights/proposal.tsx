'use client';

import type { WeightSetView } from '@signalbox/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App } from 'antd';
import { useTranslations } from 'use-intl';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { SectionError } from '#components/parts/section-error.tsx';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import { WeightDiff } from './weight-diff.tsx';
import styles from './weights.module.css';

/** What learning proposes, to be put in force or away. */
export function Proposal(props: { set: WeightSetView; names: ReadonlyMap<string, string>; onDone: () => void }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const { environment } = usePlace();
  const { proposal } = props.set;
  const settled = (text: string) => ({
    onSuccess: async () => {
      message.success(text);
      props.onDone();
      await queryClient.invalidateQueries({ queryKey: trpc.weights.pathKey() });
    },
  });
  const approve = useMutation(trpc.weights.approve.mutationOptions(settled(t('weights.approved'))));
  const reject = useMutation(trpc.weights.reject.mutationOptions(settled(t('weights.rejected'))));
  if (proposal === null) return null;
  const input = { environment, change_id: proposal.id };
  const error = approve.error ?? reject.error;
  return (
    <Alert
      type="info"
      title={t('weights.proposalTitle')}
      description={
        <>
          {error !== null && <SectionError error={error} />}
          <p>
            <WeightDiff change={proposal} names={props.names} />
          </p>
          <div className={styles.buttons}>
            <PermittedButton
              permission="routes:write"
              size="small"
              type="primary"
              loading={approve.isPending}
              onClick={() => approve.mutate(input)}
            >
              {t('weights.approve')}
            </PermittedButton>
            <PermittedButton
              permission="routes:write"
              size="small"
              loading={reject.isPending}
              onClick={() => reject.mutate(input)}
            >
              {t('weights.reject')}
            </PermittedButton>
          </div>
        </>
      }
    />
  );
}
