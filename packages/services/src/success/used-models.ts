import type {
  Channel,
  Environment,
  ModelState,
  RouteFact,
  RoutingFacts,
  SuccessModel,
  TrafficClass,
} from '@signalbox/contracts';
import { driftingIn, foretell, partsClassOf, senderFormOf, standingOfModel } from '@signalbox/core';
import { readModelsAt, readUsedScopes, type SqlRunner } from '@signalbox/db';

const PPM = 1_000_000;
const HOUR_MS = 3_600_000;

/** The success model where decisions go by it. */
export interface UsedModel {
  version: number;
  model: SuccessModel;
  /** The signals foretold better of late. */
  isWorse: boolean;
  /** Numbers of the routes whose outcomes are no more what it foretells. */
  drifting: ReadonlySet<string>;
}

/** Traffic whose decisions go by the model or not; of mail the country is null. */
interface Scope {
  workspace: number;
  environment: Environment;
  channel: Channel;
  class: TrafficClass;
  country: string | null;
}

/** The model that decisions about some traffic go by; undefined where none is in use. */
export type ModelBook = (scope: Scope) => UsedModel | undefined;

const nameOf = ({ workspace, environment, channel, class: trafficClass, country }: Scope): string =>
  `${workspace}|${environment}|${channel}|${trafficClass}|${country ?? ''}`;

/** Reads the newest versions of the models that are in use. */
export async function readUsedModels(sql: SqlRunner): Promise<ModelBook> {
  const scopes = await readUsedScopes(sql);
  if (scopes.length === 0) return () => undefined;
  const places = new Map(scopes.map((scope) => [`${scope.workspace}|${scope.environment}|${scope.channel}`, scope]));
  const rows = await readModelsAt(
    sql,
    [...places.values()].map(({ workspace, environment, channel }) => ({
      workspace,
      environment,
      channel,
      atMs: null,
    })),
  );
  const models = new Map(rows.map((row) => [`${row.workspace}|${row.environment}|${row.channel}`, row]));
  const used = new Map(
    scopes.flatMap((scope): [string, UsedModel][] => {
      const row = models.get(`${scope.workspace}|${scope.environment}|${scope.channel}`);
      if (row === undefined) return [];
      const isWorse = standingOfModel(scope.record) === 'worse';
      const drifting = new Set(driftingIn(scope.record));
      return [[nameOf(scope), { version: row.version, model: row.model, isWorse, drifting }]];
    }),
  );
  return (scope) => used.get(nameOf(scope));
}

/** What the model tells messages of one plan apart by, beside their place. */
export interface ModelCircumstance {
  parts: ReturnType<typeof partsClassOf>;
  sender: ReturnType<typeof senderFormOf>;
  hour: number;
}

/** What the model tells messages of one plan apart by, beside their place: what is not known of them is as it mostly is. */
export const circumstanceOf = (
  { parts, sender }: { parts?: number | null; sender?: string | null },
  nowMs: number,
): ModelCircumstance => ({
  parts: partsClassOf(parts ?? null),
  sender: senderFormOf(sender ?? null),
  hour: Math.floor(nowMs / HOUR_MS) % 24,
});

/** What the model says of a route for a message, beside what its signals say; nothing where the signals foretell better. */
export function modelFactOf(
  { model, isWorse, drifting }: UsedModel,
  context: ModelCircumstance & Pick<Scope, 'class' | 'country'> & { route: number; network: string | undefined },
  signal: RouteFact['signal'],
): Pick<RouteFact, 'model'> {
  if (isWorse || signal == null) return {};
  const route = String(context.route);
  const place = { country: context.country ?? '', network: context.network ?? '' };
  const { success, isThin } = foretell(model, { ...context, ...place, route }, signal.successPpm / PPM);
  const basis = drifting.has(route) ? 'drift' : isThin ? 'thin' : 'model';
  return { model: { successPpm: basis === 'model' ? Math.round(success * PPM) : signal.successPpm, basis } };
}

/** How the model stands in a decision about these routes. */
export function modelStateOf({ version, isWorse }: UsedModel, routes: readonly RouteFact[]): RoutingFacts['model'] {
  const bases = new Set(routes.flatMap(({ model }) => model?.basis ?? []));
  const state: ModelState = isWorse ? 'worse' : bases.has('model') ? 'used' : bases.has('drift') ? 'drift' : 'thin';
  return { version, state };
}
