'use client';

import type { ApiKeyView } from '@signalbox/contracts';
import { useFormatter, useNow, useTranslations } from 'use-intl';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import styles from './keys.module.css';

const SOON_MS = 14 * 86_400_000;
const TONES = { active: 'good', expired: 'warn', revoked: 'neutral' } as const;

/** Active, expired or revoked in words and colour; when it ends, and until when the secret before the last rotation works. */
export function KeyState(props: { of: ApiKeyView }) {
  const t = useTranslations();
  const format = useFormatter();
  const now = useNow({ updateInterval: 60_000 });
  const { state, expires_at: end, revoked_at: revoked, previous_until: previous } = props.of;
  const endsSoon = state === 'active' && end !== null && Date.parse(end) - now.getTime() < SOON_MS;
  return (
    <div className={styles.stack}>
      <ToneTag tone={endsSoon ? 'warn' : TONES[state]}>{t(`keys.state.${state}`)}</ToneTag>
      {state === 'active' && end !== null && (
        <span className={styles.quiet}>
          {t('keys.expires', { when: format.relativeTime(new Date(end), now) })} (<TimeCell at={end} look="day" />)
        </span>
      )}
      {state === 'expired' && end !== null && (
        <span className={styles.quiet}>
          <TimeCell at={end} look="day" />
        </span>
      )}
      {state === 'revoked' && revoked !== null && (
        <span className={styles.quiet}>
          <TimeCell at={revoked} look="full" />
        </span>
      )}
      {state === 'active' && previous !== null && (
        <span className={styles.quiet}>
          {t('keys.previousUntil')} <TimeCell at={previous} look="full" />
        </span>
      )}
    </div>
  );
}
