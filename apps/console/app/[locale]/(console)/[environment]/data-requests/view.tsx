'use client';

import { Segmented } from 'antd';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'use-intl';
import styles from '#components/consent/consent.module.css';
import { PageHead } from '#components/parts/page-head.tsx';
import { usePlace } from '#components/place.tsx';
import { changeAddress } from '#url-state/change-address.ts';
import { FindPane } from './find-pane.tsx';
import { KeptPane } from './kept-pane.tsx';
import { Register } from './register.tsx';

const TABS = ['requests', 'kept'] as const;
type Tab = (typeof TABS)[number];

/** What people may ask about themselves: what is held, a copy of it, and that it is erased. */
export function DataRequestsView() {
  const t = useTranslations();
  const params = useSearchParams();
  const { environment, href } = usePlace();
  const tab: Tab = TABS.find((one) => one === params.get('tab')) ?? 'requests';
  return (
    <div className={styles.stack}>
      <PageHead
        title={t('nav.data-requests')}
        purpose={t('rights.purpose')}
        actions={
          <Segmented<Tab>
            aria-label={t('rights.tabs')}
            value={tab}
            options={TABS.map((value) => ({ value, label: t(`rights.tab.${value}`) }))}
            onChange={(value) =>
              changeAddress(`${href('data-requests')}${value === 'requests' ? '' : `?tab=${value}`}`)
            }
          />
        }
      />
      {tab === 'requests' ? (
        <>
          <FindPane key={environment} />
          <Register />
        </>
      ) : (
        <KeptPane />
      )}
    </div>
  );
}
