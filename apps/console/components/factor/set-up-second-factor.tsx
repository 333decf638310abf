'use client';

import { Button, Form, Input, QRCode } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { AuthAlert } from '#components/auth-alert.tsx';
import { CodeToCopy } from '#components/parts/code-to-copy.tsx';
import { type AuthFailure, callAuth } from '#data/auth-call.ts';
import { BackupCodes } from './backup-codes.tsx';
import styles from './factor.module.css';
import { PasswordStep } from './password-step.tsx';

/** What the api answers when a second factor is begun. */
interface Begun {
  totpURI: string;
  backupCodes: string[];
}

/** Sets up the second factor: password, QR code with a first code from it, then the backup codes. Nothing is asked of a sign-in before the first code. */
export function SetUpSecondFactor(props: { onDone: () => void; onCancel: () => void }) {
  const t = useTranslations();
  const [begun, setBegun] = useState<Begun>();
  const [isOn, setOn] = useState(false);
  if (begun === undefined) {
    return (
      <PasswordStep
        text={t('account.setUpText')}
        submit={t('account.goOn')}
        onCancel={props.onCancel}
        run={async (password) => {
          const outcome = await callAuth<Begun>('two-factor/enable', { password });
          if (!outcome.done) return outcome.failure;
          setBegun(outcome.answer);
          return undefined;
        }}
      />
    );
  }
  if (!isOn) return <FirstCode totpUri={begun.totpURI} onCancel={props.onCancel} onDone={() => setOn(true)} />;
  return <BackupCodes codes={begun.backupCodes} onDone={props.onDone} />;
}

function FirstCode(props: { totpUri: string; onCancel: () => void; onDone: () => void }) {
  const t = useTranslations();
  const [failure, setFailure] = useState<AuthFailure>();
  const [busy, setBusy] = useState(false);
  const secret = new URL(props.totpUri).searchParams.get('secret') ?? '';
  const submit = async ({ code }: { code: string }) => {
    setBusy(true);
    const outcome = await callAuth('two-factor/verify-totp', { code: code.replaceAll(/\D/g, '') });
    setBusy(false);
    if (outcome.done) props.onDone();
    else setFailure(outcome.failure);
  };
  return (
    <Form<{ code: string }>
      name="set-up-second-factor"
      layout="vertical"
      requiredMark={false}
      onFinish={submit}
      validateTrigger="onBlur"
    >
      <AuthAlert failure={failure} />
      <p className={styles.lead}>{t('account.scan')}</p>
      <div className={styles.scan}>
        <div className={styles.qr}>
          <QRCode
            type="svg"
            value={props.totpUri}
            size={184}
            color="#000"
            bgColor="#fff"
            bordered={false}
            aria-label={t('account.qr')}
          />
        </div>
      </div>
      <p className={styles.lead}>{t('account.orType')}</p>
      <CodeToCopy text={secret} what={t('account.textKey')} shown={secret.match(/.{1,4}/g)?.join(' ') ?? ''} />
      <Form.Item
        name="code"
        label={t('account.firstCode')}
        extra={t('account.turnOnText')}
        rules={[{ required: true, whitespace: true, message: t('signIn.codeNeeded') }]}
      >
        <Input autoComplete="one-time-code" inputMode="numeric" maxLength={12} size="large" />
      </Form.Item>
      <div className={styles.buttons}>
        <Button onClick={props.onCancel}>{t('action.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('account.turnOn')}
        </Button>
      </div>
    </Form>
  );
}
