'use client';

import type { OverviewView } from '@signalbox/contracts';
import { useCallback, useMemo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { Palette, Tone } from '#theme/palette.ts';
import { Chart } from './chart.tsx';
import styles from './charts.module.css';

const SERIES = [
  { name: 'delivered', tone: 'good' },
  { name: 'problems', tone: 'bad' },
  { name: 'open', tone: 'waiting' },
] as const satisfies { name: string; tone: Tone }[];

/** What is neither delivered nor a problem is still on its way. */
const split = (bucket: OverviewView['over_time'][number]) => ({
  delivered: bucket.delivered,
  problems: bucket.problems,
  open: Math.max(0, bucket.accepted - bucket.delivered - bucket.problems),
});

/** Accepted messages over time, stacked by what became of them. */
export function VolumeChart(props: { buckets: OverviewView['over_time']; byHour: boolean }) {
  const t = useTranslations();
  const format = useFormatter();
  const { buckets, byHour } = props;
  const label = useCallback(
    (at: string) =>
      format.dateTime(
        new Date(at),
        byHour ? { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } : { day: 'numeric', month: 'short' },
      ),
    [format, byHour],
  );
  const rows = useMemo(
    () => buckets.map((bucket) => ({ label: label(bucket.at), ...split(bucket) })),
    [buckets, label],
  );
  const option = useCallback(
    (palette: Palette) => ({
      animation: false,
      grid: { left: 4, right: 4, top: 10, bottom: 2, outerBoundsMode: 'same' },
      tooltip: {
        trigger: 'axis',
        axisPointer: { type: 'shadow', shadowStyle: { color: palette.hover } },
        backgroundColor: palette.raised,
        borderColor: palette.line,
        textStyle: { color: palette.text, fontSize: 12 },
      },
      xAxis: {
        type: 'category',
        data: rows.map((row) => row.label),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: palette.line } },
        axisLabel: { color: palette.textFaint, fontSize: 11, hideOverlap: true },
      },
      yAxis: {
        type: 'value',
        minInterval: 1,
        splitNumber: 3,
        splitLine: { lineStyle: { color: palette.line } },
        axisLabel: { color: palette.textFaint, fontSize: 11, formatter: (value: number) => format.number(value) },
      },
      series: SERIES.map(({ name, tone }) => ({
        name: t(`overview.series.${name}`),
        type: 'bar',
        stack: 'all',
        barCategoryGap: '28%',
        itemStyle: { color: palette.tones[tone].solid },
        data: rows.map((row) => row[name]),
      })),
    }),
    [rows, t, format],
  );
  const sum = (name: 'delivered' | 'problems' | 'open') => rows.reduce((total, row) => total + row[name], 0);
  return (
    <Chart
      option={option}
      summary={t('overview.volumeSummary', {
        delivered: sum('delivered'),
        problems: sum('problems'),
        open: sum('open'),
      })}
      table={{
        heads: [t('overview.bucket'), ...SERIES.map(({ name }) => t(`overview.series.${name}`))],
        rows: rows.map((row) => [row.label, ...SERIES.map(({ name }) => format.number(row[name]))]),
      }}
      legend={
        <ul className={styles.legend}>
          {SERIES.map(({ name, tone }) => (
            <li key={name}>
              <span className={styles.swatch} style={{ background: `var(--sb-${tone}-solid)` }} aria-hidden="true" />
              {t(`overview.series.${name}`)}
            </li>
          ))}
        </ul>
      }
    />
  );
}
