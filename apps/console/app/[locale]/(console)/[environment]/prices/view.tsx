'use client';

import { ImportOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { PageHead } from '#components/parts/page-head.tsx';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { SideDrawer } from '#components/parts/side-drawer.tsx';
import { ChangeList } from './change-list.tsx';
import { ConcentrationPanel } from './concentration-panel.tsx';
import { ImportPanel } from './import-panel.tsx';
import { LookupPanel } from './lookup-panel.tsx';
import { NetworkPanel } from './network-panel.tsx';
import { PriceList } from './price-list.tsx';
import styles from './prices.module.css';
import { QuotePanel } from './quote-panel.tsx';
import { RatePanel } from './rate-panel.tsx';
import { SubstitutionPanel } from './substitution-panel.tsx';

/** What a part costs by each route and where, by the lists of the suppliers; how lists are brought in and taken back; what currencies are worth. */
export function PricesView() {
  const t = useTranslations();
  const [importing, setImporting] = useState(false);
  const close = () => setImporting(false);
  return (
    <>
      <PageHead
        title={t('nav.prices')}
        purpose={t('prices.purpose')}
        actions={
          <PermittedButton
            permission="prices:write"
            type="primary"
            icon={<ImportOutlined />}
            onClick={() => setImporting(true)}
          >
            {t('prices.import.open')}
          </PermittedButton>
        }
      />
      <div className={styles.panels}>
        <PriceList />
        <QuotePanel />
        <div className={styles.pair}>
          <ChangeList />
          <RatePanel />
        </div>
        <SubstitutionPanel />
        <ConcentrationPanel />
        <NetworkPanel />
        <LookupPanel />
      </div>
      <SideDrawer size={860} open={importing} onClose={close} title={t('prices.import.title')}>
        {importing && <ImportPanel onDone={close} />}
      </SideDrawer>
    </>
  );
}
