'use client';

import type { ApiKeyView } from '@signalbox/contracts';
import { useTranslations } from 'use-intl';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import styles from './keys.module.css';

/** What can be done with a key. */
export interface KeyActs {
  rotate: (key: ApiKeyView) => void;
  revoke: (key: ApiKeyView) => void;
}

/** The buttons of a key: a new secret while it is active, and its end. */
export function KeyActions(props: { of: ApiKeyView; acts: KeyActs }) {
  const t = useTranslations();
  const { of: key, acts } = props;
  if (key.state === 'revoked') return null;
  return (
    <span className={styles.acts}>
      {key.state === 'active' && (
        <PermittedButton
          permission="keys:write"
          size="small"
          onClick={() => acts.rotate(key)}
          aria-label={t('keys.rotateName', { name: key.name })}
        >
          {t('keys.rotate')}
        </PermittedButton>
      )}
      <PermittedButton
        permission="keys:write"
        size="small"
        onClick={() => acts.revoke(key)}
        aria-label={t('keys.revokeName', { name: key.name })}
      >
        {t('keys.revoke')}
      </PermittedButton>
    </span>
  );
}
