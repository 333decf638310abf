'use client';

import type { EChartsCoreOption, EChartsType } from 'echarts/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { ScrollBox } from '#components/parts/scroll-box.tsx';
import { useThemeChoice } from '#components/theme-provider.tsx';
import { PALETTES, type Palette } from '#theme/palette.ts';
import styles from './charts.module.css';

/** Rows of the table view of a chart: heads and cells as text. */
export interface ChartTable {
  heads: readonly string[];
  rows: readonly (readonly string[])[];
}

/** A drawing made of palette colours, with one sentence that says what it shows and a table with every figure. */
export function Chart(props: {
  option: (palette: Palette) => EChartsCoreOption;
  summary: string;
  /** Left out where a table with every figure stands beside the drawing anyway. */
  table?: ChartTable;
  /** A point of the first series was pressed; whatever it does is reached by keyboard elsewhere too. */
  onPick?: (index: number) => void;
  legend?: ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  const drawing = useRef<EChartsType>(null);
  const { scheme } = useThemeChoice();
  const [isDrawn, setDrawn] = useState(false);
  const { option, onPick, table } = props;

  useEffect(() => {
    let isGone = false;
    const place = box.current;
    if (place === null) return;
    const resized = new ResizeObserver(() => drawing.current?.resize());
    // The drawing code is its own file, fetched when the first chart is on the page.
    void import('./drawing.ts').then(({ draw }) => {
      if (isGone) return;
      drawing.current ??= draw(place);
      drawing.current.setOption(option(PALETTES[scheme]), { notMerge: true });
      drawing.current.off('click');
      if (onPick !== undefined)
        drawing.current.on('click', ({ seriesIndex, dataIndex }) => seriesIndex === 0 && onPick(dataIndex));
      resized.observe(place);
      setDrawn(true);
    });
    return () => {
      isGone = true;
      resized.disconnect();
    };
  }, [option, onPick, scheme]);
  useEffect(() => () => drawing.current?.dispose(), []);

  return (
    <figure className={styles.figure}>
      {props.legend}
      <div ref={box} role="img" aria-label={props.summary} aria-busy={!isDrawn} className={styles.drawing} />
      {table !== undefined && <TableView table={table} summary={props.summary} />}
    </figure>
  );
}

function TableView(props: { table: ChartTable; summary: string }) {
  const t = useTranslations();
  return (
    <details className={styles.table}>
      <summary>{t('chart.asTable')}</summary>
      <ScrollBox className={styles.tableBox} label={props.summary}>
        <table>
          <thead>
            <tr>
              {props.table.heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {props.table.rows.map(([first = '', ...cells]) => (
              <tr key={first}>
                <th scope="row">{first}</th>
                {cells.map((cell, index) => (
                  <td key={index}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </details>
  );
}
