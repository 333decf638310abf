'use client';

import { ApiOutlined, CheckCircleOutlined, ClockCircleOutlined } from '@ant-design/icons';
import type { OverviewView } from '@signalbox/contracts';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { useSpanText } from '#components/cells/span-text.tsx';
import { usePlace } from '#components/place.tsx';
import { writeLogState } from '#url-state/log-filters.ts';
import styles from './overview.module.css';

const LANES = ['otp', 'transactional', 'marketing'] as const;
/** From this age a waiting message is worth a line, in seconds; a campaign may take its time. */
const PATIENCE_SECONDS = { otp: 10, transactional: 60, marketing: 600 };

/** What is wrong right now, worst first; one calm line when nothing is. */
export function Problems(props: { overview: OverviewView }) {
  const t = useTranslations();
  const spanText = useSpanText();
  const { href } = usePlace();
  const { providers_down: down, oldest_waiting_seconds: waiting } = props.overview;
  const late = LANES.flatMap((lane) => {
    const seconds = waiting[lane];
    return seconds !== null && seconds > PATIENCE_SECONDS[lane] ? [{ lane, seconds }] : [];
  });
  if (down.length === 0 && late.length === 0)
    return (
      <p className={styles.calm}>
        <CheckCircleOutlined aria-hidden="true" /> {t('overview.calm')}
      </p>
    );
  return (
    <ul className={styles.alerts} aria-label={t('overview.now')}>
      {down.map(({ id, name }) => (
        <li key={id}>
          <Link href={href('providers')} className={styles.alert} data-tone="bad">
            <ApiOutlined aria-hidden="true" />
            <span>{t('overview.providerDown', { name })}</span>
            <span className={styles.alertGo}>{t('overview.seeProviders')}</span>
          </Link>
        </li>
      ))}
      {late.map(({ lane, seconds }) => (
        <li key={lane}>
          <Link
            href={`${href('messages')}${writeLogState({ class: lane, state: 'queued' })}`}
            className={styles.alert}
            data-tone="warn"
          >
            <ClockCircleOutlined aria-hidden="true" />
            <span>{t('overview.waiting', { lane: t(`class.${lane}.name`), span: spanText(seconds * 1000) })}</span>
            <span className={styles.alertGo}>{t('overview.seeRows')}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
