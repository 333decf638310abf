'use client';

import type { ApiKeyView } from '@signalbox/contracts';
import { Button, type TableColumnsType } from 'antd';
import { useTranslations } from 'use-intl';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import styles from './keys.module.css';

/** Active or revoked, in words and colour. */
export function KeyState(props: { of: ApiKeyView }) {
  const t = useTranslations();
  const isRevoked = props.of.revoked_at !== null;
  return <ToneTag tone={isRevoked ? 'neutral' : 'good'}>{t(isRevoked ? 'keys.revoked' : 'keys.active')}</ToneTag>;
}

/** The columns of the keys. */
export function useKeyColumns(onRevoke: (key: ApiKeyView) => void): TableColumnsType<ApiKeyView> {
  const t = useTranslations();
  return [
    {
      key: 'name',
      title: t('keys.column.name'),
      render: (_, key) => <strong className={styles.name}>{key.name}</strong>,
    },
    { key: 'prefix', title: t('keys.column.prefix'), render: (_, key) => <code>{key.prefix}…</code> },
    { key: 'state', title: t('keys.column.state'), render: (_, key) => <KeyState of={key} /> },
    {
      key: 'created',
      title: t('keys.column.created'),
      render: (_, key) => <TimeCell at={key.created_at} look="full" />,
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
      render: (_, key) =>
        key.revoked_at === null ? (
          <Button size="small" onClick={() => onRevoke(key)} aria-label={t('keys.revokeName', { name: key.name })}>
            {t('keys.revoke')}
          </Button>
        ) : (
          <span className={styles.quiet}>
            <TimeCell at={key.revoked_at} look="full" />
          </span>
        ),
    },
  ];
}
