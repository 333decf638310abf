'use client';

import type { FrontierView } from '@signalbox/contracts';
import { useCallback } from 'react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { Chart } from '#components/charts/chart.tsx';
import { formatMicros } from '#format/money.ts';
import type { Palette } from '#theme/palette.ts';

export type FrontierPoints = Extract<FrontierView, { kind: 'points' }>;

/** As many digits of a share in percent as tell two points apart. */
export function digitsFor({ points }: FrontierPoints): number {
  const span = 100 * ((points.at(-1)?.success ?? 0) - (points[0]?.success ?? 0));
  return span > 0 ? Math.min(5, Math.max(1, Math.ceil(-Math.log10(span)) + 1)) : 1;
}

/** What success costs, drawn: the line of the weights that no others beat, each route alone, and where the traffic stands. */
export function FrontierChart(props: { view: FrontierPoints; onPick: (index: number) => void }) {
  const t = useTranslations();
  const format = useFormatter();
  const locale = useLocale();
  const { view, onPick } = props;
  const digits = digitsFor(view);
  const percent = useCallback(
    (share: number) => format.number(share, { style: 'percent', maximumFractionDigits: digits }),
    [format, digits],
  );
  const money = useCallback((micros: number) => formatMicros(micros, view.currency, locale), [view.currency, locale]);
  const option = useCallback(
    (palette: Palette) => {
      const label = { color: palette.textFaint, fontSize: 11, hideOverlap: true };
      const spot = (name: string, tone: 'info' | 'warn', symbol: string) => ({
        name,
        type: 'scatter',
        symbol,
        symbolSize: 11,
        itemStyle: { color: palette.tones[tone].solid },
        label: { show: true, position: 'right', formatter: '{b}', color: palette.textFaint, fontSize: 11 },
        labelLayout: { hideOverlap: true },
      });
      return {
        animation: false,
        grid: { left: 8, right: 90, top: 14, bottom: 8, outerBoundsMode: 'same' },
        tooltip: {
          trigger: 'item',
          backgroundColor: palette.raised,
          borderColor: palette.line,
          textStyle: { color: palette.text, fontSize: 12 },
          formatter: ({ value }: { value: [number, number] }) => `${money(value[0])} · ${percent(value[1])}`,
        },
        xAxis: {
          type: 'value',
          scale: true,
          axisLine: { lineStyle: { color: palette.line } },
          splitLine: { show: false },
          splitNumber: 4,
          axisLabel: { ...label, formatter: money },
        },
        yAxis: {
          type: 'value',
          scale: true,
          splitNumber: 4,
          splitLine: { lineStyle: { color: palette.line } },
          axisLabel: { ...label, formatter: percent },
        },
        series: [
          {
            name: t('frontier.points'),
            type: 'line',
            symbol: 'circle',
            symbolSize: 10,
            itemStyle: { color: palette.tones.good.solid },
            lineStyle: { color: palette.tones.good.solid },
            data: view.points.map((point) => [point.cost_micros, point.success]),
          },
          {
            ...spot(t('frontier.routes'), 'info', 'diamond'),
            data: view.routes.map(({ name, cost_micros, success }) => ({ name, value: [cost_micros, success] })),
          },
          {
            ...spot(t('frontier.now'), 'warn', 'triangle'),
            data: [{ name: t('frontier.now'), value: [view.now.cost_micros, view.now.success] }],
          },
        ],
      };
    },
    [view, money, percent, t],
  );
  const [cheapest] = view.points;
  const best = view.points.at(-1);
  const summary = t('frontier.summary', {
    lowCost: money(cheapest?.cost_micros ?? 0),
    low: percent(cheapest?.success ?? 0),
    highCost: money(best?.cost_micros ?? 0),
    high: percent(best?.success ?? 0),
  });
  return <Chart option={option} summary={summary} onPick={onPick} />;
}
