'use client';

import { AlertKind } from '@signalbox/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Checkbox, Skeleton } from 'antd';
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
  const save = useMutation(
    trpc.routing.setAlertMail.mutationOptions({
      onSuccess: () => message.success(t('health.byMail.saved')),
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.routing.alertMail.queryKey() }),
    }),
  );
  const error = choice.error ?? save.error;
  const kinds = save.isPending ? save.variables.kinds : choice.data?.kinds;
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
          onChange={(chosen) => save.mutate({ environment, kinds: chosen, locale })}
        />
      )}
      <p className={styles.quiet}>
        {t(choice.data?.can_mail === false ? 'health.byMail.noServer' : 'health.byMail.hint')}
      </p>
    </fieldset>
  );
}
