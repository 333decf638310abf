'use client';

import type { ApiKeyView } from '@signalbox/contracts';
import { Button } from 'antd';
import { useTranslations } from 'use-intl';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { Facts } from '#components/parts/facts.tsx';
import { KeyState } from './columns.tsx';
import styles from './keys.module.css';

/** The keys on a narrow screen. */
export function KeyCards(props: { keys: readonly ApiKeyView[]; onRevoke: (key: ApiKeyView) => void }) {
  const t = useTranslations();
  return (
    <ul>
      {props.keys.map((key) => (
        <li key={key.id} className={styles.card}>
          <div className={styles.cardHead}>
            <strong className={styles.name}>{key.name}</strong>
            <KeyState of={key} />
          </div>
          <Facts
            tight
            items={[
              { name: t('keys.column.prefix'), value: <code>{key.prefix}…</code> },
              { name: t('keys.column.created'), value: <TimeCell at={key.created_at} look="full" /> },
              {
                name: t('keys.column.used'),
                value: key.last_used_at === null ? t('keys.never') : <TimeCell at={key.last_used_at} look="full" />,
              },
            ]}
          />
          {key.revoked_at === null && (
            <Button
              size="small"
              onClick={() => props.onRevoke(key)}
              aria-label={t('keys.revokeName', { name: key.name })}
            >
              {t('keys.revoke')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
