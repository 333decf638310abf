'use client';

import type { ReadingView } from '@signalbox/contracts';
import { useTranslations } from 'use-intl';
import styles from './compliance.module.css';

/** Who says so, by what they are: a law weighs more than a provider, and a choice of ours is called one. */
export function Sources({ sources }: Pick<ReadingView, 'sources'>) {
  const t = useTranslations();
  return (
    <ul className={styles.sources}>
      {[...Map.groupBy(sources, ({ kind }) => kind)].map(([kind, ofKind]) => (
        <li key={kind}>
          <span data-kind={kind}>{t(`compliance.source.${kind}`)}:</span>{' '}
          <span lang="en">{ofKind.map(({ title }) => title).join(' · ')}</span>
        </li>
      ))}
    </ul>
  );
}
