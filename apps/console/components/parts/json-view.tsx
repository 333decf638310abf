'use client';

import { CopyButton } from '#components/cells/copy-button.tsx';
import styles from './parts.module.css';
import { ScrollBox } from './scroll-box.tsx';

/** A value as indented JSON, with a copy button. */
export function JsonView(props: { value: unknown; label: string }) {
  const text = JSON.stringify(props.value, null, 2);
  return (
    <div className={styles.json}>
      <div className={styles.jsonCopy}>
        <CopyButton text={text} what={props.label} />
      </div>
      <ScrollBox label={props.label}>
        <pre>{text}</pre>
      </ScrollBox>
    </div>
  );
}
