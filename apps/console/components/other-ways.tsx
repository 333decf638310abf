'use client';

import { KeyOutlined, LoginOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Divider } from 'antd';
import { useEffect, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { type AuthFailure, callAuth } from '#data/auth-call.ts';
import { passkeysHere, signInWithPasskey } from '#data/passkey.ts';
import { useTRPC, useTRPCClient } from '#data/trpc.ts';
import { isLocale } from '#i18n/locales.ts';

/** Where a sign-in through a provider leads: to a page in place of this one, or past it in another tab, so that what was typed here stays. */
export type SignOnPlace = { next: string } | 'other_tab';

/** The ways to sign in without a password of this house: a passkey, and the identity providers of organisations. */
export function OtherWays(props: {
  place: SignOnPlace;
  onSignedIn: () => void;
  onFailure: (failure: AuthFailure | undefined) => void;
}) {
  const t = useTranslations();
  const trpc = useTRPC();
  const ways = useQuery({ ...trpc.signIn.ways.queryOptions(), staleTime: 60_000 });
  const [busy, setBusy] = useState(false);
  const [waits, setWaits] = useState(false);
  const begin = useSignOn(props.place, () => setWaits(true));

  const run = async (way: () => Promise<AuthFailure | undefined>) => {
    setBusy(true);
    props.onFailure(undefined);
    const failure = await way();
    if (failure !== undefined) props.onFailure(failure);
    setBusy(false);
  };
  const usePasskey = () =>
    run(async () => {
      const outcome = await signInWithPasskey();
      if (outcome !== 'done') return outcome;
      props.onSignedIn();
      return undefined;
    });

  const hasPasskeys = ways.data !== undefined && passkeysHere(ways.data.passkeys_at) === 'here';
  const providers = ways.data?.single_sign_on ?? [];
  if (!hasPasskeys && providers.length === 0) return null;
  return (
    <>
      <Divider plain style={{ marginBlock: 16 }}>
        {t('signIn.or')}
      </Divider>
      <div style={{ display: 'grid', gap: 8 }}>
        {hasPasskeys && (
          <Button size="large" block icon={<KeyOutlined />} disabled={busy} onClick={usePasskey}>
            {t('signIn.passkey')}
          </Button>
        )}
        {providers.map(({ organisation_id, name }) => (
          <Button
            key={organisation_id}
            size="large"
            block
            icon={<LoginOutlined />}
            disabled={busy}
            onClick={() => run(() => begin(organisation_id))}
          >
            {t('signIn.through', { name })}
          </Button>
        ))}
      </div>
      {waits && <OtherTab onSignedIn={props.onSignedIn} />}
    </>
  );
}

/** Waits for a sign-in in another tab: whoever comes back to this one signed in goes on here. */
function OtherTab({ onSignedIn }: { onSignedIn: () => void }) {
  const t = useTranslations();
  const client = useTRPCClient();
  useEffect(() => {
    const look = () => void client.session.me.query().then(onSignedIn, () => undefined);
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, [client, onSignedIn]);
  return (
    <p role="status" style={{ marginTop: 12, color: 'var(--sb-text-soft)' }}>
      {t('signIn.otherTab')}
    </p>
  );
}

/** Begins a sign-in through the provider of an organisation; gives the reason when it did not begin. */
export function useSignOn(place: SignOnPlace, onOtherTab: () => void = () => undefined) {
  const locale = useLocale();
  return async (organisation_id: string): Promise<AuthFailure | undefined> => {
    // Opened before anything is waited for, or the browser takes it for a pop-up nobody asked for.
    const tab = place === 'other_tab' ? window.open('about:blank', '_blank') : undefined;
    const next = place === 'other_tab' ? `/${locale}/signed-in` : place.next;
    const known = isLocale(locale) ? locale : 'en';
    const outcome = await callAuth<{ url: string }>('single-sign-on', { organisation_id, locale: known, next });
    if (!outcome.done) {
      tab?.close();
      return outcome.failure;
    }
    if (tab) {
      tab.location.assign(outcome.answer.url);
      onOtherTab();
    } else {
      location.assign(outcome.answer.url);
    }
    return undefined;
  };
}
