'use client';

import type { ImportView } from '@signalbox/contracts';
import { Progress } from 'antd';
import { useFormatter, useTranslations } from 'use-intl';
import { useSpanText } from '#components/cells/span-text.tsx';
import styles from '#components/consent/consent.module.css';
import { Panel } from '#components/parts/panel.tsx';

/** How far a file is while it is read: a bar, rows a second and the time that is left. */
export function LiveBar({ of }: { of: ImportView }) {
  const t = useTranslations();
  const format = useFormatter();
  const span = useSpanText();
  const share = of.bytes_read / Math.max(1, of.bytes);
  const ranMs = Math.max(1, Date.now() - Date.parse(of.started_at ?? of.created_at));
  const isRead = of.state !== 'undoing';
  return (
    <Panel title={t(`imports.state.${of.state}`)} hint={t('imports.mayLeave')}>
      {isRead && (
        <Progress
          percent={Math.floor(100 * share)}
          aria-label={t('imports.progress')}
          format={() => format.number(share, { style: 'percent' })}
        />
      )}
      <p className={styles.soft} role="status">
        {[
          t('imports.read', { rows: of.rows }),
          ...(isRead && of.rows > 0
            ? [
                t('imports.perSecond', { count: Math.round((1000 * of.rows) / ranMs) }),
                t('imports.left', { time: span((ranMs * (1 - share)) / Math.max(share, 0.001)) }),
              ]
            : []),
        ].join(' · ')}
      </p>
    </Panel>
  );
}
