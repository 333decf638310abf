'use client';

import type { PriceFault } from '@signalbox/contracts';
import { Button } from 'antd';
import { useTranslations } from 'use-intl';
import styles from './prices.module.css';

const FAULTS_SHOWN = 20;

/** The rows of a file that cannot be used, each with its line and cure, and all of them as a file to mend. */
export function FaultList(props: { faults: readonly PriceFault[]; errorCsv: string | null; name: string }) {
  const t = useTranslations();
  return (
    <>
      {props.faults.length > 0 && (
        <ol className={styles.faults} aria-label={t('prices.import.faults')}>
          {props.faults.slice(0, FAULTS_SHOWN).map(({ line, column, message }) => (
            <li key={`${line} ${column} ${message}`}>
              <span className={styles.quiet}>{t('prices.import.line', { line })}</span>{' '}
              {column === '' ? '' : `${column}: `}
              {message}
            </li>
          ))}
        </ol>
      )}
      {props.errorCsv !== null && (
        <Button
          href={`data:text/csv;charset=utf-8,${encodeURIComponent(props.errorCsv)}`}
          download={`faulty-${props.name}`}
        >
          {t('prices.import.errorFile')}
        </Button>
      )}
    </>
  );
}
