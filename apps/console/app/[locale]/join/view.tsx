'use client';

import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useTranslations } from 'use-intl';
import { Logo } from '#components/logo.tsx';
import { Loaded } from '#components/parts/loaded.tsx';
import { useIsAlive } from '#components/parts/when-ready.tsx';
import { useTRPC } from '#data/trpc.ts';
import styles from '../sign-in/sign-in.module.css';
import { JoinForm } from './form.tsx';

/** The page of an invitation: says to what, asks for a name and a password, and signs the person in. */
export function JoinView(props: { locale: string }) {
  const t = useTranslations();
  const isAlive = useIsAlive();
  return (
    <main className={styles.page} id="content">
      <div className={styles.column}>
        <div className={styles.brand}>
          <Logo size={40} />
          <h1>{t('join.title')}</h1>
          <p>{t('join.purpose')}</p>
        </div>
        <div className={styles.card}>
          {/* The token stands behind the hash, which only the browser knows. */}
          {isAlive ? (
            <Invitation token={location.hash.slice(1)} locale={props.locale} />
          ) : (
            <div className={styles.coming} />
          )}
        </div>
      </div>
    </main>
  );
}

function Invitation(props: { token: string; locale: string }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const invitation = useQuery({
    ...trpc.invitations.read.queryOptions({ token: props.token }),
    enabled: props.token !== '',
    refetchOnWindowFocus: false,
  });
  if (props.token === '') return <p>{t('join.noToken')}</p>;
  return (
    <Loaded query={invitation} skeleton={<Skeleton active paragraph={{ rows: 5 }} />}>
      {(invited) => <JoinForm invited={invited} token={props.token} locale={props.locale} />}
    </Loaded>
  );
}
