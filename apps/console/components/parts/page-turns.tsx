import { Button } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import styles from './parts.module.css';

/** Where somebody is in a list that is read a page at a time, the newest first. */
export interface Pages {
  /** Where this page begins; undefined on the first. */
  cursor: string | undefined;
  older(next: string): void;
  newer(): void;
  /** Back to the first page, as when the list is another one. */
  restart(): void;
}

export function usePages(): Pages {
  /** Where each page before this one began; empty on the first. */
  const [cursors, setCursors] = useState<readonly string[]>([]);
  return {
    cursor: cursors.at(-1),
    older: (next) => setCursors([...cursors, next]),
    newer: () => setCursors(cursors.slice(0, -1)),
    restart: () => setCursors([]),
  };
}

/** The ways to the pages beside this one; nothing where there is but one. */
export function PageTurns({ pages, next }: { pages: Pages; next: string | null }) {
  const t = useTranslations();
  const isFirst = pages.cursor === undefined;
  if (isFirst && next === null) return null;
  return (
    <div className={styles.turns}>
      <Button disabled={isFirst} onClick={pages.newer}>
        {t('verifications.newer')}
      </Button>
      <Button disabled={next === null} onClick={() => next !== null && pages.older(next)}>
        {t('verifications.older')}
      </Button>
    </div>
  );
}
