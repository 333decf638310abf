'use client';

import type { RouteAlertView } from '@signalbox/contracts';
import { useTranslations } from 'use-intl';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { useCountryName } from '#components/parts/use-country-name.ts';
import { AlertMail } from './alert-mail.tsx';
import styles from './health.module.css';

/** What stands, and what ended in the last day. */
export function AlertList(props: { alerts: readonly RouteAlertView[] }) {
  const t = useTranslations();
  const countryName = useCountryName();
  return (
    <Panel title={t('health.alerts')} hint={t('health.alertsHint')}>
      {props.alerts.length === 0 ? (
        <p className={styles.quiet}>{t('health.noAlerts')}</p>
      ) : (
        <ul className={styles.alerts}>
          {props.alerts.map((alert) => (
            <li key={alert.id} className={styles.alert}>
              <ToneTag tone={alert.ended_at === null ? 'bad' : 'neutral'}>
                {t(alert.ended_at === null ? 'health.stands' : 'health.ended')}
              </ToneTag>
              <span className={styles.alertText}>
                <strong>{alert.route_name}</strong>
                {': '}
                {t(`health.alert.${alert.kind}`)}
                {' · '}
                {alert.country === null ? t('health.wholeRoute') : countryName(alert.country)}
              </span>
              <span className={styles.quiet}>
                <TimeCell at={alert.started_at} />
                {alert.ended_at !== null && (
                  <>
                    {' – '}
                    <TimeCell at={alert.ended_at} />
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      <AlertMail />
    </Panel>
  );
}
