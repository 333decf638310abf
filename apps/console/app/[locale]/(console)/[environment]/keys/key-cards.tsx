'use client';

import type { ApiKeyView } from '@signalbox/contracts';
import { useTranslations } from 'use-intl';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { Facts } from '#components/parts/facts.tsx';
import { KeyActions, type KeyActs } from './key-actions.tsx';
import { KeyRules } from './key-rules.tsx';
import { KeyState } from './key-state.tsx';
import styles from './keys.module.css';

/** The keys on a narrow screen. */
export function KeyCards(props: { keys: readonly ApiKeyView[]; acts: KeyActs }) {
  const t = useTranslations();
  return (
    <ul>
      {props.keys.map((key) => (
        <li key={key.id} className={styles.card}>
          <strong className={styles.name}>{key.name}</strong>
          <Facts
            tight
            items={[
              { name: t('keys.column.state'), value: <KeyState of={key} /> },
              { name: t('keys.column.rules'), value: <KeyRules of={key} /> },
              { name: t('keys.column.prefix'), value: <code>{key.prefix}…</code> },
              { name: t('keys.column.created'), value: <TimeCell at={key.created_at} look="full" /> },
              {
                name: t('keys.column.used'),
                value: key.last_used_at === null ? t('keys.never') : <TimeCell at={key.last_used_at} look="full" />,
              },
            ]}
          />
          <KeyActions of={key} acts={props.acts} />
        </li>
      ))}
    </ul>
  );
}
