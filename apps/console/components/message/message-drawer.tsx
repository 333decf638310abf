'use client';

import styles from './message.module.css';
import { MessageBody } from './message-body.tsx';

/** The message beside the log: one column. */
export function MessageDrawer(props: { id: string }) {
  return (
    <div className={styles.drawer}>
      <MessageBody id={props.id} layout="drawer" />
    </div>
  );
}
