'use client';

import { type ReactNode, useSyncExternalStore } from 'react';
import styles from './parts.module.css';

const never = () => () => undefined;

/** False in the page's first answer and until the browser has taken it over, then true. */
export function useIsAlive(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

/**
 * Fields that came with the page's first answer take no input until the page is alive: what somebody typed before that
 * would be lost.
 */
export function WhenReady(props: { children: ReactNode; className?: string | undefined }) {
  const isAlive = useIsAlive();
  return (
    <fieldset disabled={!isAlive} className={[styles.ready, props.className].filter(Boolean).join(' ')}>
      {props.children}
    </fieldset>
  );
}
