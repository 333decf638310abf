'use client';

import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useTranslations } from 'use-intl';
import { Loaded } from '#components/parts/loaded.tsx';
import { PageHead } from '#components/parts/page-head.tsx';
import { useTRPC } from '#data/trpc.ts';
import styles from './account.module.css';
import { NamePanel } from './name-panel.tsx';
import { PasswordPanel } from './password-panel.tsx';
import { SecondFactorPanel } from './second-factor-panel.tsx';
import { SessionsPanel } from './sessions-panel.tsx';

/** The own account: name, password, second factor, and where one is signed in. */
export function AccountView() {
  const t = useTranslations();
  const trpc = useTRPC();
  const account = useQuery(trpc.account.read.queryOptions());
  return (
    <>
      <PageHead title={t('nav.account')} purpose={t('account.purpose')} />
      <Loaded query={account} skeleton={<Skeleton active paragraph={{ rows: 10 }} />}>
        {(own) => (
          <div className={styles.panels}>
            <div className={styles.pair}>
              <NamePanel name={own.name} email={own.email} />
              <PasswordPanel email={own.email} />
            </div>
            <SecondFactorPanel isOn={own.has_second_factor} />
            <SessionsPanel sessions={own.sessions} />
          </div>
        )}
      </Loaded>
    </>
  );
}
