import { LEARNED_CHANNEL, type ScopeRecord, type SuccessModel } from '@signalbox/contracts';
import {
  driftingIn,
  foretell,
  judgeSpan,
  learnSpan,
  lossOf,
  MODEL_SETTINGS,
  NEW_MODEL,
  NEW_RECORD,
  SIGNAL_SETTINGS,
  type SuccessCell,
} from '@signalbox/core';
import {
  type BeliefRow,
  endAlertsBut,
  insertModels,
  type ModelPlace,
  type ModelRow,
  type ModelScopeRow,
  raiseAlerts,
  readBeliefs,
  readModelScopes,
  readModelsAt,
  readUnlearned,
  type SqlRunner,
  type SuccessTally,
  storeModelScopes,
  takeTurn,
} from '@signalbox/db';
import type { Services } from '../context.ts';
import { announceAlerts } from '../health/announce-alerts.ts';
import { alertAbout } from '../health/route-alert.ts';

const PPM = 1_000_000;
const MILLI = 1000;
const HOUR_MS = 3_600_000;
// What no trainer saw for so long is not learned from any more.
const HORIZON_MS = 6 * HOUR_MS;
// After a pause in the traffic the signals of the last version are no measure of what was known.
const FRESH_MS = HOUR_MS;

type Tally = SuccessTally & ModelPlace;
type Scope = Pick<ModelScopeRow, keyof ModelPlace | 'class' | 'country' | 'record' | 'judgedAtMs'>;

const placeOf = ({ workspace, environment, channel }: ModelPlace): string => `${workspace}|${environment}|${channel}`;
const scopeOf = (row: Pick<ModelScopeRow, keyof ModelPlace | 'class' | 'country'>): string =>
  `${placeOf(row)}|${row.class}|${row.country}`;

/**
 * Learns from what has settled since the last version, makes the next version of each model, and judges the one that was in force by what it had not seen, beside the signals of the same moment.
 * Where a scope goes by the model, decisions hear of the version, and an alert tells of routes whose outcomes are no more what it foretells. One process does it at a time.
 */
export async function trainModels({ ctx }: { ctx: { services: Services } }): Promise<void> {
  const { services } = ctx;
  const { database, world } = services;
  await database.sql.begin(async (tx) => {
    if (!(await takeTurn(tx, 'success model'))) return;
    const nowMs = world.nowMs();
    // Every receipt that will come for them has come.
    const settledMs = nowMs - SIGNAL_SETTINGS.settledAfterMs - MODEL_SETTINGS.spanMs;
    const tallies = await readUnlearned(tx, nowMs - HORIZON_MS, settledMs);
    const byPlace = [...Map.groupBy(tallies, placeOf).values()];
    const [models, beliefs, scopes] = await Promise.all([
      readModelsAt(tx, byPlace.flatMap(instantsOf)),
      readBeliefs(tx),
      readModelScopes(tx),
    ]);
    const records = new Map(scopes.map((scope) => [scopeOf(scope), scope.record]));
    const signals = signalsByPlace(services, beliefs);
    const trained = byPlace.map((own) => train(own, { models, records, signals, nowMs }));
    await insertModels(
      tx,
      trained.map(({ row }) => row),
    );
    const judged = trained.flatMap((one) => one.scopes);
    await storeModelScopes(tx, judged);
    const fresh = new Map(judged.map((scope) => [scopeOf(scope), scope.record]));
    const used = scopes.filter(({ inUse }) => inUse);
    await alertDrift(
      tx,
      services,
      used.map((scope) => ({ ...scope, record: fresh.get(scopeOf(scope)) ?? scope.record })),
      nowMs,
    );
    if (used.length > 0 && trained.length > 0) await tx`select pg_notify(${LEARNED_CHANNEL}, '')`;
  });
}

/** The instants of which the model of a place is asked for: now, and when each of its spans began. */
function instantsOf(tallies: readonly Tally[]): (ModelPlace & { atMs: number | null })[] {
  const [{ workspace, environment, channel }] = tallies as [Tally];
  const spans = new Set(tallies.map(({ spanMs }) => spanMs));
  return [null, ...spans].map((atMs) => ({ workspace, environment, channel, atMs }));
}

type Signals = Readonly<Record<string, number>>;

const cellOf = (row: Pick<SuccessTally, 'route' | 'class' | 'country' | 'network'>): string =>
  `${row.route}|${row.class}|${row.country}|${row.network}`;

/** What the signals say now, by place: as decisions are told it, of a network only where its own submissions suffice. */
function signalsByPlace({ config }: Services, beliefs: readonly BeliefRow[]): Map<string, Record<string, number>> {
  const found = new Map<string, Record<string, number>>();
  for (const row of beliefs) {
    const route = config.current().route(row.route);
    if (route === undefined || (row.network !== '' && row.signal.basis !== 'cell')) continue;
    const own = found.get(placeOf(route)) ?? {};
    found.set(placeOf(route), own);
    own[cellOf(row)] = row.signal.successPpm;
  }
  return found;
}

