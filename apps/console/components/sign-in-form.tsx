'use client';

import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { AuthFailure } from '#data/auth-call.ts';
import { type Credentials, signIn } from '#data/sign-in.ts';
import { AuthAlert } from './auth-alert.tsx';
import { OtherWays, type SignOnPlace } from './other-ways.tsx';
import { LinkButton } from './parts/link-button.tsx';
import { SecondFactorForm } from './second-factor-form.tsx';

/**
 * E-mail and password against the api's /auth, then the second factor of whoever has one, or another way in; works with password managers and
 * paste (WCAG 2.2, 3.3.8). `place` is where a sign-in through a provider leads.
 */
export function SignInForm(props: {
  onSignedIn: () => void;
  place: SignOnPlace;
  initial?: Partial<Credentials>;
  failure?: AuthFailure | undefined;
}) {
  const t = useTranslations();
  const locale = useLocale();
  const [failure, setFailure] = useState<AuthFailure | undefined>(props.failure);
  const [busy, setBusy] = useState(false);
  const [waiting, setWaiting] = useState(false);

  const submit = async (credentials: Credentials) => {
    setBusy(true);
    setFailure(undefined);
    const outcome = await signIn(credentials);
    if (outcome === 'done') return props.onSignedIn();
    if (outcome === 'second_factor') setWaiting(true);
    else setFailure(outcome);
    setBusy(false);
  };

  if (waiting) return <SecondFactorForm onSignedIn={props.onSignedIn} onAgain={() => setWaiting(false)} />;
  return (
    <Form<Credentials>
      name="sign-in-form"
      layout="vertical"
      requiredMark={false}
      initialValues={props.initial ?? {}}
      onFinish={submit}
      scrollToFirstError={{ focus: true }}
      validateTrigger="onBlur"
    >
      <AuthAlert failure={failure} />
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
      <LinkButton href={`/${locale}/forgot`} type="link" block style={{ marginTop: 8 }}>
        {t('signIn.forgot')}
      </LinkButton>
      <OtherWays place={props.place} onSignedIn={props.onSignedIn} onFailure={setFailure} />
    </Form>
  );
}
