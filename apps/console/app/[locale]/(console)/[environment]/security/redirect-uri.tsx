'use client';

import { useTranslations } from 'use-intl';
import { CopyButton } from '#components/cells/copy-button.tsx';
import styles from './security.module.css';

/** Where the provider sends people back to, to be copied into its settings. */
export function RedirectUri({ address }: { address: string }) {
  const t = useTranslations();
  return (
    <div className={styles.address}>
      <code>{address}</code>
      <CopyButton text={address} what={t('security.redirectUri')} />
    </div>
  );
}
