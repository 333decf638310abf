import { Fragment, type ReactNode } from 'react';
import styles from './parts.module.css';

/** Names and values in two columns. */
export function Facts(props: { items: readonly { name: ReactNode; value: ReactNode }[]; tight?: boolean }) {
  return (
    <dl className={styles.facts} data-tight={props.tight === true ? true : undefined}>
      {props.items.map((item, index) => (
        <Fragment key={index}>
          <dt>{item.name}</dt>
          <dd>{item.value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
