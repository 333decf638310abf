'use client';

import type { DltMark } from '@signalbox/contracts';
import { useTranslations } from 'use-intl';
import { valuesOf } from './aligned-text.tsx';
import styles from './dlt.module.css';

/** Each mark in words: where it is, and what to do. */
export function MarkList({ marks }: { marks: readonly DltMark[] }) {
  const t = useTranslations();
  if (marks.length === 0) return null;
  return (
    <ol className={styles.marks}>
      {marks.map((mark) => (
        <li key={`${mark.start} ${mark.end} ${mark.kind} ${mark.expected}`}>
          <span className={styles.soft}>{t('dlt.check.place', { line: mark.line, code: mark.operator_code })}</span>{' '}
          {t(`dlt.mark.${mark.kind}`, valuesOf(mark))}
        </li>
      ))}
    </ol>
  );
}
