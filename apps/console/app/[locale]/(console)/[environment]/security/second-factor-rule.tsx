'use client';

import type { SignInRulesView } from '@signalbox/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App } from 'antd';
import { useTranslations } from 'use-intl';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import { LinkButton } from '#components/parts/link-button.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { SectionError } from '#components/parts/section-error.tsx';
import { usePlace } from '#components/place.tsx';
import { problemOf } from '#data/problem.ts';
import { useTRPC } from '#data/trpc.ts';
import styles from './security.module.css';

const OWN_FACTOR_CODES = ['own_factor_first', 'sign_in_with_it'] as const;

/** Whether everybody of the organisation signs in with a second factor; asks before it holds, and says whom it stops. */
export function SecondFactorRule({ rules }: { rules: SignInRulesView }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { href } = usePlace();
  const { message, modal } = App.useApp();
  const { required, people, without } = rules.second_factor;
  const set = useMutation(
    trpc.signIn.requireSecondFactor.mutationOptions({
      onSuccess: (_, given) => void message.success(t(given.required ? 'security.isRequired' : 'security.isOptional')),
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.signIn.rules.queryKey() }),
    }),
  );
  const own = OWN_FACTOR_CODES.find((code) => problemOf(set.error).fields.some((field) => field.code === code));
  const ask = () =>
    modal.confirm({
      title: t(required ? 'security.releaseTitle' : 'security.requireTitle'),
      content: t(required ? 'security.releaseText' : 'security.requireText', { without }),
      okText: t(required ? 'security.release' : 'security.require'),
      cancelText: t('action.keep'),
      // What went wrong is said on the page, where the way out is.
      onOk: () => set.mutateAsync({ required: !required }).catch(() => undefined),
    });
  return (
    <Panel
      title={t('security.secondFactor')}
      hint={t('security.secondFactorHint')}
      extra={
        <ToneTag tone={required ? 'good' : 'neutral'}>
          {t(required ? 'security.required' : 'security.optional')}
        </ToneTag>
      }
    >
      {own !== undefined && (
        <Alert
          type="warning"
          showIcon
          role="alert"
          style={{ marginBottom: 12 }}
          title={t(`security.${own}`)}
          action={<LinkButton href={href('account')}>{t('nav.account')}</LinkButton>}
        />
      )}
      {set.error !== null && own === undefined && <SectionError error={set.error} />}
      <p>{t('security.count', { people, without })}</p>
      <div className={styles.acts}>
        <PermittedButton
          permission="sign_in:write"
          type={required ? 'default' : 'primary'}
          disabled={rules.not_owned.length > 0}
          onClick={ask}
        >
          {t(required ? 'security.release' : 'security.require')}
        </PermittedButton>
      </div>
    </Panel>
  );
}
