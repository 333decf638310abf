import type { ReactNode } from 'react';
import styles from './asked.module.css';

/** Fields of a form that belong together, under their name. */
export function Group(props: { title: string; hint?: string; children: ReactNode }) {
  return (
    <fieldset className={styles.group}>
      <legend>{props.title}</legend>
      {props.hint !== undefined && <p className={styles.hint}>{props.hint}</p>}
      {props.children}
    </fieldset>
  );
}

/** Fields beside each other where there is room. */
export function Fields(props: { children: ReactNode }) {
  return <div className={styles.fields}>{props.children}</div>;
}
