'use client';

import { Modal } from 'antd';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { SignInForm } from './sign-in-form.tsx';

/** Sign in again on top of the page: what was typed below stays. */
export function SessionEnded(props: { open: boolean; onSignedIn: () => void }) {
  const t = useTranslations();
  // Pages for whoever is not signed in bring a form of their own.
  const isEntrance = /\/(sign-in|join|second-factor)$/.test(usePathname());
  return (
    <Modal
      open={props.open && !isEntrance}
      title={t('signIn.endedTitle')}
      footer={null}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      width={420}
      destroyOnHidden
    >
      <p style={{ marginBottom: 16, color: 'var(--sb-text-soft)' }}>{t('signIn.endedText')}</p>
      <SignInForm onSignedIn={props.onSignedIn} place="other_tab" />
    </Modal>
  );
}
