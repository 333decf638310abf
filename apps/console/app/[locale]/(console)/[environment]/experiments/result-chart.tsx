'use client';

import type { ExperimentFigure, ExperimentResult, ExperimentView } from '@signalbox/contracts';
import { useCallback, useMemo } from 'react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { Chart } from '#components/charts/chart.tsx';
import { formatMicros } from '#format/money.ts';
import type { Palette } from '#theme/palette.ts';
import styles from './experiments.module.css';
import { useShareText } from './use-share-text.ts';

/** What came of both sides, drawn with their intervals by the figure that decides, and told with every figure beside it. */
export function ResultChart(props: { of: ExperimentView; result: ExperimentResult }) {
  const t = useTranslations();
  const format = useFormatter();
  const locale = useLocale();
  const share = useShareText();
  const { of, result } = props;
  const { currency, measure } = of;
  const money = useCallback(
    (micros: number) => (currency === null ? '–' : formatMicros(Math.round(micros), currency, locale)),
    [currency, locale],
  );
  const sides = useMemo(
    () => [
      {
        name: t('experiments.control', { version: of.version }),
        short: t('experiments.inForce'),
        arm: result.control,
        tone: 'info' as const,
      },
      { name: of.challenger.name, short: of.challenger.name, arm: result.challenger, tone: 'good' as const },
    ],
    [t, of, result],
  );
  const isCost = measure === 'cost_per_success' && sides.every(({ arm }) => arm.cost !== null);
  const write = isCost ? money : share;
  const option = useCallback(
    (palette: Palette) => {
      const label = { color: palette.textFaint, fontSize: 11 };
      return {
        animation: false,
        grid: { left: 8, right: 24, top: 8, bottom: 8, outerBoundsMode: 'same' },
        xAxis: {
          type: 'value',
          scale: true,
          splitNumber: 4,
          splitLine: { lineStyle: { color: palette.line } },
          axisLabel: { ...label, hideOverlap: true, formatter: write },
        },
        yAxis: {
          type: 'category',
          inverse: true,
          data: sides.map(({ short }) => short),
          axisLine: { lineStyle: { color: palette.line } },
          axisTick: { show: false },
          axisLabel: { ...label, color: palette.text, width: 120, overflow: 'truncate' },
        },
        series: sides.flatMap(({ short, arm, tone }) => {
          const figure = isCost && arm.cost !== null ? arm.cost : arm.success;
          const color = palette.tones[tone].solid;
          return [
            {
              type: 'line',
              symbol: 'rect',
              symbolSize: [2, 12],
              itemStyle: { color },
              lineStyle: { color, width: 3 },
              data: [
                [figure.low, short],
                [figure.high, short],
              ],
            },
            { type: 'scatter', symbolSize: 11, itemStyle: { color }, data: [[figure.value, short]] },
          ];
        }),
      };
    },
    [sides, isCost, write],
  );
  const figure = (of: ExperimentFigure | null, text: (value: number) => string) =>
    of === null ? '–' : t('experiments.figure', { value: text(of.value), low: text(of.low), high: text(of.high) });
  const points = (value: number) =>
    t('experiments.points', {
      points: format.number(value * 100, { maximumFractionDigits: 2, signDisplay: 'exceptZero' }),
    });
  const change = (ratio: number) =>
    format.number(ratio - 1, { style: 'percent', maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  const difference = isCost ? figure(result.cost_ratio, change) : figure(result.difference, points);
  return (
    <div>
      <h3 className={styles.chartHead}>{t(isCost ? 'weights.costPerSuccess' : 'weights.success')}</h3>
      <div className={styles.chart}>
        <Chart
          option={option}
          summary={t('experiments.summary', { challenger: of.challenger.name, difference })}
          table={{
            heads: [t('experiments.arm'), t('experiments.outcomes'), t('weights.success'), t('weights.costPerSuccess')],
            rows: [
              ...sides.map(({ name, arm }) => [
                name,
                format.number(arm.outcomes),
                figure(arm.success, share),
                figure(arm.cost, money),
              ]),
              [t('experiments.difference'), '', figure(result.difference, points), figure(result.cost_ratio, change)],
            ],
          }}
        />
      </div>
      <p>{t('experiments.summary', { challenger: of.challenger.name, difference })}</p>
      <p className={styles.quiet}>
        {t('experiments.counted', { control: result.control.outcomes, challenger: result.challenger.outcomes })}
      </p>
    </div>
  );
}
