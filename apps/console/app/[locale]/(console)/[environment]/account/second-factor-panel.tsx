'use client';

import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import { BackupCodes } from '#components/factor/backup-codes.tsx';
import { PasswordStep } from '#components/factor/password-step.tsx';
import { SetUpSecondFactor } from '#components/factor/set-up-second-factor.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { StepsDialog } from '#components/parts/steps-dialog.tsx';
import { callAuth } from '#data/auth-call.ts';
import { useTRPC } from '#data/trpc.ts';
import styles from './account.module.css';

/** The second factor: set up, new backup codes, switched off. Each asks for the password. */
export function SecondFactorPanel(props: { isOn: boolean }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [open, setOpen] = useState<'set_up' | 'codes' | 'off'>();
  const close = () => {
    setOpen(undefined);
    void queryClient.invalidateQueries({ queryKey: trpc.account.read.queryKey() });
  };
  return (
    <Panel
      title={t('account.secondFactor')}
      hint={t('account.secondFactorHint')}
      extra={
        <ToneTag tone={props.isOn ? 'good' : 'neutral'}>{t(props.isOn ? 'account.isOn' : 'account.isOff')}</ToneTag>
      }
    >
      <div className={styles.acts}>
        {props.isOn ? (
          <>
            <Button onClick={() => setOpen('codes')}>{t('account.newCodes')}</Button>
            <Button onClick={() => setOpen('off')}>{t('account.turnOff')}</Button>
          </>
        ) : (
          <Button type="primary" onClick={() => setOpen('set_up')}>
            {t('account.setUp')}
          </Button>
        )}
      </div>
      <StepsDialog open={open === 'set_up'} title={t('account.setUpTitle')} onClose={close}>
        <SetUpSecondFactor onDone={close} onCancel={close} />
      </StepsDialog>
      <StepsDialog open={open === 'codes'} title={t('account.newCodes')} onClose={close}>
        <NewBackupCodes onDone={close} />
      </StepsDialog>
      <StepsDialog open={open === 'off'} title={t('account.turnOffTitle')} onClose={close}>
        <TurnOff onDone={close} />
      </StepsDialog>
    </Panel>
  );
}

function NewBackupCodes(props: { onDone: () => void }) {
  const t = useTranslations();
  const [codes, setCodes] = useState<string[]>();
  if (codes !== undefined) return <BackupCodes codes={codes} onDone={props.onDone} />;
  return (
    <PasswordStep
      text={t('account.newCodesText')}
      submit={t('account.newCodesDo')}
      onCancel={props.onDone}
      run={async (password) => {
        const outcome = await callAuth<{ backupCodes: string[] }>('two-factor/generate-backup-codes', { password });
        if (!outcome.done) return outcome.failure;
        setCodes(outcome.answer.backupCodes);
        return undefined;
      }}
    />
  );
}

function TurnOff(props: { onDone: () => void }) {
  const t = useTranslations();
  const { message } = App.useApp();
  return (
    <PasswordStep
      text={t('account.turnOffText')}
      submit={t('account.turnOff')}
      danger
      onCancel={props.onDone}
      run={async (password) => {
        const outcome = await callAuth('two-factor/disable', { password });
        if (!outcome.done) return outcome.failure;
        void message.success(t('account.turnedOff'));
        props.onDone();
        return undefined;
      }}
    />
  );
}
