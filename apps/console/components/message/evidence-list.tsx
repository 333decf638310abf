'use client';

import { RightOutlined } from '@ant-design/icons';
import { useTranslations } from 'use-intl';
import { Facts } from '#components/parts/facts.tsx';
import styles from './timeline.module.css';

const printed = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : JSON.stringify(value);

/** The evidence of a step as it was stored; what the provider said is shown at once, the rest on request. */
export function EvidenceList(props: { facts: Record<string, unknown> }) {
  const t = useTranslations();
  const entries = Object.entries(props.facts).filter(
    ([, value]) => value !== null && value !== undefined && value !== '',
  );
  const raw = entries.find(([name]) => name === 'raw');
  const others = entries.filter(([name]) => name !== 'raw');
  return (
    <>
      {raw !== undefined && (
        <div className={styles.raw}>
          <span>{t('timeline.raw')}</span>
          <code>{printed(raw[1])}</code>
        </div>
      )}
      {others.length > 0 && (
        <details className={styles.evidence}>
          <summary>
            <RightOutlined aria-hidden="true" /> {t('timeline.evidence', { count: others.length })}
          </summary>
          <Facts
            tight
            items={others.map(([name, value]) => ({ name: <code>{name}</code>, value: <code>{printed(value)}</code> }))}
          />
        </details>
      )}
    </>
  );
}
