import type {
  CellEstimate,
  Outlier,
  RouteHonesty,
  RouteSignal,
  SignalCell,
  SignalRow,
  TrafficClass,
} from '@signalbox/contracts';
import { LEARNED_CHANNEL } from '@signalbox/contracts';
import {
  emptyRow,
  estimateCells,
  estimateNetworks,
  findOutliers,
  judgeHonesty,
  OBJECTIVES,
  SIGNAL_SETTINGS,
} from '@signalbox/core';
import {
  addConversions,
  type BeliefRow,
  type HonestyRow,
  type RouteRow,
  readBeliefs,
  readHonesty,
  readRunningExperiments,
  readSignalCounts,
  readSignalDelays,
  readWeightSets,
  type StoredCounts,
  type StoredDelays,
  storeBeliefs,
  storeHonesty,
  takeTurn,
  type WeightSetRow,
} from '@signalbox/db';
import type { Config } from '../config/config-store.ts';
import type { Services } from '../context.ts';
import { alertAll } from './learn-alerts.ts';
import { applySteps, type LearnedStep, stepWeights } from './move-weights.ts';
import { settledSignal } from './settled-signal.ts';

// Peers are compared by what they did in this time (reliability section 6).
const PEERS_MS = 1_800_000;

/** What one reading of the figures came to. */
export interface Learned {
  cells: number;
  /** How many of them decisions are made from otherwise than before. */
  changed: number;
  /** How many weights were moved. */
  moved: number;
}

/** Routes that may stand in for each other, and their figures. */
interface Peers extends Pick<RouteRow, 'workspace' | 'environment' | 'channel'> {
  routes: readonly RouteRow[];
  /** Of each country as a whole. */
  rows: readonly SignalRow[];
  /** Of each network, counted in those of its country as well. */
  networkRows: readonly SignalRow[];
}

/**
 * Reads what became of the submissions of the last hours and stores what is believed of each route in each country and class: honest success with its interval,
 * speed, cost, and whose receipts are not to be believed. One process does it at a time; null when another one is at it.
 */
export async function learn({ ctx }: { ctx: { services: Services } }): Promise<Learned | null> {
  const { database, config, world } = ctx.services;
  const learned = await database.sql.begin(async (tx) => {
    if (!(await takeTurn(tx, 'learner'))) return null;
    const nowMs = world.nowMs();
    await addConversions(tx, nowMs);
    const fromMs = nowMs - SIGNAL_SETTINGS.horizonMs;
    const [counts, delays, before, sets, told, running] = await Promise.all([
      readSignalCounts(tx, fromMs, nowMs),
      readSignalDelays(tx, fromMs),
      readHonesty(tx),
      readWeightSets(tx),
      readBeliefs(tx),
      readRunningExperiments(tx),
    ]);
    const forging = before.flatMap(({ honesty }) => (honesty.verdict === 'forging' ? [honesty.routeId] : []));
    const known = { forging, told: new Map(told.map((row) => [cellOf(row), row.signal])) };
    const believed = peersOf(config.current(), [...counts, ...delays]).map((peers) => believe(peers, known, nowMs));
    const beliefs = believed.flatMap((one) => one.beliefs);
    const changed = await storeBeliefs(tx, beliefs);
    const tried = new Set(running.map(({ set }) => set));
    const free = sets.filter((set) => isFree(set, tried));
    const steps = believed.flatMap(({ peers, trust }) => stepsOf(ctx.services, free, peers, trust, nowMs));
    const moved = await applySteps(tx, ctx.services, steps, nowMs);
    await storeHonesty(
      tx,
      believed.flatMap((one) => one.honesty),
    );
    await alertAll(tx, ctx.services, believed, nowMs);
    if (changed + moved > 0) await tx`select pg_notify(${LEARNED_CHANNEL}, '')`;
    return { cells: beliefs.length, changed, moved };
  });
  return learned;
}

/** The figures by workspace, environment and channel, each with all routes that may carry there. */
function peersOf(config: Config, stored: readonly (StoredCounts | StoredDelays)[]): Peers[] {
  const known = stored.flatMap((row) => {
    const route = config.route(row.route);
    return route === undefined ? [] : [{ row, route }];
  });
  const groups = Map.groupBy(known, ({ route }) => `${route.workspace} ${route.environment} ${route.channel}`);
  return [...groups.values()].flatMap((group) => {
    const head = group[0]?.route;
    if (head === undefined) return [];
    const { workspace, environment, channel } = head;
    const routes = config
      .routesOf(workspace)
      .filter((route) => route.environment === environment && route.channel === channel);
    const all = group.map(({ row, route }) => signalRow(row, route.id));
    const rows = all.filter(({ network }) => network === null);
    return [
      { workspace, environment, channel, routes, rows, networkRows: all.filter(({ network }) => network !== null) },
    ];
  });
}

/** A row as the mind reads it: counts and delays are rows of their own. */
function signalRow(stored: StoredCounts | StoredDelays, routeId: string): SignalRow {
  const { country, network, class: trafficClass, fromMs } = stored;
  const cell = { routeId, country, network, class: trafficClass };
  const row = emptyRow(cell, fromMs);
  if (!('kind' in stored)) return { ...row, ...stored, ...cell };
  return { ...row, [`${stored.kind}After`]: stored.histogram };
}

