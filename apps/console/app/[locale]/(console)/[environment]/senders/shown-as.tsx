'use client';

import type { ShownSender } from '@signalbox/contracts';
import { useTranslations } from 'use-intl';
import { useShownText } from '#components/message/use-shown-sender.ts';
import styles from './senders.module.css';

/** How phones show a sender, and what operators add to its texts. */
export function ShownAs({ shown }: { shown: ShownSender }) {
  const t = useTranslations();
  const textOf = useShownText();
  return (
    <span className={styles.lines}>
      <span className={styles.sender}>{textOf(shown)}</span>
      {shown.tail !== null && <span className={styles.hint}>{t('shownSender.tail', { tail: shown.tail })}</span>}
    </span>
  );
}
