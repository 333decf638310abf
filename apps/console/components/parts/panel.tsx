import { type ReactNode, useId } from 'react';
import styles from './parts.module.css';

/** A card of a page: heading, a word of explanation, something on the right, content. */
export function Panel(props: {
  title: ReactNode;
  hint?: ReactNode;
  extra?: ReactNode;
  children: ReactNode;
  /** Content that reaches the card's edges, such as a table. */
  flush?: boolean;
  className?: string | undefined;
}) {
  const id = useId();
  return (
    <section className={[styles.panel, props.className].filter(Boolean).join(' ')} aria-labelledby={id}>
      <div className={styles.panelHead}>
        <div>
          <h2 id={id}>{props.title}</h2>
          {props.hint !== undefined && <p>{props.hint}</p>}
        </div>
        {props.extra !== undefined && <div className={styles.panelExtra}>{props.extra}</div>}
      </div>
      <div className={props.flush === true ? styles.panelFlush : styles.panelBody}>{props.children}</div>
    </section>
  );
}
