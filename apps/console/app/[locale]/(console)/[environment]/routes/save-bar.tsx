'use client';

import { Button } from 'antd';
import { useTranslations } from 'use-intl';
import { SectionError } from '#components/parts/section-error.tsx';
import styles from './routes.module.css';
import type { Weights } from './use-weights.ts';

/** What is changed and not yet in force; stays at the bottom of the window until saved or discarded. */
export function SaveBar(props: { weights: Weights }) {
  const t = useTranslations();
  const { changed, save, discard, isSaving, error } = props.weights;
  if (changed.length === 0) return null;
  return (
    <section className={styles.saveBar} aria-label={t('routes.unsaved', { count: changed.length })}>
      {error !== null && <SectionError error={error} />}
      <div className={styles.saveLine}>
        <span className={styles.saveText}>
          <strong>{t('routes.unsaved', { count: changed.length })}</strong> {t('routes.unsavedHint')}
        </span>
        <Button onClick={discard}>{t('action.discard')}</Button>
        <Button type="primary" onClick={save} loading={isSaving}>
          {t('routes.saveWeights')}
        </Button>
      </div>
    </section>
  );
}
