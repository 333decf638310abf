'use client';

import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { Loaded } from '#components/parts/loaded.tsx';
import { PageHead } from '#components/parts/page-head.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import { ConversionTable, FigureRow } from './figures.tsx';
import { TryCode } from './try-code.tsx';
import { VerificationList } from './verification-list.tsx';
import styles from './verifications.module.css';

// Counting a day takes longer than reading a page of rows: it is looked at less often.
const REFRESH_MS = 15_000;

/** Codes on their way to people and back: how many came, by which route, and in the sandbox a place to try one. */
export function VerificationsView() {
  const t = useTranslations();
  const trpc = useTRPC();
  const { environment, hrefIn } = usePlace();
  const figures = useQuery({
    ...trpc.verifications.figures.queryOptions({ environment }),
    refetchInterval: REFRESH_MS,
  });
  const isSandbox = environment === 'sandbox';
  return (
    <>
      <PageHead
        title={t('nav.verifications')}
        purpose={t('verifications.purpose')}
        actions={
          isSandbox ? undefined : (
            <Link href={hrefIn('sandbox', 'verifications')}>{t('verifications.tryInSandbox')}</Link>
          )
        }
      />
      <div className={styles.stack}>
        <Loaded query={figures} skeleton={<Skeleton active paragraph={{ rows: 2 }} title={false} />}>
          {(counted) => <FigureRow figures={counted} />}
        </Loaded>
        <div className={isSandbox ? styles.pair : styles.stack}>
          {isSandbox && <TryCode />}
          <Panel title={t('verifications.byRoute')} hint={t('verifications.byRouteHint')}>
            <Loaded query={figures}>{(counted) => <ConversionTable rows={counted.routes} />}</Loaded>
          </Panel>
        </div>
        <VerificationList key={environment} />
      </div>
    </>
  );
}
