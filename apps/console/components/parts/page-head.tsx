import type { ReactNode } from 'react';
import styles from './parts.module.css';

/** Title, what the page is for in one line, and its main action on the right. */
export function PageHead(props: { title: ReactNode; purpose: ReactNode; actions?: ReactNode; above?: ReactNode }) {
  return (
    <div className={styles.head}>
      <div className={styles.headText}>
        {props.above !== undefined && <div className={styles.above}>{props.above}</div>}
        <h1>{props.title}</h1>
        <p>{props.purpose}</p>
      </div>
      {props.actions !== undefined && <div className={styles.headActions}>{props.actions}</div>}
    </div>
  );
}
