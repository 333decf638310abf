'use client';

import type { WeightRow, WeightSetView } from '@signalbox/contracts';
import { Alert, InputNumber, Slider } from 'antd';
import { useTranslations } from 'use-intl';
import { move } from '../routes/weights/draft.ts';
import styles from './experiments.module.css';

/** The weights in force as a beginning: what is locked against learning may be tried otherwise all the same. */
export const freeRows = ({ weights }: WeightSetView): readonly WeightRow[] =>
  weights.map((row) => ({ ...row, locked: false }));

/** The weights that are tried; one that is moved takes from the others, so that they sum to 1000. */
export function ChallengerWeights(props: {
  rows: readonly WeightRow[];
  held: readonly WeightRow[];
  names: ReadonlyMap<string, string>;
  onChange: (rows: readonly WeightRow[]) => void;
  fault: string | null;
}) {
  const t = useTranslations();
  const { rows, held, names, onChange } = props;
  const before = new Map(held.map((row) => [row.route_id, row.permille]));
  return (
    <section aria-label={t('experiments.triedWeights')}>
      <p>{t('experiments.triedWeights')}</p>
      <ul>
        {rows.map(({ route_id: id, permille }) => {
          const name = names.get(id) ?? t('weights.goneRoute');
          return (
            <li key={id} className={styles.weight}>
              <span className={styles.weightName}>
                {name} <span className={styles.quiet}>{t('experiments.now', { weight: before.get(id) ?? 0 })}</span>
              </span>
              <Slider
                min={0}
                max={1000}
                value={permille}
                onChange={(value) => onChange(move(rows, id, value))}
                tooltip={{ open: false }}
                ariaLabelForHandle={t('weights.weightOf', { name })}
                ariaValueTextFormatterForHandle={(value) => t('weights.ofThousand', { weight: value })}
              />
              <InputNumber<number>
                size="small"
                min={0}
                max={1000}
                precision={0}
                value={permille}
                onChange={(value) => value !== null && onChange(move(rows, id, value))}
                aria-label={t('weights.numberOf', { name })}
              />
            </li>
          );
        })}
      </ul>
      {props.fault !== null && <Alert type="error" title={props.fault} role="alert" />}
    </section>
  );
}
