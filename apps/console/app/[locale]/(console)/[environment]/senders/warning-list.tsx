'use client';

import type { SenderView } from '@signalbox/contracts';
import { Alert } from 'antd';
import { useTranslations } from 'use-intl';
import { useCountryName } from '#components/parts/use-country-name.ts';
import styles from './senders.module.css';

const SHOWN = 8;

/** What expires or falls idle soon, the soonest first; nothing when nothing does. */
export function WarningList({ rows }: { rows: readonly SenderView[] }) {
  const t = useTranslations();
  const nameOf = useCountryName();
  const warnings = rows
    .flatMap((row) => row.warnings.map((warning) => ({ row, warning })))
    .sort((one, other) => one.warning.days_left - other.warning.days_left);
  if (warnings.length === 0) return null;
  const countryOf = (country: string) => (country === 'default' ? t('senders.everywhere') : nameOf(country));
  return (
    <Alert
      type="warning"
      showIcon
      title={t('senders.warnings', { count: warnings.length })}
      description={
        <ul className={styles.warnings}>
          {warnings.slice(0, SHOWN).map(({ row, warning: { code, on, days_left: days } }) => (
            <li key={`${row.id} ${code}`}>
              {t(`senders.warning.${code}`, {
                sender: row.sender,
                country: countryOf(row.country),
                day: on,
                days: Math.max(0, days),
              })}
            </li>
          ))}
        </ul>
      }
    />
  );
}
