'use client';

import { InfoCircleOutlined } from '@ant-design/icons';
import { useTranslations } from 'use-intl';
import { Entrance } from '#components/entrance.tsx';
import { SignInForm } from '#components/sign-in-form.tsx';
import type { AuthFailure } from '#data/auth-call.ts';
import styles from './sign-in.module.css';

/** The first page of everybody. */
export function SignInView(props: {
  next: string;
  demo: { email: string; password: string } | null;
  problem: AuthFailure | undefined;
}) {
  const t = useTranslations();
  return (
    <Entrance
      title={t('signIn.title')}
      purpose={t('signIn.purpose')}
      // A password that is filled in on the server and again by the browser ends up in the field twice: hence only in the browser.
      // A full load, so that the server decides with the new cookie.
      card={() => (
        <SignInForm
          onSignedIn={() => location.assign(props.next)}
          place={{ next: props.next }}
          failure={props.problem}
          {...(props.demo === null ? {} : { initial: props.demo })}
        />
      )}
      below={
        props.demo !== null && (
          <p className={styles.demo}>
            <InfoCircleOutlined aria-hidden="true" />
            <span>{t('signIn.demo')}</span>
          </p>
        )
      }
    />
  );
}