/** What a person is moving step by step is not moved by two hands, and what an experiment compares stays what it is. */
const isFree = ({ number, ramp }: WeightSetRow, tried: ReadonlySet<number>): boolean =>
  (ramp === null || ramp.state === 'stopped') && !tried.has(number);

/** One step of learning for each scope of these routes. */
function stepsOf(
  services: Services,
  sets: readonly WeightSetRow[],
  peers: Peers,
  trust: ReadonlyMap<string, RouteHonesty>,
  nowMs: number,
): LearnedStep[] {
  const { workspace, environment, channel, rows } = peers;
  return sets
    .filter((set) => set.workspace === workspace && set.environment === environment && set.channel === channel)
    .flatMap((set) => stepWeights(services, set, { rows, trust, signalOf }, nowMs) ?? []);
}

interface Belief {
  peers: Peers;
  trust: ReadonlyMap<string, RouteHonesty>;
  beliefs: BeliefRow[];
  honesty: HonestyRow[];
}

/** What was known before: whose receipts are forged, and what decisions were told of each cell. */
interface Before {
  forging: readonly string[];
  told: ReadonlyMap<string, RouteSignal>;
}

const cellOf = (row: Pick<BeliefRow, 'route' | 'class' | 'country' | 'network'>): string =>
  `${row.route}|${row.class}|${row.country}|${row.network}`;

function believe(peers: Peers, { forging, told }: Before, nowMs: number): Belief {
  const { workspace, routes, rows, networkRows } = peers;
  const byId = new Map(routes.map((route) => [route.id, route]));
  const honesty = judgeHonesty({ rows, nowMs, settings: SIGNAL_SETTINGS, named: forging });
  const trust = new Map(honesty.map((one) => [one.routeId, one]));
  const settings = SIGNAL_SETTINGS;
  const estimates = [
    ...estimateCells({ rows, cells: questionsOf(routes, rows), nowMs, settings }),
    ...estimateNetworks({ rows: networkRows, deadlineMsOf: (of) => OBJECTIVES[of].deadlineMs, nowMs, settings }),
  ];
  const outliers = outliersOf(rows, nowMs);
  return {
    peers,
    trust,
    beliefs: estimates.flatMap((estimate) => {
      const route = byId.get(estimate.routeId);
      if (route === undefined) return [];
      const { class: trafficClass, country, network } = estimate;
      const outlier = outliers.get(`${placeOf(estimate)}|${route.id}`)?.kind ?? null;
      const place = { class: trafficClass, country: country ?? '', network: network ?? '' };
      const cell = { route: route.number, ...place };
      const signal = settledSignal(told.get(cellOf(cell)), signalOf(estimate, trust.get(route.id), route.priceMicros));
      return [{ workspace, ...cell, signal, estimate, outlier }];
    }),
    honesty: honesty.flatMap((one) => {
      const route = byId.get(one.routeId);
      return route === undefined ? [] : [{ workspace, route: route.number, honesty: one }];
    }),
  };
}

const placeOf = ({ country, network, class: trafficClass }: Omit<SignalCell, 'routeId'>): string =>
  `${country}|${network}|${trafficClass}`;

/** Every route that may carry at a place where there was traffic: what is known of it elsewhere is believed of it here too. */
function questionsOf(routes: readonly RouteRow[], rows: readonly SignalRow[]) {
  const places = new Map(rows.map((row) => [placeOf(row), row]));
  return [...places.values()].flatMap(({ country, network, class: trafficClass }) =>
    routes
      .filter((route) => mayServe(route, trafficClass, country))
      .map((route) => ({
        routeId: route.id,
        country,
        network,
        class: trafficClass,
        deadlineMs: OBJECTIVES[trafficClass].deadlineMs,
      })),
  );
}

const mayServe = ({ classes, countries }: RouteRow, trafficClass: TrafficClass, country: string | null): boolean =>
  (classes.length === 0 || classes.includes(trafficClass)) &&
  (countries.length === 0 || (country !== null && countries.includes(country)));

function outliersOf(rows: readonly SignalRow[], nowMs: number): Map<string, Outlier> {
  const young = rows.filter((row) => row.fromMs > nowMs - PEERS_MS);
  const found = new Map<string, Outlier>();
  for (const [place, own] of Map.groupBy(young, placeOf)) {
    const counts = [...Map.groupBy(own, (row) => row.routeId)].map(([routeId, of]) => ({
      routeId,
      resolved: of.reduce((sum, row) => sum + row.resolved, 0),
      delivered: of.reduce((sum, row) => sum + row.delivered, 0),
    }));
    for (const outlier of findOutliers(counts)) found.set(`${place}|${outlier.routeId}`, outlier);
  }
  return found;
}

/** What is known of a cell, as a decision is told it. */
function signalOf(estimate: CellEstimate, honesty: RouteHonesty | undefined, priceMicros: number): RouteSignal {
  return {
    successPpm: estimate.successPpm,
    lowPpm: estimate.lowPpm,
    highPpm: estimate.highPpm,
    basis: estimate.basis,
    withinPpm: estimate.withinPpm,
    p50Ms: estimate.p50Ms,
    p95Ms: estimate.p95Ms,
    factorPpm: honesty?.factorPpm ?? 1_000_000,
    forging: honesty?.verdict === 'forging',
    costMicros: priceMicros,
  };
}
