'use client';

import type { RouteHealthView, TrafficClass } from '@signalbox/contracts';
import { Segmented } from 'antd';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { MoneyCell } from '#components/cells/money-cell.tsx';
import { useSpanText } from '#components/cells/span-text.tsx';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { ScrollBox } from '#components/parts/scroll-box.tsx';
import { useCountryName } from '#components/parts/use-country-name.ts';
import {
  type CountryHealth,
  type CountryRoute,
  judgeCountries,
  LEAST_SUCCESS,
  type RouteState,
} from './country-health.ts';
import styles from './health.module.css';
import { TILE_COLUMNS, TILES } from './world-tiles.ts';

const CLASSES = ['otp', 'transactional', 'marketing'] as const;
// A state is told by its colour and its mark, so that neither is needed alone.
const MARKS = { good: '✓', trouble: '!', bad: '✕' } as const;
const TONES = {
  off: 'neutral',
  paused: 'warn',
  down: 'bad',
  open: 'bad',
  half_open: 'warn',
  forging: 'bad',
  ejected: 'warn',
  fit: 'good',
} as const satisfies Record<RouteState, string>;

/** How each country with traffic stands for one class, as a map of tiles; one that is chosen shows its routes. */
export function WorldMap({ routes }: { routes: readonly RouteHealthView[] }) {
  const t = useTranslations();
  const [trafficClass, setClass] = useState<TrafficClass>('transactional');
  const [chosen, setChosen] = useState<string>();
  const countries = judgeCountries(routes, trafficClass);
  // What no tile shows is listed all the same.
  const beyond = [...countries.keys()].filter((country) => !TILES.some((tile) => tile.country === country));
  const first = [...countries.values()].toSorted((a, b) => trialsOf(b) - trialsOf(a))[0];
  const shown = countries.get(chosen ?? '') ?? first;
  return (
    <Panel
      title={t('health.map.title')}
      hint={t('health.map.hint')}
      extra={
        <Segmented<TrafficClass>
          aria-label={t('health.column.class')}
          value={trafficClass}
          onChange={setClass}
          options={CLASSES.map((value) => ({ value, label: t(`class.${value}.name`) }))}
        />
      }
    >
      <ScrollBox label={t('health.map.title')} className={styles.scroll}>
        <div className={styles.map} style={{ gridTemplateColumns: `repeat(${TILE_COLUMNS}, 1fr)` }}>
          {TILES.map(({ country, column, row }) => (
            <MapTile
              key={country}
              country={country}
              place={{ gridColumn: column, gridRow: row }}
              health={countries.get(country)}
              isShown={shown?.country === country}
              onChoose={() => setChosen(country)}
            />
          ))}
        </div>
      </ScrollBox>
      <Legend />
      {beyond.length > 0 && (
        <div className={styles.tags}>
          {beyond.map((country) => (
            <MapTile
              key={country}
              country={country}
              place={{}}
              health={countries.get(country)}
              isShown={shown?.country === country}
              onChoose={() => setChosen(country)}
            />
          ))}
        </div>
      )}
      {shown === undefined ? <p className={styles.quiet}>{t('health.map.empty')}</p> : <CountryRoutes of={shown} />}
    </Panel>
  );
}

const trialsOf = ({ routes }: CountryHealth): number => routes.reduce((sum, { cell }) => sum + cell.trials, 0);

function MapTile(props: {
  country: string;
  place: { gridColumn?: number; gridRow?: number };
  health: CountryHealth | undefined;
  isShown: boolean;
  onChoose: () => void;
}) {
  const t = useTranslations();
  const format = useFormatter();
  const countryName = useCountryName();
  const { country, place, health, isShown, onChoose } = props;
  if (health === undefined)
    return (
      <span className={styles.tile} style={place} title={countryName(country)} aria-hidden="true">
        {country}
      </span>
    );
  const [best] = health.routes;
  const label = t('health.map.tile', {
    country: countryName(country),
    state: t(`health.map.state.${health.state}`),
    route: best?.route.name ?? '',
    success: format.number(best?.cell.success ?? 0, { style: 'percent', maximumFractionDigits: 1 }),
  });
  return (
    <button
      type="button"
      className={styles.tile}
      style={place}
      data-state={health.state}
      aria-pressed={isShown}
      title={label}
      onClick={onChoose}
    >
      {country}
      <span className={styles.mark} aria-hidden="true">
        {MARKS[health.state]}
      </span>
      <span className="visually-hidden"> {label}</span>
    </button>
  );
}

function Legend() {
  const t = useTranslations();
  const format = useFormatter();
  const least = format.number(LEAST_SUCCESS, { style: 'percent' });
  return (
    <ul className={styles.legend}>
      {(['good', 'trouble', 'bad'] as const).map((state) => (
        <li key={state}>
          <span className={styles.tile} data-state={state} aria-hidden="true">
            <span className={styles.mark}>{MARKS[state]}</span>
          </span>
          {t(`health.map.legend.${state}`, { least })}
        </li>
      ))}
      <li>
        <span className={styles.tile} aria-hidden="true" />
        {t('health.map.legend.none')}
      </li>
    </ul>
  );
}

/** The routes of one country for the class, those that carry first. */
function CountryRoutes({ of }: { of: CountryHealth }) {
  const t = useTranslations();
  const countryName = useCountryName();
  const name = countryName(of.country);
  return (
    <ScrollBox label={t('health.map.routesOf', { country: name })} className={styles.scroll}>
      <table className={styles.routes}>
        <caption>{name}</caption>
        <thead>
          <tr>
            <th scope="col">{t('candidates.route')}</th>
            <th scope="col">{t('health.map.stands')}</th>
            <th scope="col">{t('health.column.success')}</th>
            <th scope="col">{t('health.column.times')}</th>
            <th scope="col">{t('health.column.cost')}</th>
          </tr>
        </thead>
        <tbody>
          {of.routes.map((one) => (
            <RouteRow key={one.route.id} of={one} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function RouteRow({ of: { route, cell, state } }: { of: CountryRoute }) {
  const t = useTranslations();
  const format = useFormatter();
  const spanText = useSpanText();
  const percent = (share: number) => format.number(share, { style: 'percent', maximumFractionDigits: 1 });
  const { p50_ms: p50, p95_ms: p95, cost_per_delivered_micros: cost } = cell;
  return (
    <tr>
      <th scope="row">{route.name}</th>
      <td>
        <ToneTag tone={TONES[state]}>{t(`health.map.route.${state}`)}</ToneTag>
      </td>
      <td className="num">
        {percent(cell.success)}{' '}
        <span className={styles.quiet}>
          {t('health.interval', { low: percent(cell.low), high: percent(cell.high) })}
        </span>
      </td>
      <td className="num">{p50 === null || p95 === null ? '–' : `${spanText(p50)} · ${spanText(p95)}`}</td>
      <td>
        <MoneyCell micros={cost} currency={route.currency} />
      </td>
    </tr>
  );
}
