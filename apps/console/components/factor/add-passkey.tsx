'use client';

import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { AuthAlert } from '#components/auth-alert.tsx';
import type { AuthFailure } from '#data/auth-call.ts';
import { addPasskey } from '#data/passkey.ts';
import { deviceOf } from '#format/device.ts';
import styles from './factor.module.css';

interface Draft {
  name: string;
  password: string;
}

/** Makes a passkey: a name to know it by, the password, then the browser asks for the finger, the face or the PIN. */
export function AddPasskey(props: { onDone: () => void; onCancel: () => void }) {
  const t = useTranslations();
  const [failure, setFailure] = useState<AuthFailure>();
  const [busy, setBusy] = useState(false);
  const submit = async (draft: Draft) => {
    setBusy(true);
    setFailure(undefined);
    const outcome = await addPasskey(draft);
    setBusy(false);
    if (outcome === 'done') props.onDone();
    else setFailure(outcome);
  };
  return (
    <Form<Draft>
      // Fields of other forms of the page have these names too.
      name="add-passkey"
      layout="vertical"
      requiredMark={false}
      initialValues={{ name: deviceOf(navigator.userAgent) ?? '' }}
      onFinish={submit}
      validateTrigger="onBlur"
    >
      <AuthAlert failure={failure} />
      <p className={styles.lead}>{t('passkey.addText')}</p>
      <Form.Item
        name="name"
        label={t('passkey.name')}
        extra={t('passkey.nameHelp')}
        rules={[{ required: true, whitespace: true, message: t('passkey.nameNeeded') }]}
      >
        <Input maxLength={60} autoComplete="off" size="large" />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('signIn.password')}
        rules={[{ required: true, message: t('signIn.passwordNeeded') }]}
      >
        <Input.Password autoComplete="current-password" maxLength={128} size="large" />
      </Form.Item>
      <div className={styles.buttons}>
        <Button onClick={props.onCancel}>{t('action.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('passkey.addDo')}
        </Button>
      </div>
    </Form>
  );
}
