import { MANIFESTS } from '@signalbox/channels/manifests';
import { decodeId, encodeId, type RouteView, type SaveRouteInput, SignalboxError } from '@signalbox/contracts';
import {
  insertRoute,
  type ListedProvider,
  type ListedRoute,
  type NewRoute,
  passTurnstile,
  type RouteFigures,
  readProviders,
  readReports,
  readRouteFigures,
  readRoutes,
  type SqlRunner,
  updateRoute,
  updateWeights,
} from '@signalbox/db';
import { type AuditChange, recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { nameTaken, refuseField } from '../field-refusal.ts';
import { inWorkspace } from '../tenant.ts';
import { upProviders } from './connections.ts';

const DAY_MS = 86_400_000;

/** The routes of the environment by channel, tier and name, with how they did in the last 24 hours (scaled from a sample under load). */
export async function listRoutes({ ctx }: { ctx: RequestContext; input: object }): Promise<RouteView[]> {
  return inWorkspace(ctx, (tx) => readViews(ctx, tx));
}

async function readViews(ctx: RequestContext, tx: SqlRunner): Promise<RouteView[]> {
  const { number } = ctx.workspace;
  const routes = await readRoutes(tx, number, ctx.environment);
  const providers = await readProviders(tx, number, ctx.environment);
  const up = upProviders(await readReports(tx, number));
  const figures = await readRouteFigures(tx, number, ctx.services.world.nowMs() - DAY_MS);
  return routes.flatMap((route) => {
    const provider = providers.find((one) => one.number === route.provider);
    const done = figures.find((one) => one.route === route.number);
    return provider === undefined ? [] : [viewOf(route, provider, up.has(provider.number), done)];
  });
}

function viewOf(route: ListedRoute, provider: ListedProvider, up: boolean, done: RouteFigures | undefined): RouteView {
  return {
    id: encodeId('route', route.id),
    name: route.name,
    provider: { id: encodeId('provider', provider.id), name: provider.name, up },
    channel: route.channel,
    environment: route.environment,
    countries: route.countries,
    prefixes: route.prefixes,
    classes: route.classes,
    tier: route.tier,
    weight: route.weight,
    price_micros: route.priceMicros,
    currency: route.currency,
    enabled: route.enabled,
    version: route.version,
    attempts_24h: done?.attempts ?? 0,
    delivered_24h: done?.delivered ?? 0,
  };
}

/**
 * Makes a route (no id) or changes one (id and the version that was read). Throws `request_invalid` naming the field when the provider is
 * not of this environment or does not carry the channel, `conflict` when somebody was faster, `not_found` for an id that is not here.
 */
export async function saveRoute({ ctx, input }: { ctx: RequestContext; input: SaveRouteInput }): Promise<RouteView> {
  const uuid = input.id === undefined ? ctx.services.ids.next() : decodeId('route', input.id);
  if (uuid === undefined) throw routeNotFound();
  await inWorkspace(ctx, async (tx) => {
    const provider = await readProvider(ctx, tx, input);
    const row = rowOf(ctx, uuid, input, provider.number);
    // What takes a route out wins over claims that have not committed yet.
    if (input.id !== undefined) await passTurnstile(tx, ctx.workspace.number, true);
    const before = input.id === undefined ? null : await changeRoute(ctx, tx, row, input.version);
    if (before === null) await insertRoute(tx, row);
    await recordAudit(tx, ctx, {
      action: before === null ? 'route.created' : 'route.changed',
      object: objectOf(row),
      before: before && factsOf(before.route, before.provider),
      after: factsOf(row, provider),
    });
  }).catch((error: unknown) => {
    throw nameTaken(error, 'route');
  });
  await ctx.services.config.refresh();
  // Read after the commit: figures take their time, and while the turnstile is passed alone nobody sends.
  const view = (await listRoutes({ ctx, input: {} })).find((one) => one.id === encodeId('route', uuid));
  if (view === undefined) throw routeNotFound();
  return view;
}

const objectOf = ({ id, name }: Pick<NewRoute, 'id' | 'name'>): AuditChange['object'] => ({
  kind: 'route',
  id: encodeId('route', id),
  name,
});

/** What the audit log says of a route. */
const factsOf = (route: NewRoute, provider: ListedProvider | undefined): object => ({
  name: route.name,
  provider: provider === undefined ? null : { id: encodeId('provider', provider.id), name: provider.name },
  channel: route.channel,
  countries: route.countries,
  prefixes: route.prefixes,
  classes: route.classes,
  tier: route.tier,
  weight: route.weight,
  price_micros: route.priceMicros,
  currency: route.currency,
  enabled: route.enabled,
});

const routeNotFound = (): SignalboxError =>
  new SignalboxError('not_found', { detail: 'There is no route with this id in this environment.' });

/** Changes a route and returns what it was. */
async function changeRoute(
  ctx: RequestContext,
  tx: SqlRunner,
  row: NewRoute,
  version: number | undefined,
): Promise<{ route: ListedRoute; provider: ListedProvider | undefined }> {
  if (version === undefined) throw refuseField('version', 'required', 'Give the version of the route you read.');
  const routes = await readRoutes(tx, ctx.workspace.number, ctx.environment);
  const route = routes.find((one) => one.id === row.id);
  if (route === undefined) throw routeNotFound();
  // What is told as "before" must be what this change replaced.
  if (route.version !== version || !(await updateRoute(tx, row, version))) throw new SignalboxError('conflict');
  const providers = await readProviders(tx, ctx.workspace.number, ctx.environment);
  return { route, provider: providers.find((one) => one.number === route.provider) };
}

async function readProvider(ctx: RequestContext, tx: SqlRunner, input: SaveRouteInput): Promise<ListedProvider> {
  const uuid = decodeId('provider', input.provider_id);
  const providers = await readProviders(tx, ctx.workspace.number, ctx.environment);
  const provider = providers.find((one) => one.id === uuid);
  if (provider === undefined) {
    throw refuseField(
      'provider_id',
      'unknown',
      'There is no such provider in this environment; choose one of its list.',
    );
  }
  const { channels, title } = MANIFESTS[provider.protocol];
  if (!channels.includes(input.channel)) {
    const carried = channels.join(' and ');
    throw refuseField('channel', 'not_allowed', `${provider.name} speaks ${title}, which carries ${carried} only.`);
  }
  if (input.channel === 'email' && (input.countries.length > 0 || input.prefixes.length > 0)) {
    const path = input.countries.length > 0 ? 'countries' : 'prefixes';
    throw refuseField(path, 'not_allowed', 'A mail address has no country and no prefix; leave the list empty.');
  }
  return provider;
}

function rowOf(ctx: RequestContext, uuid: string, input: SaveRouteInput, provider: number): NewRoute {
  return {
    id: uuid,
    workspace: ctx.workspace.number,
    environment: ctx.environment,
    provider,
    name: input.name,
    channel: input.channel,
    countries: [...new Set(input.countries)].sort(),
    prefixes: [...new Set(input.prefixes)].sort(),
    classes: [...new Set(input.classes)],
    tier: input.tier,
    weight: input.weight,
    priceMicros: input.price_micros,
    currency: input.currency,
    enabled: input.enabled,
  };
}

/** Sets several weights at once, all or none; `conflict` when one of the routes was changed since it was read, or is not here. */
export async function saveWeights({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: { weights: readonly { id: string; version: number; weight: number }[] };
}): Promise<RouteView[]> {
  const weights = input.weights.map(({ id, version, weight }) => {
    const uuid = decodeId('route', id);
    if (uuid === undefined) throw routeNotFound();
    return { id: uuid, version, weight };
  });
  await inWorkspace(ctx, async (tx) => {
    await passTurnstile(tx, ctx.workspace.number, true);
    const routes = await readRoutes(tx, ctx.workspace.number, ctx.environment);
    const changes = weights.map(({ id, version, weight }): AuditChange => {
      const before = routes.find((route) => route.id === id && route.version === version);
      if (before === undefined) throw new SignalboxError('conflict');
      return {
        action: 'route.weight_changed',
        object: objectOf(before),
        before: { weight: before.weight },
        after: { weight },
      };
    });
    const set = await updateWeights(tx, ctx.workspace.number, ctx.environment, weights);
    if (set !== weights.length) throw new SignalboxError('conflict');
    await recordAudit(tx, ctx, ...changes);
  });
  await ctx.services.config.refresh();
  return listRoutes({ ctx, input: {} });
}
