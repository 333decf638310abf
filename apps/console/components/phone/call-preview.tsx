'use client';

import { useLocale, useTranslations } from 'use-intl';
import styles from './phone.module.css';

/** What a call says, in words, and the language it is spoken in. */
export function CallPreview(props: { from: string | null; text: string; locale: string }) {
  const t = useTranslations();
  const names = new Intl.DisplayNames([useLocale()], { type: 'language' });
  return (
    <div className={styles.screen}>
      <div className={styles.sender}>{props.from ?? t('phone.defaultCaller')}</div>
      {props.text === '' ? (
        <p className={styles.placeholder}>{t('phone.nothingSaid')}</p>
      ) : (
        <>
          <div className={styles.bubble} lang={props.locale}>
            {props.text}
          </div>
          <div className={styles.meta}>{t('phone.spokenIn', { language: names.of(props.locale) ?? props.locale })}</div>
        </>
      )}
    </div>
  );
}
