'use client';

import type { ExperimentStop, ExperimentView } from '@signalbox/contracts';
import { useTranslations } from 'use-intl';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import { Panel } from '#components/parts/panel.tsx';
import type { Tone } from '#theme/palette.ts';
import { useScopeText } from '../routes/weights/use-scope-text.ts';
import { ExperimentButtons } from './experiment-buttons.tsx';
import styles from './experiments.module.css';
import { ResultChart } from './result-chart.tsx';
import { useRuleText } from './use-rule-text.ts';
import { useShareText } from './use-share-text.ts';

const TONES: Record<ExperimentStop, Tone> = {
  breaker_open: 'bad',
  success_below_floor: 'bad',
  forging: 'bad',
  route_off: 'warn',
  success_drop: 'bad',
  cost_rise: 'bad',
  challenger_better: 'good',
  control_better: 'info',
  outcomes_reached: 'neutral',
  time_reached: 'neutral',
  weights_changed: 'neutral',
  stopped: 'neutral',
};

/** One experiment: its two sides, what came of each, by which rule it ends, and why it did. */
export function ExperimentPanel(props: { of: ExperimentView; names: ReadonlyMap<string, string> }) {
  const t = useTranslations();
  const scopeText = useScopeText();
  const shareText = useShareText();
  const { of, names } = props;
  const rules = useRuleText(of);
  const weightText = (weights: readonly { route_id: string; permille: number }[]) =>
    weights
      .filter(({ permille }) => permille > 0)
      .map(({ route_id: id, permille }) => `${names.get(id) ?? t('weights.goneRoute')} ${permille}`)
      .join(' · ');
  const state =
    of.ended === null ? (
      <ToneTag tone="waiting">{t('experiments.running')}</ToneTag>
    ) : (
      <ToneTag tone={TONES[of.ended.reason]}>{t(`experiments.stop.${of.ended.reason}.name`)}</ToneTag>
    );
  const share = of.share_permille;
  const inForce = t('experiments.control', { version: of.version });
  const sides = [
    { key: 'control', name: inForce, permille: 1000 - share, weights: of.control },
    { key: 'challenger', name: of.challenger.name, permille: share, weights: of.challenger.weights },
  ];
  const { result } = of;
  return (
    <Panel title={of.name} hint={scopeText(of.scope)} extra={<ExperimentButtons of={of} />}>
      <div className={styles.body}>
        <div className={styles.state}>
          {state}
          <span className={styles.quiet}>
            {t('experiments.since', { who: of.started_by })} <TimeCell at={of.started_at} />
          </span>
        </div>
        {of.ended !== null && (
          <p>
            {t(`experiments.stop.${of.ended.reason}.text`, {
              route: names.get(of.ended.route_id ?? '') ?? t('weights.goneRoute'),
            })}{' '}
            <TimeCell at={of.ended.at} />
          </p>
        )}
        {of.adopted !== null && (
          <p>
            {t(`experiments.adopted.${of.adopted.as}`)} <TimeCell at={of.adopted.at} />
          </p>
        )}
        <ul className={styles.sides}>
          {sides.map(({ key, name, permille, weights }) => (
            <li key={key}>
              <strong>{name}</strong>
              <span className={styles.quiet}>
                {t('experiments.side', { share: shareText(permille / 1000, 1) })} ·{' '}
                <span className="num">{weightText(weights)}</span>
              </span>
            </li>
          ))}
        </ul>
        {result === null ? (
          <p className={styles.quiet}>{t(of.ended === null ? 'experiments.noResultYet' : 'experiments.noResult')}</p>
        ) : (
          <ResultChart of={of} result={result} />
        )}
        {of.ended === null && (
          <section className={styles.rules} aria-label={t('experiments.rules')}>
            <h3>{t('experiments.rules')}</h3>
            <ul>
              {rules.map((rule) => (
                <li key={rule}>{rule}</li>
              ))}
            </ul>
            {of.judged_at !== null && (
              <p className={styles.quiet}>
                {t('experiments.judged')} <TimeCell at={of.judged_at} />
              </p>
            )}
          </section>
        )}
      </div>
    </Panel>
  );
}
