import type {
  CellEstimate,
  CellQuestion,
  SignalBasis,
  SignalCell,
  SignalRow,
  SignalSettings,
} from '@signalbox/contracts';
import { decay } from '../chance/exact-math.ts';
import { wilson, Z90 } from '../chance/interval.ts';
import { openTimes, type TimeBook } from './arrival-times.ts';
import { type Believed, learnStrengths, type Strengths } from './backing-strength.ts';
import { type AgedRow, countOutcomes, type Fates, type Outcomes } from './count-outcomes.ts';
import { learnDelays, type ReceiptDelays } from './receipt-delays.ts';

const PPM = 1_000_000;

/** How figures are read unless a workspace says otherwise. */
export const SIGNAL_SETTINGS: Readonly<SignalSettings> = {
  spanMs: 60_000,
  halfLifeMs: 3_600_000,
  horizonMs: 6 * 3_600_000,
  settledAfterMs: 660_000,
  reactedAfterMs: 60_000,
  priorSuccessPpm: 900_000,
  priorStrength: 10,
  backingStrength: 10,
  backingStrengthMost: 200,
  thinBelow: 30,
  silentMilli: 500,
};

interface RouteBook {
  delays: ReceiptDelays;
  fates: Fates;
  rows: readonly AgedRow[];
  byCell: Map<string, { rows: AgedRow[]; outcomes: Outcomes }>;
  levels: Map<string, Believed>;
}

/**
 * What is believed of each cell now. A cell with few submissions of its own leans on all classes of its
 * network, then of its country, then on the whole route, then on the prior: each level is the prior of the next finer one (hierarchical
 * beta-binomial: Gelman et al., Bayesian Data Analysis, chapter 5), and the answer names the level it rests on. Old rows fade by half in each half-life. The
 * result does not depend on the order of the rows.
 */
export function estimateCells(input: {
  rows: readonly SignalRow[];
  cells: readonly CellQuestion[];
  nowMs: number;
  settings: SignalSettings;
}): CellEstimate[] {
  const books = openBooks(input.rows, input.nowMs, input.settings);
  const strengths = learnStrengths(
    [...books.values()].map(({ levels }) => levels),
    input.settings,
  );
  const times = openTimes(new Map([...books].map(([routeId, book]) => [routeId, book.rows])));
  return input.cells.map((cell) => estimate(cell, books.get(cell.routeId), { strengths, times }, input.settings));
}

/** The rows young enough to be read, with their ages and weights, in an order that does not depend on theirs. */
export function ageRows(rows: readonly SignalRow[], nowMs: number, settings: SignalSettings): AgedRow[] {
  const aged: (AgedRow & { key: string })[] = [];
  for (const row of rows) {
    const ageMs = Math.max(0, nowMs - row.fromMs - settings.spanMs / 2);
    if (ageMs > settings.horizonMs) continue;
    aged.push({ row, ageMs, weight: decay(ageMs, settings.halfLifeMs), key: `${row.routeId}|${cellKey(row)}` });
  }
  return aged.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.row.fromMs - b.row.fromMs));
}

const cellKey = (cell: SignalCell): string => `${cell.country}|${cell.network}|${cell.class}`;

/** The levels of a cell from the coarsest down, the cell itself last. */
const levelKeys = (cell: SignalCell) =>
  [
    ['route', ''],
    ['country', `${cell.country}`],
    ['network', `${cell.country}|${cell.network}`],
    ['cell', cellKey(cell)],
  ] as const;

function openBooks(rows: readonly SignalRow[], nowMs: number, settings: SignalSettings): Map<string, RouteBook> {
  const byRoute = Map.groupBy(ageRows(rows, nowMs, settings), ({ row }) => row.routeId);
  return new Map([...byRoute].map(([routeId, aged]) => [routeId, openBook(aged, settings)]));
}

