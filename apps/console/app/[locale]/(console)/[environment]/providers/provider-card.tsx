'use client';

import { EditOutlined } from '@ant-design/icons';
import type { ConnectionSnapshot, ManifestView, ProviderView } from '@signalbox/contracts';
import { Progress } from 'antd';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'use-intl';
import { useSpanText } from '#components/cells/span-text.tsx';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { usePlace } from '#components/place.tsx';
import type { Tone } from '#theme/palette.ts';
import { healthOf } from './health.ts';
import styles from './providers.module.css';

const STATE_TONE: Record<ConnectionSnapshot['state'], Tone> = {
  connecting: 'waiting',
  up: 'good',
  degraded: 'warn',
  backoff: 'bad',
  closed: 'neutral',
};
const HEALTH_TONE: Record<ReturnType<typeof healthOf>, Tone> = {
  up: 'good',
  partly: 'warn',
  down: 'bad',
  off: 'neutral',
  silent: 'doubt',
};

/** One provider: is it up, how busy is each connection, what went wrong last. */
export function ProviderCard(props: {
  provider: ProviderView;
  manifest: ManifestView | undefined;
  onEdit: () => void;
}) {
  const t = useTranslations();
  const spanText = useSpanText();
  const { href } = usePlace();
  const { provider, manifest } = props;
  const health = healthOf(provider);
  return (
    <li className={styles.card}>
      <div className={styles.cardHead}>
        <div className={styles.cardName}>
          <h2>{provider.name}</h2>
          <span>
            {manifest?.title ?? provider.protocol.toUpperCase()}
            {manifest !== undefined && ` · ${manifest.channels.map((channel) => t(`channel.${channel}`)).join(', ')}`}
          </span>
        </div>
        <ToneTag tone={HEALTH_TONE[health]} title={t(`providers.health.${health}.hint`)}>
          {t(`providers.health.${health}.name`)}
        </ToneTag>
        <PermittedButton
          permission="providers:write"
          size="small"
          icon={<EditOutlined />}
          onClick={props.onEdit}
          aria-label={t('providers.edit', { name: provider.name })}
        >
          {t('action.edit')}
        </PermittedButton>
      </div>
      {provider.connections.length === 0 ? (
        <p className={styles.quiet}>{t(provider.enabled ? 'providers.noConnections' : 'providers.switchedOff')}</p>
      ) : (
        <ul className={styles.connections}>
          {provider.connections.map((connection) => (
            <Connection key={connection.name} connection={connection} />
          ))}
        </ul>
      )}
      <div className={styles.cardFoot}>
        <Link href={href('routes')}>{t('providers.routes', { count: provider.routes })}</Link>
        <span>
          {provider.reported_seconds_ago === null
            ? t('providers.neverReported')
            : provider.reported_seconds_ago < 5
              ? t('providers.reportedNow')
              : t('providers.reported', { span: spanText(provider.reported_seconds_ago * 1000) })}
        </span>
      </div>
    </li>
  );
}

function Connection(props: { connection: ConnectionSnapshot }) {
  const t = useTranslations();
  const format = useFormatter();
  const spanText = useSpanText();
  const { name, state, sinceMs, inFlight, window, queued, submittedTotal, lastError } = props.connection;
  const isUp = state === 'up' || state === 'degraded';
  return (
    <li className={styles.connection}>
      <div className={styles.connectionLine}>
        <code>{name}</code>
        <ToneTag tone={STATE_TONE[state]}>{t(`providers.connection.${state}`)}</ToneTag>
        <span className={styles.quiet}>
          {t('providers.since', { span: spanText(Math.max(0, Date.now() - sinceMs)) })}
        </span>
        <span className={`${styles.sent} num`}>
          {t('providers.submitted', { count: format.number(submittedTotal) })}
        </span>
      </div>
      {isUp && window > 0 && (
        <div className={styles.load}>
          <Progress
            percent={(100 * inFlight) / window}
            showInfo={false}
            size={['100%', 4]}
            status="normal"
            aria-label={t('providers.window', { inFlight, window })}
          />
          <span className="num">{t('providers.window', { inFlight, window })}</span>
          {queued > 0 && <span className="num">{t('providers.queued', { count: queued })}</span>}
        </div>
      )}
      {lastError !== null && (
        <p className={styles.lastError} data-old={isUp ? true : undefined}>
          {t('providers.lastError')} {lastError}
        </p>
      )}
    </li>
  );
}
