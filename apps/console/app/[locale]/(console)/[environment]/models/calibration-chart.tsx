'use client';

import type { ModelScopeView } from '@signalbox/contracts';
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { Chart } from '#components/charts/chart.tsx';
import type { Palette } from '#theme/palette.ts';
import styles from './models.module.css';
import { useFigures } from './use-figures.ts';

/** What was foretold against what came: on the line, the model is right. */
export function CalibrationChart(props: { points: ModelScopeView['calibration']; title: string }) {
  const t = useTranslations();
  const { share, count } = useFigures();
  const { points } = props;
  const summary = t('models.chartSummary', { scope: props.title });
  const [foretoldName, cameName] = [t('models.foretold'), t('models.came')];
  const option = useCallback(
    (palette: Palette) => {
      const label = { color: palette.textFaint, fontSize: 11, formatter: share, hideOverlap: true };
      const least = Math.max(
        0,
        Math.floor(Math.min(...points.flatMap(({ foretold, came }) => [foretold, came])) * 10) / 10,
      );
      const most = Math.max(...points.map(({ outcomes }) => outcomes));
      const axis = {
        type: 'value',
        min: least,
        max: 1,
        splitNumber: 4,
        splitLine: { lineStyle: { color: palette.line } },
        axisLabel: label,
        nameLocation: 'middle',
        nameGap: 28,
        nameTextStyle: { color: palette.textFaint, fontSize: 11 },
      };
      return {
        animation: false,
        grid: { left: 24, right: 24, top: 8, bottom: 24, outerBoundsMode: 'same' },
        xAxis: { ...axis, name: foretoldName },
        yAxis: { ...axis, name: cameName, nameGap: 44 },
        series: [
          {
            type: 'line',
            symbol: 'none',
            silent: true,
            lineStyle: { color: palette.textFaint, width: 1, type: 'dashed' },
            data: [
              [least, least],
              [1, 1],
            ],
          },
          {
            type: 'scatter',
            itemStyle: { color: palette.tones.info.solid, opacity: 0.85 },
            // Bins with more outcomes are larger dots.
            data: points.map(({ foretold, came, outcomes }) => ({
              value: [foretold, came],
              symbolSize: 6 + 12 * Math.sqrt(outcomes / most),
            })),
          },
        ],
      };
    },
    [points, share, foretoldName, cameName],
  );
  return (
    <div>
      <h3 className={styles.chartHead}>{t('models.chart')}</h3>
      <p className={styles.quiet}>{t('models.chartHint')}</p>
      <div className={styles.chart}>
        <Chart
          option={option}
          summary={summary}
          table={{
            heads: [foretoldName, cameName, t('models.outcomes')],
            rows: points.map(({ foretold, came, outcomes }) => [share(foretold), share(came), count(outcomes)]),
          }}
        />
      </div>
    </div>
  );
}
