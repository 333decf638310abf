'use client';

import { AlertKind } from '@signalbox/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Checkbox, Skeleton } from 'antd';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { SectionError } from '#components/parts/section-error.tsx';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import styles from './health.module.css';

/** Which alerts the person who looks gets by mail; a tick is stored at once. */
export function AlertMail() {
  const t = useTranslations();
  const trpc = useTRPC();
  const locale = useLocale();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const { environment } = usePlace();
  const choice = useQuery(trpc.routing.alertMail.queryOptions({ environment }));
  // A tick stands from the click on: what is stored catches up.
  const [chosen, setChosen] = useState<AlertKind[]>();
  const save = useMutation(
    trpc.routing.setAlertMail.mutationOptions({
      onSuccess: () => message.success(t('health.byMail.saved')),
      onSettled: async () => {
        await queryClient.invalidateQueries({ queryKey: trpc.routing.alertMail.queryKey() });
        setChosen(undefined);
      },
    }),
  );
  const error = choice.error ?? save.error;
  const kinds = chosen ?? choice.data?.kinds;
  return (
    <fieldset className={styles.byMail}>
      <legend>{t('health.byMail.title')}</legend>
      {error !== null && <SectionError error={error} />}
      {kinds === undefined ? (
        choice.error === null && <Skeleton active title={false} paragraph={{ rows: 1 }} />
      ) : (
        <Checkbox.Group<AlertKind>
          value={kinds}
          disabled={choice.data?.can_mail === false}
          options={AlertKind.options.map((value) => ({ value, label: t(`health.byMail.kind.${value}`) }))}
          onChange={(next) => {
            setChosen(next);
            save.mutate({ environment, kinds: next, locale });
          }}
        />
      )}
      <p className={styles.quiet}>
        {t(choice.data?.can_mail === false ? 'health.byMail.noServer' : 'health.byMail.hint')}
      </p>
    </fieldset>
  );
}
