'use client';

import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { AuthFailure } from '#data/auth-call.ts';
import { enterSecondFactor } from '#data/sign-in.ts';
import { AuthAlert } from './auth-alert.tsx';

/** The second step of a sign-in: a code of the authenticator, or a backup code for whoever has lost it. */
export function SecondFactorForm(props: { onSignedIn: () => void; onAgain: () => void }) {
  const t = useTranslations();
  const [form] = Form.useForm<{ code: string }>();
  const [kind, setKind] = useState<'totp' | 'backup-code'>('totp');
  const [failure, setFailure] = useState<AuthFailure>();
  const [busy, setBusy] = useState(false);
  const isBackup = kind === 'backup-code';

  const submit = async ({ code }: { code: string }) => {
    setBusy(true);
    setFailure(undefined);
    const outcome = await enterSecondFactor(kind, isBackup ? code.trim() : code.replaceAll(/\D/g, ''));
    if (outcome === 'done') return props.onSignedIn();
    form.resetFields();
    setFailure(outcome);
    setBusy(false);
  };
  const turn = () => {
    form.resetFields();
    setFailure(undefined);
    setKind(isBackup ? 'totp' : 'backup-code');
  };

  return (
    <Form
      name="second-factor-form"
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={submit}
      validateTrigger="onBlur"
    >
      <AuthAlert failure={failure} />
      <Form.Item
        key={kind}
        name="code"
        label={t(isBackup ? 'signIn.backupCode' : 'signIn.code')}
        extra={t(isBackup ? 'signIn.backupCodeHint' : 'signIn.codeHint')}
        rules={[{ required: true, whitespace: true, message: t('signIn.codeNeeded') }]}
      >
        <Input
          autoFocus
          autoComplete="one-time-code"
          inputMode={isBackup ? 'text' : 'numeric'}
          maxLength={40}
          size="large"
        />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={busy}>
        {t('signIn.submit')}
      </Button>
      <div style={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', marginTop: 12 }}>
        <Button type="link" style={{ paddingInline: 0 }} onClick={turn}>
          {t(isBackup ? 'signIn.useCode' : 'signIn.useBackupCode')}
        </Button>
        <Button type="link" style={{ paddingInline: 0 }} onClick={props.onAgain}>
          {t('signIn.startAgain')}
        </Button>
      </div>
    </Form>
  );
}
