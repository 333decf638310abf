'use client';

import { useTranslations } from 'use-intl';
import { CopyButton } from '#components/cells/copy-button.tsx';
import styles from './parts.module.css';

/** A text that is carried elsewhere, in whole, with a button that copies it; `shown` is how people read it. */
export function CodeToCopy(props: { text: string; what: string; shown?: string }) {
  const t = useTranslations();
  return (
    <div className={styles.toCopy}>
      <code>{props.shown ?? props.text}</code>
      <CopyButton text={props.text} what={props.what} type="default">
        {t('action.copy')}
      </CopyButton>
    </div>
  );
}
