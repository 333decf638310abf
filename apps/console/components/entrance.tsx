'use client';

import type { ReactNode } from 'react';
import styles from './entrance.module.css';
import { Logo } from './logo.tsx';
import { useIsAlive } from './parts/when-ready.tsx';

/** A page for whoever is not signed in: the name of the house, what the page is for, and a card, drawn once the page is alive in the browser. */
export function Entrance(props: { title: string; purpose: string; card: () => ReactNode; below?: ReactNode }) {
  const isAlive = useIsAlive();
  return (
    <main className={styles.page} id="content">
      <div className={styles.column}>
        <div className={styles.brand}>
          <Logo size={40} />
          <h1>{props.title}</h1>
          <p>{props.purpose}</p>
        </div>
        <div className={styles.card}>{isAlive ? props.card() : <div className={styles.coming} />}</div>
        {props.below}
      </div>
    </main>
  );
}