interface Known {
  models: readonly (ModelRow & { atMs: number | null })[];
  records: ReadonlyMap<string, ScopeRecord>;
  signals: ReadonlyMap<string, Record<string, number>>;
  nowMs: number;
}

/** The next version of the model of one place, and the records of its scopes: span by span, as they came. */
function train(
  tallies: readonly Tally[],
  { models, records, signals, nowMs }: Known,
): { row: ModelRow; scopes: Scope[] } {
  const [{ workspace, environment, channel }] = tallies as [Tally];
  const place = { workspace, environment, channel };
  const own = models.filter((model) => placeOf(model) === placeOf(place));
  const newest = own.find(({ atMs }) => atMs === null);
  const now = signals.get(placeOf(place)) ?? {};
  const scopes = new Map<string, Scope>();
  const sum = { outcomes: 0, judged: 0, modelLoss: 0, signalsLoss: 0 };
  let model: SuccessModel = newest?.model ?? NEW_MODEL;
  let throughMs = newest?.throughMs ?? null;
  for (const [spanMs, rows] of Map.groupBy(tallies, (row) => row.spanMs)) {
    const passedMs = throughMs === null ? MODEL_SETTINGS.spanMs : spanMs - throughMs;
    const inForce = own.find(({ atMs, madeAtMs }) => atMs === spanMs && spanMs - madeAtMs <= FRESH_MS);
    const said = inForce?.signals ?? now;
    const all = rows.map((row) => successCell(row, said));
    model = learnSpan({ newest: model, inForce: inForce?.model ?? null, cells: all, passedMs });
    throughMs = spanMs;
    sum.outcomes += all.reduce((total, { outcomes }) => total + outcomes, 0);
    if (inForce === undefined) continue;
    for (const cell of all) addLoss(sum, inForce.model, cell);
    for (const of of Map.groupBy(all, (cell) => `${cell.class}|${cell.country}`).values()) {
      const [{ class: trafficClass, country }] = of as [SuccessCell];
      const scope = { ...place, class: trafficClass, country };
      const name = scopeOf(scope);
      const before = scopes.get(name)?.record ?? records.get(name) ?? NEW_RECORD;
      scopes.set(name, { ...scope, record: judgeSpan(before, inForce.model, of, passedMs), judgedAtMs: nowMs });
    }
  }
  const mean = (loss: number) => (sum.judged === 0 ? null : loss / sum.judged);
  const row = {
    ...{ ...place, version: (newest?.version ?? 0) + 1, madeAtMs: nowMs, throughMs, model, signals: now },
    ...{ outcomes: Math.round(sum.outcomes), modelLoss: mean(sum.modelLoss), signalsLoss: mean(sum.signalsLoss) },
  };
  return { row, scopes: [...scopes.values()] };
}

function addLoss(
  sum: { judged: number; modelLoss: number; signalsLoss: number },
  model: SuccessModel,
  cell: SuccessCell,
): void {
  const { outcomes, succeeded, signal } = cell;
  sum.judged += outcomes;
  sum.modelLoss += lossOf(foretell(model, cell, signal).success, outcomes, succeeded);
  sum.signalsLoss += lossOf(signal, outcomes, succeeded);
}

/** What was counted as the model reads it. What was accepted and never heard of again is silent by now, and counts as signals count it. */
function successCell(row: Tally, signals: Signals): SuccessCell {
  const { route, class: trafficClass, country, network, parts, sender, spanMs } = row;
  const said = signals[cellOf(row)] ?? signals[cellOf({ ...row, network: '' })] ?? SIGNAL_SETTINGS.priorSuccessPpm;
  const silent = Math.max(0, row.accepted - row.resolved);
  return {
    ...{ route: String(route), class: trafficClass, country, network, parts, sender },
    hour: Math.floor(spanMs / HOUR_MS) % 24,
    signal: said / PPM,
    outcomes: (row.settledMilli + silent * SIGNAL_SETTINGS.silentMilli) / MILLI,
    succeeded: row.successMilli / MILLI,
  };
}

/** Raises alerts about routes whose outcomes drifted away from what the model foretells, where decisions go by it, and ends those that hold no more. */
async function alertDrift(tx: SqlRunner, services: Services, used: readonly Scope[], nowMs: number): Promise<void> {
  const alerts = used.flatMap(({ record, country, class: trafficClass }) =>
    driftingIn(record).flatMap((route) =>
      alertAbout(services, { route: Number(route), country, kind: 'model_drift', reason: trafficClass }, nowMs),
    ),
  );
  const started = await raiseAlerts(tx, alerts);
  const ended = await endAlertsBut(tx, ['model_drift'], alerts, nowMs);
  await announceAlerts(tx, services, { started, ended });
}
