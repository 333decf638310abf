'use client';

import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { AuthAlert } from '#components/auth-alert.tsx';
import { Entrance } from '#components/entrance.tsx';
import { LinkButton } from '#components/parts/link-button.tsx';
import { type AuthFailure, callAuth } from '#data/auth-call.ts';

/** The page of the link for a new password. The token stands behind the hash, which only the browser knows. */
export function ResetView(props: { locale: string }) {
  const t = useTranslations();
  return (
    <Entrance
      title={t('reset.title')}
      purpose={t('reset.purpose')}
      card={() => <NewPassword token={location.hash.slice(1)} locale={props.locale} />}
    />
  );
}

function NewPassword(props: { token: string; locale: string }) {
  const t = useTranslations();
  const [failure, setFailure] = useState<AuthFailure>();
  const [isDone, setDone] = useState(false);
  const [busy, setBusy] = useState(false);

  const submit = async ({ newPassword }: { newPassword: string }) => {
    setBusy(true);
    const outcome = await callAuth('reset-password', { newPassword, token: props.token });
    setBusy(false);
    setFailure(outcome.done ? undefined : outcome.failure);
    if (outcome.done) setDone(true);
  };

  if (isDone) {
    return (
      <>
        <Alert
          type="success"
          showIcon
          role="status"
          title={t('reset.doneTitle')}
          description={t('reset.doneText')}
          style={{ marginBottom: 16 }}
        />
        <LinkButton href={`/${props.locale}/sign-in`} type="primary" size="large" block>
          {t('signIn.submit')}
        </LinkButton>
      </>
    );
  }
  const again = (
    <LinkButton href={`/${props.locale}/forgot`} type="link" block style={{ marginTop: 8 }}>
      {t('reset.again')}
    </LinkButton>
  );
  if (props.token === '') {
    return (
      <>
        <p>{t('reset.noToken')}</p>
        {again}
      </>
    );
  }
  return (
    <Form<{ newPassword: string }>
      name="reset"
      layout="vertical"
      requiredMark={false}
      onFinish={submit}
      validateTrigger="onBlur"
    >
      <AuthAlert failure={failure} />
      <Form.Item
        name="newPassword"
        label={t('account.newPassword')}
        extra={t('join.passwordHelp')}
        rules={[{ required: true, min: 10, message: t('join.passwordHelp') }]}
      >
        <Input.Password autoComplete="new-password" maxLength={128} size="large" />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={busy}>
        {t('reset.submit')}
      </Button>
      {failure === 'link' && again}
    </Form>
  );
}
