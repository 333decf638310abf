'use client';

import type { ImportView } from '@signalbox/contracts';
import { useFormatter, useTranslations } from 'use-intl';
import { TimeCell } from '#components/cells/time-cell.tsx';
import styles from '#components/consent/consent.module.css';
import { Facts } from '#components/parts/facts.tsx';
import { Panel } from '#components/parts/panel.tsx';

const COUNTS = ['added', 'known', 'repeated', 'withdrawn_since', 'refused'] as const;

/** What became of the rows: each is counted once, and the refused ones say why. */
export function ImportResult({ of }: { of: ImportView }) {
  const t = useTranslations();
  const format = useFormatter();
  const isCheck = of.state === 'checking' || of.state === 'checked';
  const shown = isCheck ? (['added', 'repeated', 'refused'] as const) : COUNTS;
  const known = (code: string): code is Parameters<typeof t.has>[0] & string =>
    t.has(`imports.reason.${code}` as never);
  return (
    <>
      <Panel
        title={t('imports.result')}
        hint={isCheck ? t('imports.checkedHint') : t('imports.resultHint', { rows: of.rows })}
      >
        <Facts
          items={[
            ...shown.map((kind) => ({
              name: t(isCheck && kind === 'added' ? 'imports.right' : `imports.count.${kind}`),
              value: format.number(of.counts[kind]),
            })),
            { name: t('imports.fixed'), value: format.number(of.fixed) },
            ...(of.undo_until === null
              ? []
              : [{ name: t('imports.undoUntil'), value: <TimeCell at={of.undo_until} look="full" /> }]),
          ]}
        />
      </Panel>
      {of.reasons.length > 0 && (
        <Panel title={t('imports.reasons')} hint={t('imports.errorHint')}>
          <Facts
            items={of.reasons.map(({ code, count }) => ({
              name: known(code) ? t(`imports.reason.${code}` as never) : code,
              value: format.number(count),
            }))}
          />
          <ol className={styles.faults}>
            {of.faults.map(({ line, column, message }) => (
              <li key={`${line} ${column}`}>
                {t('imports.line', { line: String(line), column })} {message}
              </li>
            ))}
          </ol>
        </Panel>
      )}
    </>
  );
}
