import type { CellEstimate, SignalRow, SignalSettings, TrafficClass } from '@signalbox/contracts';
import { estimateCells } from './estimate-cells.ts';

// Of a country those with the most traffic; of the rest too little is known anyhow.
const NETWORKS_MAX = 20;

/**
 * What is believed of each network of each country now, from the rows that name one. A network with few submissions of its own leans on its class in all networks of the country, as strongly as networks turn
 * out to be alike, then on the whole route and the prior; `cell` says that its own suffice.
 */
export function estimateNetworks(input: {
  rows: readonly SignalRow[];
  deadlineMsOf: (trafficClass: TrafficClass) => number | null;
  nowMs: number;
  settings: SignalSettings;
}): CellEstimate[] {
  const { nowMs, settings, deadlineMsOf } = input;
  const chosen = busiest(input.rows);
  const rows = input.rows.filter((row) => chosen.has(nameOf(row)));
  const places = new Map(rows.map((row) => [`${row.routeId}|${nameOf(row)}|${row.class}`, row]));
  // A class of a country stands in the place of the country: codes say more of codes than of marketing.
  const lift = <Row extends Pick<SignalRow, 'country' | 'class'>>(row: Row): Row => ({
    ...row,
    country: `${row.country}|${row.class}`,
  });
  const cells = [...places.values()].map(({ routeId, country, network, class: trafficClass }) => ({
    ...{ routeId, country, network, class: trafficClass },
    deadlineMs: deadlineMsOf(trafficClass),
  }));
  return estimateCells({ rows: rows.map(lift), cells: cells.map(lift), nowMs, settings }).map((estimate, index) => ({
    ...estimate,
    country: cells[index]?.country ?? null,
    // Which codes were entered is counted for the country alone.
    conversionPpm: null,
    costPerConvertedMicros: null,
  }));
}

const nameOf = ({ country, network }: Pick<SignalRow, 'country' | 'network'>): string => `${country}|${network}`;

/** The networks with the most submissions in each country. */
function busiest(rows: readonly SignalRow[]): Set<string> {
  const taken = new Map<string | null, Map<string, number>>();
  for (const row of rows) {
    const own = taken.get(row.country) ?? new Map<string, number>();
    taken.set(row.country, own.set(nameOf(row), (own.get(nameOf(row)) ?? 0) + row.accepted));
  }
  return new Set(
    [...taken.values()].flatMap((own) =>
      [...own]
        .sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
        .slice(0, NETWORKS_MAX)
        .map(([name]) => name),
    ),
  );
}
