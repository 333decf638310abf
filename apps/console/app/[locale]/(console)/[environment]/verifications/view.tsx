'use client';

import { Segmented } from 'antd';
import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { PageHead } from '#components/parts/page-head.tsx';
import { usePlace } from '#components/place.tsx';
import { changeAddress } from '#url-state/change-address.ts';
import { CodesPane } from './codes-pane.tsx';
import { PrefixesPane } from './prefixes-pane.tsx';
import { RulesPane } from './rules-pane.tsx';
import styles from './verifications.module.css';

const TABS = ['codes', 'prefixes', 'rules'] as const;
type Tab = (typeof TABS)[number];

/** Codes on their way to people and back, and what keeps others from living off them. */
export function VerificationsView() {
  const t = useTranslations();
  const params = useSearchParams();
  const { environment, href, hrefIn } = usePlace();
  const tab: Tab = TABS.find((one) => one === params.get('tab')) ?? 'codes';
  return (
    <>
      <PageHead
        title={t('nav.verifications')}
        purpose={t('verifications.purpose')}
        actions={
          <span className={styles.headActions}>
            {environment === 'live' && (
              <Link href={hrefIn('sandbox', 'verifications')}>{t('verifications.tryInSandbox')}</Link>
            )}
            <Segmented<Tab>
              aria-label={t('fraud.tabs')}
              value={tab}
              options={TABS.map((value) => ({ value, label: t(`fraud.tab.${value}`) }))}
              onChange={(value) => changeAddress(`${href('verifications')}${value === 'codes' ? '' : `?tab=${value}`}`)}
            />
          </span>
        }
      />
      {tab === 'codes' && <CodesPane />}
      {tab === 'prefixes' && <PrefixesPane key={environment} />}
      {tab === 'rules' && <RulesPane />}
    </>
  );
}
