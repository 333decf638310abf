import { manifestOf } from '@signalbox/channels/manifests';
import type { Channel, Environment, RouteFact, RoutingFacts, RoutingPlan, TrafficClass } from '@signalbox/contracts';
import { indexPrefixes, matchPrefixes, type PrefixIndex, planKey, planRoutes } from '@signalbox/core';
import { insertPlans, type LoadedMessage, type ProviderRow, type RouteRow } from '@signalbox/db';
import type { Config } from '../config/config-store.ts';
import { dayInIndia } from '../config/dlt.ts';
import { ceilingOf } from '../config/regions.ts';
import type { Services } from '../context.ts';

/** A plan in force, with the key its facts are stored under and our number of each route in it. */
export interface BookedPlan {
  key: bigint;
  facts: RoutingFacts;
  plan: RoutingPlan;
  routeNumbers: ReadonlyMap<string, number>;
}

/** What a plan is asked for. */
export interface PlanQuestion {
  workspace: number;
  environment: Environment;
  channel: Channel;
  class: TrafficClass;
  country: string | null;
  address: string;
  maxPriceMicrosPerPart: number | null;
  maxPriceCurrency: string | null;
  /** Routes not to be tried again (internal numbers). */
  barred: readonly number[];
  /** Of a text to India: the entity whose ids must travel with it, and the day there. */
  dlt: { entityId: string; day: string } | null;
}

/** Works plans out once for all messages with equal facts, and stores the facts of each before it is used. */
export interface PlanBook {
  planFor(question: PlanQuestion): BookedPlan;
  /** Stores the facts of plans that are not stored yet. Runs outside the claim, so that a plan outlives a claim that fails. */
  store(workspace: number, plans: Iterable<BookedPlan>): Promise<void>;
}

const STORED_MAX = 50_000;

/** The question a message asks, under the rules of its country as they are now. */
export function questionOf(
  config: Config,
  workspace: number,
  message: LoadedMessage,
  barred: readonly number[],
  nowMs: number,
): PlanQuestion {
  const parts = Math.max(1, message.parts ?? 1);
  const ceiling = ceilingOf(config.regionsOf(workspace)?.(message.country), {
    micros: message.maxPriceMicros === null ? null : Math.floor(message.maxPriceMicros / parts),
    currency: message.maxPriceCurrency,
  });
  return {
    workspace,
    environment: message.environment,
    channel: message.channel,
    class: message.class,
    country: message.country,
    address: message.address,
    maxPriceMicrosPerPart: ceiling.micros,
    maxPriceCurrency: ceiling.currency,
    barred,
    dlt: dltOf(config, workspace, message, nowMs),
  };
}

function dltOf(config: Config, workspace: number, message: LoadedMessage, nowMs: number): PlanQuestion['dlt'] {
  const book = message.country === 'IN' && message.channel === 'sms' ? config.dltOf(workspace) : undefined;
  return book === undefined ? null : { entityId: book.entityOf(message.sender), day: dayInIndia(nowMs) };
}

/** Builds the book. `isUp` and `epoch` tell the state of the connections. */
export function createPlanBook(services: Services, isUp: (provider: number) => boolean, epoch: () => number): PlanBook {
  let plans = new Map<string, BookedPlan>();
  let prefixes = new Map<string, PrefixIndex>();
  let madeUnder = { version: -1, epoch: -1 };
  const stored = new Set<bigint>();

  function refresh(config: Config): void {
    if (madeUnder.version === config.version && madeUnder.epoch === epoch()) return;
    madeUnder = { version: config.version, epoch: epoch() };
    plans = new Map();
    prefixes = new Map();
  }

  function prefixesOf(question: PlanQuestion, routes: readonly RouteRow[]): readonly string[] {
    if (question.channel !== 'sms') return [];
    const name = `${question.workspace} ${question.environment}`;
    let index = prefixes.get(name);
    if (index === undefined) {
      index = indexPrefixes(routes.flatMap((route) => route.prefixes));
      prefixes.set(name, index);
    }
    return matchPrefixes(question.address, index);
  }

  return {
    planFor(question) {
      const config = services.config.current();
      refresh(config);
      const routes = config.routesOf(question.workspace).filter((route) => route.environment === question.environment);
      const matched = prefixesOf(question, routes);
      const name = `${question.workspace}|${question.environment}|${question.channel}|${question.class}|${question.country}|${matched.join()}|${question.maxPriceMicrosPerPart}|${question.maxPriceCurrency}|${question.barred.join()}|${question.dlt?.entityId}|${question.dlt?.day}`;
      const known = plans.get(name);
      if (known !== undefined) return known;
      const facts = factsOf(question, matched, routes, config, isUp);
      const booked: BookedPlan = {
        key: planKey(facts),
        facts,
        plan: planRoutes(facts),
        routeNumbers: new Map(routes.map((route) => [route.id, route.number])),
      };
      plans.set(name, booked);
      return booked;
    },
    async store(workspace, booked) {
      const fresh = [...new Set(booked)].filter((plan) => !stored.has(plan.key));
      if (fresh.length === 0) return;
      await insertPlans(services.database.sql, workspace, fresh);
      if (stored.size > STORED_MAX) stored.clear();
      for (const plan of fresh) stored.add(plan.key);
    },
  };
}

/** The facts a plan is worked out from: the routes of one workspace and environment as they stand now. */
export function factsOf(
  question: PlanQuestion,
  matchedPrefixes: readonly string[],
  routes: readonly RouteRow[],
  config: Config,
  isUp: (provider: number) => boolean,
): RoutingFacts {
  const barred = new Set(question.barred);
  return {
    configVersion: config.version,
    environment: question.environment,
    channel: question.channel,
    class: question.class,
    country: question.country,
    matchedPrefixes,
    maxPriceMicrosPerPart: question.maxPriceMicrosPerPart,
    maxPriceCurrency: question.maxPriceCurrency,
    ...(question.dlt === null ? {} : { dltEntity: question.dlt.entityId }),
    triedRouteIds: routes.filter((route) => barred.has(route.number)).map((route) => route.id),
    routes: routes.flatMap((route) => {
      const provider = config.providers.get(route.provider);
      if (provider === undefined) return [];
      return [
        {
          routeId: route.id,
          name: route.name,
          providerId: provider.id,
          providerName: provider.name,
          protocol: provider.protocol,
          channel: route.channel,
          tier: route.tier,
          weight: route.weight,
          priceMicros: route.priceMicros,
          currency: route.currency,
          countries: route.countries,
          prefixes: route.prefixes,
          classes: route.classes,
          enabled: route.enabled && provider.enabled,
          connection: isUp(provider.number) ? ('up' as const) : ('down' as const),
          // No breaker is learned yet: a route is closed to traffic only by its connection or by hand.
          breaker: 'closed' as const,
          ...(question.dlt === null ? {} : { dlt: carriageOf(config, question.workspace, provider, question.dlt) }),
        },
      ];
    }),
  };
}

/** Whether a provider passes on the ids of an entity, with a chain to it where it asks for one. */
function carriageOf(
  config: Config,
  workspace: number,
  provider: ProviderRow,
  { entityId, day }: NonNullable<PlanQuestion['dlt']>,
): NonNullable<RouteFact['dlt']> {
  const carries = manifestOf(provider.protocol).dltOf?.(provider.settings) ?? 'none';
  if (carries === 'none') return 'off';
  if (carries === 'ids') return 'ready';
  return config.dltOf(workspace)?.chainOf(entityId, provider.number, day) === undefined ? 'no_chain' : 'ready';
}
