'use client';

import type { ModelScopeView, ModelStanding } from '@signalbox/contracts';
import { useTranslations } from 'use-intl';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import { Facts } from '#components/parts/facts.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { useCountryName } from '#components/parts/use-country-name.ts';
import type { Tone } from '#theme/palette.ts';
import { CalibrationChart } from './calibration-chart.tsx';
import styles from './models.module.css';
import { SwitchButton } from './switch-button.tsx';
import { useFigures } from './use-figures.ts';

const TONES: Record<ModelStanding, Tone> = {
  gathering: 'neutral',
  not_proven: 'neutral',
  proven: 'good',
  worse: 'warn',
};

/** The traffic of a class in a country: whether the model has proved better than the signals there, and whether decisions go by it. */
export function ScopePanel({ of }: { of: ModelScopeView }) {
  const t = useTranslations();
  const countryName = useCountryName();
  const { loss, share, count } = useFigures();
  const place = of.country === null ? t('models.everywhere') : countryName(of.country);
  const title = `${t(`class.${of.class}.name`)} · ${place}`;
  const facts = [
    { name: t('models.modelLoss'), value: loss(of.model_loss) },
    { name: t('models.signalsLoss'), value: loss(of.signals_loss) },
    { name: t('models.proof'), value: share(of.proof) },
    { name: t('models.outcomes'), value: count(of.outcomes) },
    { name: t('models.error'), value: of.calibration_error === null ? '–' : share(of.calibration_error) },
  ];
  return (
    <Panel title={title} hint={t(`channel.${of.channel}`)} extra={<SwitchButton of={of} title={title} />}>
      <div className={styles.body}>
        <div className={styles.state}>
          <ToneTag tone={TONES[of.standing]}>{t(`models.standing.${of.standing}.name`)}</ToneTag>
          <ToneTag tone={of.in_use ? 'info' : 'neutral'}>{t(of.in_use ? 'models.inUse' : 'models.notInUse')}</ToneTag>
          {of.switched !== null && (
            <span className={styles.quiet}>
              {t('models.switchedBy', { who: of.switched.by })} <TimeCell at={of.switched.at} />
            </span>
          )}
        </div>
        <p>{t(`models.standing.${of.standing}.text`, { outcomes: of.outcomes_needed })}</p>
        {of.drifting.length > 0 && (
          <p>{t('models.drifting', { routes: of.drifting.map(({ route_name: name }) => name).join(', ') })}</p>
        )}
        <Facts tight items={facts} />
        {of.calibration.length > 0 && <CalibrationChart points={of.calibration} title={title} />}
        {of.judged_at !== null && (
          <p className={styles.quiet}>
            {t('models.judged')} <TimeCell at={of.judged_at} />
          </p>
        )}
      </div>
    </Panel>
  );
}
