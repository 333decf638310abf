'use client';

import { useQuery } from '@tanstack/react-query';
import { Alert, Skeleton } from 'antd';
import { useFormatter, useTranslations } from 'use-intl';
import { Loaded } from '#components/parts/loaded.tsx';
import { PageHead } from '#components/parts/page-head.tsx';
import { useTRPC } from '#data/trpc.ts';
import { SecondFactorRule } from './second-factor-rule.tsx';
import styles from './security.module.css';
import { SignOnPanel } from './sign-on-panel.tsx';

/** How people of the organisation sign in: whether with a second factor, and through which identity provider. */
export function SecurityView() {
  const t = useTranslations();
  const format = useFormatter();
  const trpc = useTRPC();
  const rules = useQuery(trpc.signIn.rules.queryOptions());
  return (
    <>
      <PageHead title={t('nav.security')} purpose={t('security.purpose')} />
      <Loaded query={rules} skeleton={<Skeleton active paragraph={{ rows: 8 }} />}>
        {(found) => (
          <div className={styles.panels}>
            {found.not_owned.length > 0 && (
              <Alert
                type="info"
                showIcon
                title={t('security.notAll', {
                  organisation: found.organisation.name,
                  workspaces: format.list(found.not_owned),
                })}
              />
            )}
            <SecondFactorRule rules={found} />
            <SignOnPanel rules={found} />
          </div>
        )}
      </Loaded>
    </>
  );
}
