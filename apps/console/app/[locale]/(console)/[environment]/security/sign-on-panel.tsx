'use client';

import type { SignInRulesView, SingleSignOnView } from '@signalbox/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import { Facts } from '#components/parts/facts.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { problemOf } from '#data/problem.ts';
import { useTRPC } from '#data/trpc.ts';
import { RedirectUri } from './redirect-uri.tsx';
import styles from './security.module.css';
import { SignOnForm } from './sign-on-form.tsx';

/** The single sign-on of the organisation as it is set, and the ways to set, change and remove it. */
export function SignOnPanel({ rules }: { rules: SignInRulesView }) {
  const t = useTranslations();
  const [editing, setEditing] = useState(false);
  const remove = useRemoval();
  const signOn = rules.single_sign_on;
  const isLocked = rules.not_owned.length > 0;
  return (
    <Panel
      title={t('security.signOn')}
      hint={t('security.signOnHint')}
      extra={
        <ToneTag tone={signOn?.enabled ? 'good' : 'neutral'}>
          {t(signOn === null ? 'security.notSet' : signOn.enabled ? 'account.isOn' : 'account.isOff')}
        </ToneTag>
      }
    >
      {signOn === null ? <p>{t('security.signOnText')}</p> : <Settings signOn={signOn} rules={rules} />}
      <div className={styles.acts}>
        <PermittedButton
          permission="sign_in:write"
          type={signOn === null ? 'primary' : 'default'}
          disabled={isLocked}
          onClick={() => setEditing(true)}
        >
          {t(signOn === null ? 'security.setUp' : 'action.edit')}
        </PermittedButton>
        {signOn !== null && (
          <PermittedButton permission="sign_in:write" disabled={isLocked} onClick={() => remove(signOn)}>
            {t('security.remove')}
          </PermittedButton>
        )}
      </div>
      <SignOnForm open={editing} rules={rules} onClose={() => setEditing(false)} />
    </Panel>
  );
}

function Settings({ signOn, rules }: { signOn: SingleSignOnView; rules: SignInRulesView }) {
  const t = useTranslations();
  const format = useFormatter();
  const { joins } = signOn;
  const workspace = rules.workspaces.find(({ id }) => id === joins?.workspace_id)?.name ?? '';
  const byClaim = joins?.claim?.roles.map(({ value, role }) => `${value}: ${t(`role.${role}.name`)}`) ?? [];
  const role = joins?.role ?? null;
  return (
    <Facts
      items={[
        { name: t('security.name'), value: t('signIn.through', { name: signOn.name }) },
        { name: t('security.issuer'), value: <code>{signOn.issuer}</code> },
        { name: t('security.clientId'), value: <code>{signOn.client_id}</code> },
        { name: t('security.domains'), value: format.list(signOn.domains) },
        {
          name: t('security.newPeople'),
          value:
            joins === null
              ? t('security.joinInvited')
              : t('security.joinsAs', {
                  workspace,
                  role: role === null ? t('security.byClaimOnly') : t(`role.${role}.name`),
                }),
        },
        ...(joins?.claim
          ? [{ name: t('security.claimOf', { claim: joins.claim.name }), value: byClaim.join(', ') }]
          : []),
        {
          name: t('account.secondFactor'),
          value: t(signOn.proves_second_factor ? 'security.provesYes' : 'security.provesNo'),
        },
        { name: t('security.redirectUri'), value: <RedirectUri address={rules.redirect_uri} /> },
      ]}
    />
  );
}

function useRemoval() {
  const t = useTranslations();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { message, modal } = App.useApp();
  const removal = useMutation(
    trpc.signIn.removeSingleSignOn.mutationOptions({
      onSuccess: () => void message.success(t('security.removed')),
      onError: (error) => {
        const { code, fields } = problemOf(error);
        const isOnlyWay = fields.some((field) => field.code === 'own_way_in');
        void message.error(isOnlyWay ? t('security.ownWayIn') : t(`problem.${code}.title`));
      },
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.signIn.pathKey() }),
    }),
  );
  return ({ name, version }: SingleSignOnView) =>
    modal.confirm({
      title: t('security.removeTitle', { name }),
      content: t('security.removeText'),
      okText: t('security.remove'),
      okButtonProps: { danger: true },
      cancelText: t('action.keep'),
      onOk: () => removal.mutate({ version }),
    });
}
