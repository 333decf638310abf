import type { ReactNode } from 'react';
import styles from './parts.module.css';

/** The box a list stands in, dashed while there is nothing to list. */
export function ListBox(props: { empty?: boolean; children: ReactNode }) {
  return (
    <div className={props.empty === true ? `${styles.listBox} ${styles.emptyList}` : styles.listBox}>
      {props.children}
    </div>
  );
}
