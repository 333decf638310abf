'use client';

import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useTranslations } from 'use-intl';
import { Loaded } from '#components/parts/loaded.tsx';
import { PageHead } from '#components/parts/page-head.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { useTRPC } from '#data/trpc.ts';
import styles from './account.module.css';
import { NamePanel } from './name-panel.tsx';
import { PasskeysPanel } from './passkeys-panel.tsx';
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
            {own.signed_in_through === null ? (
              <>
                <div className={styles.pair}>
                  <NamePanel name={own.name} email={own.email} />
                  <PasswordPanel email={own.email} />
                </div>
                <SecondFactorPanel isOn={own.has_second_factor} />
                <PasskeysPanel account={own} />
              </>
            ) : (
              <Panel title={own.name} hint={own.email}>
                <p>{t('account.through', { name: own.signed_in_through })}</p>
              </Panel>
            )}
            <SessionsPanel sessions={own.sessions} />
          </div>
        )}
      </Loaded>
    </>
  );
}
