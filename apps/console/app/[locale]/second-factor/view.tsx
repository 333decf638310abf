'use client';

import type { SecondFactorNeed, SessionView } from '@signalbox/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useParams } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { AuthAlert } from '#components/auth-alert.tsx';
import { Entrance } from '#components/entrance.tsx';
import { AddPasskey } from '#components/factor/add-passkey.tsx';
import styles from '#components/factor/factor.module.css';
import { SetUpSecondFactor } from '#components/factor/set-up-second-factor.tsx';
import { type AuthFailure, signOut } from '#data/auth-call.ts';
import { passkeysHere, signInWithPasskey } from '#data/passkey.ts';
import { useTRPC } from '#data/trpc.ts';

/** What stands before every page where the organisation requires a second factor: set one up, or prove the one there is. */
export function SecondFactorView(props: { next: string; session: SessionView; need: SecondFactorNeed }) {
  const t = useTranslations();
  const { session, need } = props;
  return (
    <Entrance
      title={t('secondFactor.title')}
      purpose={t(`secondFactor.why.${need}`, { workspace: session.workspace.name })}
      // A full load, so that the server decides with the new cookie.
      card={() =>
        need === 'set_up' ? (
          <SetUp onDone={() => location.assign(props.next)} />
        ) : (
          <Prove withPasskey={need === 'prove'} onDone={() => location.assign(props.next)} />
        )
      }
      below={<OtherPlaces session={session} />}
    />
  );
}

function SetUp(props: { onDone: () => void }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const ways = useQuery({ ...trpc.signIn.ways.queryOptions(), staleTime: 60_000 });
  const [way, setWay] = useState<'app' | 'passkey'>();
  const back = () => setWay(undefined);
  if (way === 'app') return <SetUpSecondFactor onDone={props.onDone} onCancel={back} />;
  if (way === 'passkey') return <AddPasskey onDone={props.onDone} onCancel={back} />;
  const at = ways.data?.passkeys_at ?? null;
  const here = ways.data === undefined ? 'never' : passkeysHere(at);
  return (
    <div className={styles.choice}>
      <Button size="large" type="primary" block onClick={() => setWay('app')}>
        {t('secondFactor.useApp')}
      </Button>
      {here === 'here' && (
        <Button size="large" block onClick={() => setWay('passkey')}>
          {t('secondFactor.usePasskey')}
        </Button>
      )}
      <p className={styles.small}>{t('secondFactor.hint')}</p>
      {here === 'elsewhere' && <p className={styles.small}>{t('passkey.elsewhere', { address: at ?? '' })}</p>}
    </div>
  );
}

function Prove(props: { withPasskey: boolean; onDone: () => void }) {
  const t = useTranslations();
  const { locale } = useParams<{ locale: string }>();
  const [failure, setFailure] = useState<AuthFailure>();
  const [busy, setBusy] = useState(false);
  const usePasskey = async () => {
    setBusy(true);
    const outcome = await signInWithPasskey();
    setBusy(false);
    if (outcome === 'done') props.onDone();
    else setFailure(outcome);
  };
  const again = async () => {
    await signOut();
    location.assign(`/${locale}/sign-in`);
  };
  return (
    <div className={styles.choice}>
      <AuthAlert failure={failure} />
      {props.withPasskey && (
        <Button size="large" type="primary" block loading={busy} onClick={usePasskey}>
          {t('signIn.passkey')}
        </Button>
      )}
      <Button size="large" type={props.withPasskey ? 'default' : 'primary'} block onClick={again}>
        {t('secondFactor.signInAgain')}
      </Button>
    </div>
  );
}

/** The way out, and into workspaces that may ask for less. */
function OtherPlaces({ session }: { session: SessionView }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const { locale } = useParams<{ locale: string }>();
  const go = useMutation(trpc.session.switch.mutationOptions({ onSuccess: () => location.assign(`/${locale}`) }));
  const leave = async () => {
    await signOut();
    location.assign(`/${locale}/sign-in`);
  };
  return (
    <div className={styles.places}>
      {session.workspaces
        .filter(({ id }) => id !== session.workspace.id)
        .slice(0, 5)
        .map(({ id, name, organisation }) => (
          <Button key={id} type="link" onClick={() => go.mutate({ id })}>
            {t('secondFactor.goTo', { workspace: name, organisation })}
          </Button>
        ))}
      <Button type="link" onClick={leave}>
        {t('shell.signOut')}
      </Button>
    </div>
  );
}
