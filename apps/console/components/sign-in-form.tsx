'use client';

import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { type Credentials, type SignInFailure, signIn } from '#data/sign-in.ts';

/** E-mail and password against the api's /auth; works with password managers and paste (WCAG 2.2, 3.3.8). */
export function SignInForm(props: { onSignedIn: () => void; initial?: Partial<Credentials> }) {
  const t = useTranslations();
  const [failure, setFailure] = useState<SignInFailure>();
  const [busy, setBusy] = useState(false);

  const submit = async (credentials: Credentials) => {
    setBusy(true);
    setFailure(undefined);
    const problem = await signIn(credentials);
    if (problem === undefined) {
      props.onSignedIn();
      return;
    }
    setFailure(problem);
    setBusy(false);
  };

  return (
    <Form<Credentials>
      layout="vertical"
      requiredMark={false}
      initialValues={props.initial ?? {}}
      onFinish={submit}
      scrollToFirstError={{ focus: true }}
      validateTrigger="onBlur"
    >
      {failure !== undefined && (
        <Alert type="error" showIcon role="alert" title={t(`signIn.failure.${failure}`)} style={{ marginBottom: 16 }} />
      )}
      <Form.Item
        name="email"
        label={t('signIn.email')}
        rules={[{ required: true, type: 'email', message: t('signIn.emailNeeded') }]}
      >
        <Input type="email" autoComplete="username" inputMode="email" size="large" />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('signIn.password')}
        rules={[{ required: true, message: t('signIn.passwordNeeded') }]}
      >
        <Input.Password autoComplete="current-password" size="large" />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={busy}>
        {t('signIn.submit')}
      </Button>
    </Form>
  );
}
