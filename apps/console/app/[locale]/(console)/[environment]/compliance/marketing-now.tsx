'use client';

import type { MarketingNow } from '@signalbox/contracts';
import { useTranslations } from 'use-intl';
import { TimeCell } from '#components/cells/time-cell.tsx';
import styles from './compliance.module.css';

/** Whether marketing by text goes to a country now, and until when that holds. */
export function MarketingNowText({ now }: { now: MarketingNow | null }) {
  const t = useTranslations();
  if (now === null) return <span className={styles.quiet}>{t('compliance.noHours')}</span>;
  return (
    <span className={styles.now} data-open={now.open}>
      {t(now.open ? 'compliance.openNow' : 'compliance.closedNow')}
      {now.until !== null && (
        <>
          {' '}
          {t('compliance.until')} <TimeCell at={now.until} look="minute" />
        </>
      )}
    </span>
  );
}
