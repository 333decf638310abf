'use client';

import { useTranslations } from 'use-intl';
import { PageHead } from '#components/parts/page-head.tsx';
import styles from './audit.module.css';
import { EntryLog } from './entry-log.tsx';
import { ExportButton } from './export-button.tsx';
import { useChainCheck } from './use-chain-check.tsx';

/** Who changed what, when and from where, and the proof that nothing of it was changed afterwards. */
export function AuditView() {
  const t = useTranslations();
  const check = useChainCheck();
  const actions = (
    <>
      {check.button}
      <ExportButton />
    </>
  );
  return (
    <>
      <PageHead title={t('nav.audit')} purpose={t('audit.purpose')} actions={actions} />
      <div className={styles.stack}>
        <div aria-live="polite">{check.result}</div>
        <EntryLog />
      </div>
    </>
  );
}
