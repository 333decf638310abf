'use client';

import type { OpenInvitationView } from '@signalbox/contracts';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslations } from 'use-intl';
import { SectionError } from '#components/parts/section-error.tsx';
import { SignInForm } from '#components/sign-in-form.tsx';
import { problemOf } from '#data/problem.ts';
import { useTRPC } from '#data/trpc.ts';
import styles from './join.module.css';

/** Somebody with an account takes the invitation: at once when signed in as its person, after signing in otherwise. */
export function JoinExisting(props: { invited: OpenInvitationView; token: string; locale: string }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const { invited, token, locale } = props;
  const { email } = invited;
  const join = useMutation(
    trpc.invitations.join.mutationOptions({
      // A full load, so that the server decides with the session as it is now.
      onSuccess: () => location.assign(`/${locale}`),
    }),
  );
  const code = join.error === null ? undefined : problemOf(join.error).code;
  const mustSignIn = code === 'unauthenticated' || code === 'forbidden';
  return (
    <>
      {join.error !== null && !mustSignIn && <SectionError error={join.error} />}
      <p className={styles.lead}>
        {t('join.invited', { workspace: invited.workspace, role: t(`role.${invited.role}.name`) })}
      </p>
      {mustSignIn ? (
        <>
          <p className={styles.lead} role="status">
            {t(code === 'forbidden' ? 'join.otherAccount' : 'join.signInFirst', { email })}
          </p>
          {/* Whoever comes back from the provider of the organisation has taken the invitation already. */}
          <SignInForm initial={{ email }} place={{ next: `/${locale}` }} onSignedIn={() => join.mutate({ token })} />
        </>
      ) : (
        <>
          <p className={styles.lead}>{t('join.existing', { email })}</p>
          <Button
            type="primary"
            size="large"
            block
            loading={join.isPending || join.isSuccess}
            onClick={() => join.mutate({ token })}
          >
            {t('join.submit')}
          </Button>
        </>
      )}
    </>
  );
}
