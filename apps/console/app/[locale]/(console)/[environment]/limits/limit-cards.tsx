'use client';

import type { RateLimitView } from '@signalbox/contracts';
import { useFormatter, useTranslations } from 'use-intl';
import { Facts } from '#components/parts/facts.tsx';
import { type LimitActions, LimitButtons } from './columns.tsx';
import styles from './limits.module.css';
import { useSubject } from './subject.tsx';

/** The limits on a narrow screen. */
export function LimitCards({ limits, ...actions }: LimitActions & { limits: readonly RateLimitView[] }) {
  const t = useTranslations();
  const format = useFormatter();
  const subjectOf = useSubject();
  return (
    <ul>
      {limits.map((limit) => (
        <li key={limit.id} className={styles.card}>
          <strong className={styles.name}>{subjectOf(limit)}</strong>
          <Facts
            tight
            items={[
              {
                name: t('limits.column.rate'),
                value: format.number(limit.per_second, { maximumFractionDigits: 2 }),
              },
              { name: t('limits.column.burst'), value: format.number(limit.burst) },
            ]}
          />
          <LimitButtons limit={limit} {...actions} />
        </li>
      ))}
    </ul>
  );
}
