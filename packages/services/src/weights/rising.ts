import { decodeId } from '@signalbox/contracts';
import type { RisingRoute } from '@signalbox/core';
import {
  type BeliefRow,
  type RouteTrouble,
  readBeliefsOf,
  readBreakerTroubles,
  type SqlRunner,
  type WeightSetRow,
} from '@signalbox/db';
import type { Services } from '../context.ts';
import { WHOLE_ROUTE } from '../health/breaker-book.ts';
import { pausedRoutes } from '../health/pauses.ts';

/** A breaker that closed again a moment ago was open all the same. */
const TROUBLE_MS = 180_000;

type Share = { route_id: string; permille: number };

/** Weights that some traffic goes towards. */
export interface RisingQuestion
  extends Pick<WeightSetRow, 'workspace' | 'environment' | 'channel' | 'class' | 'tier' | 'country'> {
  /** Internal number of the weights in force. */
  set: number;
  from: readonly Share[];
  to: readonly Share[];
  /** From when on a breaker counts against a route. */
  sinceMs: number;
}

interface Found {
  routeId: string;
  number: number | undefined;
}

/** The routes that gain weight, with all that may speak against them, for each of the questions in their order: two statements for all. */
export async function readRising(
  tx: SqlRunner,
  services: Services,
  questions: readonly RisingQuestion[],
  nowMs: number,
): Promise<RisingRoute[][]> {
  const rising = questions.map((question) => risingOf(services, question));
  const routes = rising.flat().flatMap(({ number }) => number ?? []);
  const [beliefs, troubles] = await Promise.all([
    readBeliefsOf(tx, routes),
    readBreakerTroubles(tx, routes, nowMs - TROUBLE_MS),
  ]);
  return questions.map((question, index) =>
    (rising[index] ?? []).map((one) => knownOf(services, question, one, { beliefs, troubles }, nowMs)),
  );
}

/** The routes that gain weight until the end, with the internal number of those that are there. */
function risingOf({ config }: Services, { workspace, from, to }: RisingQuestion): Found[] {
  const before = new Map(from.map((row) => [row.route_id, row.permille]));
  const byId = new Map(
    config
      .current()
      .routesOf(workspace)
      .map(({ id, number }) => [id, number]),
  );
  return to
    .filter((row) => row.permille > (before.get(row.route_id) ?? 0))
    .map((row) => ({ routeId: row.route_id, number: byId.get(decodeId('route', row.route_id) ?? '') }));
}

function knownOf(
  { config, knowledge }: Services,
  question: RisingQuestion,
  { routeId, number }: Found,
  { beliefs, troubles }: { beliefs: readonly BeliefRow[]; troubles: readonly RouteTrouble[] },
  nowMs: number,
): RisingRoute {
  const { pauses, route } = config.current();
  const { weightSets } = knowledge.current();
  // Weights for all other countries say nothing about those that have their own.
  const elsewhere = new Set(weightSets.filter((one) => isSibling(one, question)).map(({ country }) => country));
  const isHere = (country: string) =>
    question.country === '' ? !elsewhere.has(country) : country === question.country;
  return {
    routeId,
    isOff: number === undefined || route(number)?.enabled !== true || pausedRoutes(pauses, nowMs).has(number),
    hadBreaker: troubles.some(
      (one) =>
        one.route === number &&
        (one.country === WHOLE_ROUTE || isHere(one.country)) &&
        (one.endedAtMs === null || one.endedAtMs >= question.sinceMs),
    ),
    signals: beliefs
      .filter(
        (one) => one.network === '' && one.route === number && one.class === question.class && isHere(one.country),
      )
      .map(({ signal }) => signal),
  };
}

const isSibling = (one: WeightSetRow, question: RisingQuestion): boolean =>
  one.number !== question.set &&
  one.workspace === question.workspace &&
  one.environment === question.environment &&
  one.channel === question.channel &&
  one.class === question.class &&
  one.tier === question.tier;
