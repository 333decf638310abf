import {
  type CellEstimate,
  encodeId,
  type RouteHonesty,
  type RouteSignal,
  type SignalRow,
  type WeightQuestion,
  type WeightRow,
  type WeightStep,
} from '@signalbox/contracts';
import {
  estimateCells,
  learnWeights,
  objectiveOf,
  SIGNAL_SETTINGS,
  WEIGHT_SETTINGS,
  WEIGHT_STEP_MS,
} from '@signalbox/core';
import {
  insertWeightChanges,
  type RouteRow,
  readRecentProposals,
  type SqlRunner,
  updateWeightSets,
  type WeightChangeRow,
  type WeightSetRow,
} from '@signalbox/db';
import type { Services } from '../context.ts';
import { comparisonOf, priceOf, pricesFor, type RoutePrice } from '../prices/price-facts.ts';
import { routesInScope } from '../weights/scope.ts';
import { scopeOf } from '../weights/view.ts';

// A proposal that nobody has decided on is not replaced by the next flicker.
const PROPOSE_MS = 600_000;

/** A step of learning with all it was made from: the evidence of a change. */
export interface LearnedStep {
  set: WeightSetRow;
  question: WeightQuestion;
  step: WeightStep;
}

/** What is known of the routes of one workspace, environment and channel. */
export interface KnownPeers {
  rows: readonly SignalRow[];
  trust: ReadonlyMap<string, RouteHonesty>;
  signalOf(estimate: CellEstimate, honesty: RouteHonesty | undefined, priceMicros: number): RouteSignal;
}

/** One step for the weights of a scope; null when there is nothing to weigh. Follows from what is given alone. */
export function stepWeights(
  services: Services,
  set: WeightSetRow,
  { rows, trust, signalOf }: KnownPeers,
  nowMs: number,
): LearnedStep | null {
  const scope = scopeOf(set);
  const config = services.config.current();
  const routes = routesInScope(config, set, scope).filter(({ enabled }) => enabled);
  if (routes.length < 2) return null;
  const where = { workspace: set.workspace, country: scope.country, address: '' };
  const stand = pricesFor(services.tariffs.current(), config, where, nowMs);
  const prices = routes.map((route) => priceOf(route, stand));
  const { comparedIn, microsOf } = comparisonOf(prices, stand);
  const objective = objectiveOf(
    set.class,
    prices.map(({ currency }) => comparedIn ?? currency),
  );
  const cell = {
    country: scope.country,
    network: null,
    class: set.class,
    deadlineMs: objective.deadlineMs,
  };
  const cells = routes.map(({ id }) => ({ routeId: id, ...cell }));
  const estimates = estimateCells({ rows, cells, nowMs, settings: SIGNAL_SETTINGS });
  const rowOf = new Map(set.weights.map((row) => [row.route_id, row]));
  const question: WeightQuestion = {
    country: scope.country,
    network: null,
    class: set.class,
    objective,
    candidates: estimates.map((estimate, index) => {
      const route = routes[index] as RouteRow;
      const row = rowOf.get(encodeId('route', route.id));
      return {
        routeId: route.id,
        permille: row?.permille ?? 0,
        locked: row?.locked ?? false,
        floorPermille: row?.floor_permille ?? 0,
        ceilingPermille: row?.ceiling_permille ?? 1000,
        signal: signalOf(estimate, trust.get(route.id), microsOf(prices[index] as RoutePrice)),
        alphaMilli: estimate.alphaMilli,
        betaMilli: estimate.betaMilli,
      };
    }),
    settings: { ...WEIGHT_SETTINGS, mode: set.mode },
    seed: `${set.id}|${set.version}|${nowMs}`,
  };
  return { set, question, step: learnWeights(question) };
}

/** Puts steps in force, or proposes them, each with its evidence in the history; returns how many weights were changed. */
export async function applySteps(
  tx: SqlRunner,
  services: Services,
  steps: readonly LearnedStep[],
  nowMs: number,
): Promise<number> {
  const moving = steps.filter(({ set, step }) => step.outcome === 'moved' && nowMs - set.updatedAtMs >= WEIGHT_STEP_MS);
  const offered = steps.filter(({ step }) => step.outcome === 'proposed');
  const updates = moving.map(({ set, question, step }) => ({
    ...set,
    weights: weightsAfter(question, step),
    ramp: null,
  }));
  const changed = await updateWeightSets(tx, updates);
  const waiting = offered.length === 0 ? new Set<number>() : await readRecentProposals(tx, nowMs - PROPOSE_MS);
  await insertWeightChanges(tx, [
    ...moving.filter(({ set }) => changed.has(set.number)).map((one) => changeOf(services, one, 'made', nowMs)),
    ...offered.filter(({ set }) => !waiting.has(set.number)).map((one) => changeOf(services, one, 'proposed', nowMs)),
  ]);
  return changed.size;
}

function weightsAfter({ candidates }: WeightQuestion, { moves }: WeightStep): WeightRow[] {
  const after = new Map(moves.map(({ routeId, afterPermille }) => [routeId, afterPermille]));
  return candidates.map(({ routeId, permille, locked, floorPermille, ceilingPermille }) => ({
    route_id: encodeId('route', routeId),
    permille: after.get(routeId) ?? permille,
    locked,
    floor_permille: floorPermille,
    ceiling_permille: ceilingPermille,
  }));
}

function changeOf(
  { ids }: Services,
  { set, question, step }: LearnedStep,
  state: 'made' | 'proposed',
  atMs: number,
): WeightChangeRow {
  const largest = step.moves.toSorted((a, b) => b.bestPermille - a.bestPermille)[0];
  return {
    id: ids.next(),
    workspace: set.workspace,
    set: set.number,
    atMs,
    state,
    version: state === 'made' ? set.version + 1 : null,
    actorKind: 'system',
    actorName: 'learning',
    why: `best in ${largest?.bestPermille ?? 0} of 1000 possible worlds: ${largest?.routeId === undefined ? '-' : encodeId('route', largest.routeId)}`,
    before: set.weights,
    after: weightsAfter(question, step),
    evidence: { question, step },
    undoes: null,
  };
}
