import type { ReactNode } from 'react';
import styles from './parts.module.css';

/** Why there is nothing here, and what to do next. */
export function EmptyState(props: { icon?: ReactNode; title: ReactNode; text: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.empty}>
      {props.icon !== undefined && (
        <div className={styles.emptyIcon} aria-hidden="true">
          {props.icon}
        </div>
      )}
      <h3>{props.title}</h3>
      <p>{props.text}</p>
      {props.action !== undefined && <div className={styles.emptyAction}>{props.action}</div>}
    </div>
  );
}
