'use client';

import Link from 'next/link';
import { Logo } from '#components/logo.tsx';
import { usePlace } from '#components/place.tsx';
import styles from './shell.module.css';

/** Mark and name; leads to the overview. */
export function Brand() {
  const { href } = usePlace();
  return (
    <Link href={href('overview')} className={styles.brand} prefetch={false}>
      <Logo />
      <span className={styles.word}>Signalbox</span>
    </Link>
  );
}
