'use client';

import { InfoCircleOutlined } from '@ant-design/icons';
import { useTranslations } from 'use-intl';
import { Logo } from '#components/logo.tsx';
import { useIsAlive } from '#components/parts/when-ready.tsx';
import { SignInForm } from '#components/sign-in-form.tsx';
import styles from './sign-in.module.css';

/** The first page of everybody. */
export function SignInView(props: { next: string; demo: { email: string; password: string } | null }) {
  const t = useTranslations();
  // A password that is filled in on the server and again by the browser ends up in the field twice.
  const isAlive = useIsAlive();
  return (
    <main className={styles.page} id="content">
      <div className={styles.column}>
        <div className={styles.brand}>
          <Logo size={40} />
          <h1>{t('signIn.title')}</h1>
          <p>{t('signIn.purpose')}</p>
        </div>
        <div className={styles.card}>
          {/* A full load, so that the server decides with the new cookie. */}
          {isAlive ? (
            <SignInForm
              onSignedIn={() => location.assign(props.next)}
              {...(props.demo === null ? {} : { initial: props.demo })}
            />
          ) : (
            <div className={styles.coming} />
          )}
        </div>
        {props.demo !== null && (
          <p className={styles.demo}>
            <InfoCircleOutlined aria-hidden="true" />
            <span>{t('signIn.demo')}</span>
          </p>
        )}
      </div>
    </main>
  );
}
