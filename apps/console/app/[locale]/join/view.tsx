'use client';

import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useTranslations } from 'use-intl';
import { Entrance } from '#components/entrance.tsx';
import { Loaded } from '#components/parts/loaded.tsx';
import { useTRPC } from '#data/trpc.ts';
import { JoinExisting } from './existing.tsx';
import { JoinForm } from './form.tsx';

/** The page of an invitation: says to what, asks for a name and a password, and signs the person in. */
export function JoinView(props: { locale: string }) {
  const t = useTranslations();
  return (
    <Entrance
      title={t('join.title')}
      purpose={t('join.purpose')}
      // The token stands behind the hash, which only the browser knows.
      card={() => <Invitation token={location.hash.slice(1)} locale={props.locale} />}
    />
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
      {(invited) =>
        invited.has_account ? (
          <JoinExisting invited={invited} token={props.token} locale={props.locale} />
        ) : (
          <JoinForm invited={invited} token={props.token} locale={props.locale} />
        )
      }
    </Loaded>
  );
}