function openBook(aged: readonly AgedRow[], settings: SignalSettings): RouteBook {
  const delays = learnDelays(aged, settings);
  const success = settings.priorSuccessPpm / PPM;
  const start: Fates = { delivered: success, failed: (1 - success) / 2, silent: (1 - success) / 2 };
  const { fates } = countOutcomes(aged, delays, start, settings.priorStrength, settings.silentMilli);
  const book: RouteBook = { delays, fates, rows: aged, byCell: new Map(), levels: new Map() };
  for (const [key, own] of Map.groupBy(aged, ({ row }) => cellKey(row))) {
    const outcomes = countOutcomes(own, delays, fates, settings.backingStrength, settings.silentMilli);
    book.byCell.set(key, { rows: own, outcomes });
    let parent = '';
    for (const [level, name] of levelKeys((own[0] as AgedRow).row)) {
      const sum = book.levels.get(name) ?? { level, parent, hits: 0, trials: 0 };
      book.levels.set(name, {
        ...sum,
        hits: sum.hits + outcomes.success * outcomes.trials,
        trials: sum.trials + outcomes.trials,
      });
      parent = name;
    }
  }
  return book;
}

function estimate(
  cell: CellQuestion,
  book: RouteBook | undefined,
  { strengths, times: timeBook }: { strengths: Strengths; times: TimeBook },
  settings: SignalSettings,
): CellEstimate {
  const own = book?.byCell.get(cellKey(cell));
  const trials = own?.outcomes.trials ?? 0;
  const backing = backingOf(cell, book, strengths, settings);
  const alpha = (own === undefined ? 0 : own.outcomes.success * trials) + strengths.cell * backing.mean;
  const beta = trials + strengths.cell - alpha;
  const interval = wilson(alpha, alpha + beta, Z90);
  const times = timeBook.of(cell, own?.rows ?? []);
  return {
    routeId: cell.routeId,
    country: cell.country,
    network: cell.network,
    class: cell.class,
    basis: trials >= settings.thinBelow ? 'cell' : backing.basis,
    alphaMilli: Math.round(alpha * 1000),
    betaMilli: Math.round(beta * 1000),
    successPpm: Math.round((alpha / (alpha + beta)) * PPM),
    lowPpm: Math.round(interval.low * PPM),
    highPpm: Math.round(interval.high * PPM),
    trialsMilli: Math.round(trials * 1000),
    pendingMilli: Math.round((own?.outcomes.pending ?? 0) * 1000),
    delayBasis: book?.delays.basis ?? 'prior',
    p50Ms: times?.quantileMs(0.5) ?? null,
    p95Ms: times?.quantileMs(0.95) ?? null,
    withinPpm: cell.deadlineMs === null || times === null ? null : Math.round(times.shareWithin(cell.deadlineMs) * PPM),
    ...sumsOf(own?.rows ?? [], own?.outcomes, settings),
  };
}

/** The belief a thin cell leans on, from the coarsest level down. */
function backingOf(
  cell: CellQuestion,
  book: RouteBook | undefined,
  strengths: Strengths,
  settings: SignalSettings,
): { mean: number; basis: SignalBasis } {
  let mean = settings.priorSuccessPpm / PPM;
  let basis: SignalBasis = 'prior';
  for (const [level, key] of levelKeys(cell)) {
    const believed = book?.levels.get(key);
    if (level === 'cell' || believed === undefined) continue;
    mean = (believed.hits + strengths[level] * mean) / (believed.trials + strengths[level]);
    if (believed.trials >= settings.thinBelow) basis = level;
  }
  return { mean, basis };
}

function sumsOf(rows: readonly AgedRow[], outcomes: Outcomes | undefined, settings: SignalSettings) {
  let cost = 0;
  let expectant = 0;
  let converted = 0;
  let settledCost = 0;
  let throttled = 0;
  let faults = 0;
  for (const { row, ageMs, weight } of rows) {
    cost += row.costMicros * weight;
    throttled += row.throttled * weight;
    faults += ((row.failedMilli + row.refusedMilli) / 1000) * weight;
    if (ageMs < settings.reactedAfterMs) continue;
    expectant += row.expectant * weight;
    converted += row.converted * weight;
    settledCost += row.expectant > 0 ? (row.costMicros * weight * row.expectant) / Math.max(row.accepted, 1) : 0;
  }
  const delivered = outcomes?.deliveredInAll ?? 0;
  return {
    conversionPpm: expectant > 0 ? Math.round((converted / expectant) * PPM) : null,
    costPerDeliveredMicros: delivered >= 1 ? Math.round(cost / delivered) : null,
    costPerConvertedMicros: converted >= 1 ? Math.round(settledCost / converted) : null,
    throttledMilli: Math.round(throttled * 1000),
    faultsMilli: Math.round(faults * 1000),
  };
}
