'use client';

import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { Loaded } from '#components/parts/loaded.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import { changeAddress } from '#url-state/change-address.ts';
import { ConversionTable, FigureRow } from './figures.tsx';
import { TryCode } from './try-code.tsx';
import { VerificationDrawer } from './verification-drawer.tsx';
import { VerificationList } from './verification-list.tsx';
import styles from './verifications.module.css';

// Counting a day takes longer than reading a page of rows: it is looked at less often.
const REFRESH_MS = 15_000;

/** How codes did, each of them, and in the sandbox a place to try one. */
export function CodesPane() {
  const t = useTranslations();
  const trpc = useTRPC();
  const params = useSearchParams();
  const { environment, href } = usePlace();
  const figures = useQuery({
    ...trpc.verifications.figures.queryOptions({ environment }),
    refetchInterval: REFRESH_MS,
  });
  const isSandbox = environment === 'sandbox';
  const open = (id: string | null) =>
    changeAddress(`${href('verifications')}${id === null ? '' : `?id=${encodeURIComponent(id)}`}`);
  return (
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
      <VerificationList key={environment} onOpen={open} />
      <VerificationDrawer id={params.get('id')} onClose={() => open(null)} />
    </div>
  );
}
