'use client';

import type { ApiKeyView } from '@signalbox/contracts';
import type { TableColumnsType } from 'antd';
import { useTranslations } from 'use-intl';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { KeyActions, type KeyActs } from './key-actions.tsx';
import { KeyRules } from './key-rules.tsx';
import { KeyState } from './key-state.tsx';
import styles from './keys.module.css';

/** The columns of the keys. */
export function useKeyColumns(acts: KeyActs): TableColumnsType<ApiKeyView> {
  const t = useTranslations();
  return [
    {
      key: 'name',
      title: t('keys.column.name'),
      render: (_, key) => (
        <>
          <strong className={styles.name}>{key.name}</strong>
          <br />
          <code className={styles.quiet}>{key.prefix}…</code>
        </>
      ),
    },
    { key: 'state', title: t('keys.column.state'), render: (_, key) => <KeyState of={key} /> },
    { key: 'rules', title: t('keys.column.rules'), render: (_, key) => <KeyRules of={key} /> },
    {
      key: 'created',
      title: t('keys.column.created'),
      render: (_, key) => <TimeCell at={key.created_at} look="day" />,
    },
    {
      key: 'used',
      title: t('keys.column.used'),
      render: (_, key) =>
        key.last_used_at === null ? (
          <span className={styles.quiet}>{t('keys.never')}</span>
        ) : (
          <TimeCell at={key.last_used_at} look="full" />
        ),
    },
    {
      key: 'actions',
      title: <span className="visually-hidden">{t('keys.column.actions')}</span>,
      align: 'right',
      render: (_, key) => <KeyActions of={key} acts={acts} />,
    },
  ];
}
