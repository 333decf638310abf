'use client';

import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { AuthAlert } from '#components/auth-alert.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { WhenReady } from '#components/parts/when-ready.tsx';
import { type AuthFailure, callAuth } from '#data/auth-call.ts';
import { useTRPC } from '#data/trpc.ts';
import styles from './account.module.css';

interface Draft {
  currentPassword: string;
  newPassword: string;
}

/** A new password, which ends every other session. The address is there for password managers. */
export function PasswordPanel(props: { email: string }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<Draft>();
  const [failure, setFailure] = useState<AuthFailure>();
  const [busy, setBusy] = useState(false);

  const submit = async (draft: Draft) => {
    setBusy(true);
    const outcome = await callAuth('change-password', draft);
    setBusy(false);
    setFailure(outcome.done ? undefined : outcome.failure);
    if (!outcome.done) return;
    form.resetFields();
    void message.success(t('account.passwordChanged'));
    void queryClient.invalidateQueries({ queryKey: trpc.account.read.queryKey() });
  };

  return (
    <Panel title={t('signIn.password')} hint={t('account.passwordHint')}>
      <WhenReady className={styles.form}>
        <Form<Draft>
          name="password-panel"
          form={form}
          layout="vertical"
          requiredMark={false}
          onFinish={submit}
          validateTrigger="onBlur"
        >
          <AuthAlert failure={failure} />
          <input type="hidden" autoComplete="username" value={props.email} readOnly />
          <Form.Item
            name="currentPassword"
            label={t('account.currentPassword')}
            rules={[{ required: true, message: t('signIn.passwordNeeded') }]}
          >
            <Input.Password autoComplete="current-password" maxLength={128} size="large" />
          </Form.Item>
          <Form.Item
            name="newPassword"
            label={t('account.newPassword')}
            extra={t('join.passwordHelp')}
            rules={[{ required: true, min: 10, message: t('join.passwordHelp') }]}
          >
            <Input.Password autoComplete="new-password" maxLength={128} size="large" />
          </Form.Item>
          <Button htmlType="submit" loading={busy}>
            {t('account.changePassword')}
          </Button>
        </Form>
      </WhenReady>
    </Panel>
  );
}
