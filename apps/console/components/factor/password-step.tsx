'use client';

import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { AuthAlert } from '#components/auth-alert.tsx';
import type { AuthFailure } from '#data/auth-call.ts';
import styles from './factor.module.css';

/** Asks for the password before something about the sign-in changes; `run` gives the reason when it did not. */
export function PasswordStep(props: {
  text: string;
  submit: string;
  danger?: boolean;
  onCancel: () => void;
  run: (password: string) => Promise<AuthFailure | undefined>;
}) {
  const t = useTranslations();
  const [failure, setFailure] = useState<AuthFailure>();
  const [busy, setBusy] = useState(false);
  const submit = async ({ password }: { password: string }) => {
    setBusy(true);
    setFailure(await props.run(password));
    setBusy(false);
  };
  return (
    <Form<{ password: string }>
      name="password-step"
      layout="vertical"
      requiredMark={false}
      onFinish={submit}
      validateTrigger="onBlur"
    >
      <AuthAlert failure={failure} />
      <p className={styles.lead}>{props.text}</p>
      <Form.Item
        name="password"
        label={t('signIn.password')}
        rules={[{ required: true, message: t('signIn.passwordNeeded') }]}
      >
        <Input.Password autoFocus autoComplete="current-password" maxLength={128} size="large" />
      </Form.Item>
      <div className={styles.buttons}>
        <Button onClick={props.onCancel}>{t('action.cancel')}</Button>
        <Button type="primary" htmlType="submit" danger={props.danger === true} loading={busy}>
          {props.submit}
        </Button>
      </div>
    </Form>
  );
}
