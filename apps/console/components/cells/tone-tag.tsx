import type { ReactNode } from 'react';
import type { Tone } from '#theme/palette.ts';
import styles from './cells.module.css';

/** A short word with an icon on the soft ground of its tone. */
export function ToneTag(props: { tone: Tone; icon?: ReactNode; children: ReactNode; title?: string }) {
  return (
    <span className={styles.tag} data-tone={props.tone} title={props.title}>
      {props.icon !== undefined && (
        <span className={styles.tagIcon} aria-hidden="true">
          {props.icon}
        </span>
      )}
      <span className={styles.tagText}>{props.children}</span>
    </span>
  );
}
