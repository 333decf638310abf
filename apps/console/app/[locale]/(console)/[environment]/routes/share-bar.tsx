import styles from './share-bar.module.css';
import { toneAt } from './share-tones.ts';

/** How traffic falls to routes, each in its colour; a row of figures beside it says the same. Shares from 0 to 1. */
export function ShareBar({ shares }: { shares: readonly { id: string; share: number }[] }) {
  return (
    <div className={styles.bar} aria-hidden="true">
      {shares.map(({ id, share }, index) => (
        <span key={id} style={{ width: `${100 * share}%`, background: `var(--sb-${toneAt(index)}-solid)` }} />
      ))}
    </div>
  );
}
