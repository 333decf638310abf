'use client';

import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { AuthAlert } from '#components/auth-alert.tsx';
import { Entrance } from '#components/entrance.tsx';
import { LinkButton } from '#components/parts/link-button.tsx';
import { type AuthFailure, callAuth } from '#data/auth-call.ts';

/** Asks for a link to choose a new password. What is said does not depend on whether somebody has the address. */
export function ForgotView(props: { locale: string }) {
  const t = useTranslations();
  return (
    <Entrance
      title={t('reset.forgotTitle')}
      purpose={t('reset.forgotPurpose')}
      card={() => <AddressForm locale={props.locale} />}
    />
  );
}

function AddressForm(props: { locale: string }) {
  const t = useTranslations();
  const [failure, setFailure] = useState<AuthFailure>();
  const [sentTo, setSentTo] = useState<string>();
  const [busy, setBusy] = useState(false);
  const back = `/${props.locale}/sign-in`;

  const submit = async ({ email }: { email: string }) => {
    setBusy(true);
    const outcome = await callAuth('password-reset', { email, locale: props.locale });
    setBusy(false);
    setFailure(outcome.done ? undefined : outcome.failure);
    if (outcome.done) setSentTo(email);
  };

  if (sentTo !== undefined) {
    return (
      <>
        <Alert
          type="success"
          showIcon
          role="status"
          title={t('reset.sentTitle')}
          description={t('reset.sentText', { email: sentTo })}
          style={{ marginBottom: 16 }}
        />
        <LinkButton href={back} size="large" block>
          {t('reset.toSignIn')}
        </LinkButton>
      </>
    );
  }
  return (
    <Form<{ email: string }>
      name="forgot"
      layout="vertical"
      requiredMark={false}
      onFinish={submit}
      validateTrigger="onBlur"
    >
      <AuthAlert failure={failure} />
      <Form.Item
        name="email"
        label={t('signIn.email')}
        rules={[{ required: true, type: 'email', message: t('signIn.emailNeeded') }]}
      >
        <Input type="email" autoComplete="username" inputMode="email" maxLength={320} size="large" />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={busy}>
        {t('reset.send')}
      </Button>
      <LinkButton href={back} type="link" block style={{ marginTop: 8 }}>
        {t('reset.toSignIn')}
      </LinkButton>
    </Form>
  );
}
