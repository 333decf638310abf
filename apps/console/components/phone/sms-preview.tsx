'use client';

import type { SegmentedText } from '@signalbox/core/content';
import { useTranslations } from 'use-intl';
import styles from './phone.module.css';

/** A text as a phone shows it, with a thin line where one part ends and the next begins; without parts where they are not known. */
export function SmsPreview(props: { from: string | null; text: string; segmented: SegmentedText | null }) {
  const t = useTranslations();
  const { parts = [{ text: props.text }], encoding } = props.segmented ?? {};
  return (
    <div className={styles.screen}>
      <div className={styles.sender}>{props.from ?? t('phone.defaultSender')}</div>
      {props.text === '' ? (
        <p className={styles.placeholder}>{t('phone.nothingYet')}</p>
      ) : (
        <>
          <div className={styles.bubble}>
            {parts.map((part, index) => (
              <span
                key={index}
                className={styles.part}
                title={t('phone.part', { part: index + 1, parts: parts.length })}
              >
                {part.text}
              </span>
            ))}
          </div>
          {encoding !== undefined && (
            <div className={styles.meta}>
              {t('phone.parts', { count: parts.length })} · {t(`phone.encoding.${encoding}`)}
            </div>
          )}
        </>
      )}
    </div>
  );
}
