'use client';

import styles from './cells.module.css';
import { CopyButton } from './copy-button.tsx';

/** An id in full with a button to copy it. */
export function IdCell(props: { id: string }) {
  return (
    <span className={styles.id}>
      <code>{props.id}</code>
      <CopyButton text={props.id} what={props.id} />
    </span>
  );
}
