import { manifestOf } from '@signalbox/channels/manifests';
import {
  type BreakerFact,
  type Channel,
  type Environment,
  encodeId,
  isByPhone,
  type RouteFact,
  type RoutingFacts,
  type RoutingPlan,
  type TrafficClass,
  uuidTimeMs,
} from '@signalbox/contracts';
import {
  indexPrefixes,
  type LearnedNetwork,
  matchPrefixes,
  objectiveOf,
  type PrefixIndex,
  planKey,
  planRoutes,
} from '@signalbox/core';
import { insertPlans, type LearnedNumber, type LoadedMessage, type ProviderRow, type RouteRow } from '@signalbox/db';
import type { Config } from '../config/config-store.ts';
import { dayInIndia } from '../config/dlt.ts';
import { ceilingOf } from '../config/regions.ts';
import type { Services } from '../context.ts';
import { type Trial, trialOf } from '../experiments/trial.ts';
import { pausedRoutes } from '../health/pauses.ts';
import type { HeldWeights, Knowledge } from '../learning/knowledge.ts';
import { compareCosts, type PriceStand, priceInLimit, priceOf, pricesFor } from '../prices/price-facts.ts';
import {
  circumstanceOf,
  type ModelCircumstance,
  modelFactOf,
  modelStateOf,
  type UsedModel,
} from '../success/used-models.ts';

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
  /** The address is only the beginning of some: nobody in particular is meant, who would stand in an experiment. */
  anonymous?: boolean;
  /** What was learned of the network of the number, beyond its range. */
  learned?: LearnedNetwork | null;
  /** Parts and sender of the message, which the success model goes by; left out where they are not known. */
  parts?: number | null;
  sender?: string | null;
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
const DAY_MS = 86_400_000;

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
    learned: learnedOf(message.learned, uuidTimeMs(message.id)),
    parts: message.parts,
    sender: message.sender,
    maxPriceMicrosPerPart: ceiling.micros,
    maxPriceCurrency: ceiling.currency,
    barred,
    dlt: dltOf(config, workspace, message, nowMs),
  };
}

/** The network that is known of a number beyond its range, and whether a service was asked for it since `sinceMs`, when the message was accepted, or before. */
export function learnedOf(known: LearnedNumber | null | undefined, sinceMs: number): LearnedNetwork | null {
  if (known == null || known.code === null) return null;
  const { code, source, atMs } = known;
  if (source === 'receipt') return { code, source };
  return { code, source: atMs >= sinceMs ? 'lookup' : 'cache' };
}

function dltOf(config: Config, workspace: number, message: LoadedMessage, nowMs: number): PlanQuestion['dlt'] {
  const book = message.country === 'IN' && message.channel === 'sms' ? config.dltOf(workspace) : undefined;
  return book === undefined ? null : { entityId: book.entityOf(message.sender), day: dayInIndia(nowMs) };
}

/** Builds the book. `gates` tell the state of connections and breakers, `epoch` whether any has changed. */
export function createPlanBook(services: Services, gates: Gates, epoch: () => number): PlanBook {
  let plans = new Map<string, BookedPlan>();
  let prefixes = new Map<string, PrefixIndex>();
  let madeUnder = { version: -1, epoch: -1, knowledge: -1, tariffs: -1 };
  /** When a price begins or ends: plans made before are stale from there. */
  let staleAtMs = 0;
  /** The day each plan was stored on last. */
  const stored = new Map<bigint, number>();

  function refresh(config: Config): void {
    const nowMs = services.world.nowMs();
    const tariffs = services.tariffs.current();
    const under = {
      version: config.version,
      epoch: epoch(),
      knowledge: services.knowledge.current().version,
      tariffs: tariffs.version,
    };
    if (
      madeUnder.version === under.version &&
      madeUnder.epoch === under.epoch &&
      madeUnder.knowledge === under.knowledge &&
      madeUnder.tariffs === under.tariffs &&
      nowMs < staleAtMs
    )
      return;
    madeUnder = under;
    staleAtMs = tariffs.nextChangeMs(nowMs);
    plans = new Map();
    prefixes = new Map();
  }

  function prefixesOf(question: PlanQuestion, routes: readonly RouteRow[]): readonly string[] {
    if (!isByPhone(question.channel)) return [];
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
      const tariffs = services.tariffs.current();
      const priced = matchPrefixes(question.address, tariffs.pricesOf(question.workspace).prefixes);
      const network = tariffs.networksOf(question.workspace).of(question.address, question.learned);
      const trial = trialOf(services, question);
      const model = modelFor(services, question);
      const name = `${question.workspace}|${question.environment}|${question.channel}|${question.class}|${question.country}|${matched.join()}|${priced.join()}|${network?.code}|${network?.source}|${question.maxPriceMicrosPerPart}|${question.maxPriceCurrency}|${question.barred.join()}|${question.dlt?.entityId}|${question.dlt?.day}|${trial?.experiment.number}|${trial?.arm}${nameOfModel(model)}`;
      const known = plans.get(name);
      if (known !== undefined) return known;
      const facts = factsOf(question, matched, routes, { ...gates, ...standingOf(services, config, question) });
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
      const day = Math.floor(services.world.nowMs() / DAY_MS);
      const fresh = [...new Set(booked)].filter((plan) => stored.get(plan.key) !== day);
      if (fresh.length === 0) return;
      await insertPlans(services.database.sql, workspace, fresh);
      if (stored.size > STORED_MAX) stored.clear();
      for (const plan of fresh) stored.set(plan.key, day);
    },
  };
}

/** The success model for a message, and what it goes by beside its place. */
interface ModelHere extends ModelCircumstance {
  used: UsedModel;
}

/** Where the model is in use: not while an experiment compares weights, which are then all that tells its arms apart. */
function modelFor(
  { knowledge, world }: Pick<Services, 'knowledge' | 'world'>,
  question: PlanQuestion,
): ModelHere | undefined {
  const known = knowledge.current();
  const used = known.modelOf(question);
  if (used === undefined || known.experimentOf(question) !== undefined) return undefined;
  return { used, ...circumstanceOf(question, world.nowMs()) };
}

/** Messages the model tells apart have plans of their own; where it is not in use, they share one. */
const nameOfModel = (model: ModelHere | undefined): string =>
  model === undefined ? '' : `|${model.parts}|${model.sender}|${model.hour}`;

/** What of the routes is open at the moment. */
export interface Gates {
  isUp: (provider: number) => boolean;
  /** The breaker of a route for a country (null for mail). */
  gateOf: (route: number, country: string | null) => BreakerFact;
}

/** How things stand: what is configured, what is open, what was learned. */
export interface Standing extends Gates {
  config: Config;
  knowledge: Knowledge;
  /** What a part costs where the message goes. */
  prices: PriceStand;
  /** Where the recipient stands in the experiment on its traffic; undefined while none runs. */
  trial: Trial | undefined;
  /** The success model, where decisions go by it. */
  model: ModelHere | undefined;
  /** For what begins and ends by the clock. */
  nowMs: number;
}

/** How things stand for a question, all but what is open. */
export function standingOf(
  services: Pick<Services, 'knowledge' | 'tariffs' | 'world'>,
  config: Config,
  question: PlanQuestion,
): Omit<Standing, keyof Gates> {
  const nowMs = services.world.nowMs();
  const prices = pricesFor(services.tariffs.current(), config, question, nowMs);
  const model = modelFor(services, question);
  return { config, knowledge: services.knowledge.current(), prices, trial: trialOf(services, question), model, nowMs };
}

/** The facts a plan is worked out from: the routes of one workspace and environment as they stand now. */
export function factsOf(
  question: PlanQuestion,
  matchedPrefixes: readonly string[],
  routes: readonly RouteRow[],
  { config, isUp, gateOf, knowledge, prices, trial, model, nowMs }: Standing,
): RoutingFacts {
  const barred = new Set(question.barred);
  const paused = pausedRoutes(config.pauses, nowMs);
  const { workspace, environment, channel, class: trafficClass, country } = question;
  const weightsAt = (tier: number) => {
    const held = knowledge.weightsOf({ workspace, environment, channel, class: trafficClass, tier, country });
    const isTried = held !== undefined && trial?.arm === 'challenger' && trial.experiment.tier === tier;
    return isTried ? { ...held, permille: trial.experiment.challenger } : held;
  };
  const judged = routes.flatMap((route): RouteFact[] => {
    const provider = config.providers.get(route.provider);
    if (provider === undefined) return [];
    const price = priceOf(route, prices);
    const network = prices.network?.code;
    const believed = route.channel === channel ? knowledge.of(route.number, trafficClass, country, network) : undefined;
    const here = { class: trafficClass, country, network, route: route.number };
    return [
      {
        routeId: route.id,
        name: route.name,
        providerId: provider.id,
        providerName: provider.name,
        protocol: provider.protocol,
        channel: route.channel,
        tier: route.tier,
        // A route that its tier's weights do not name keeps the one of its own.
        weight: (route.channel === channel ? weightsAt(route.tier)?.permille.get(route.id) : undefined) ?? route.weight,
        ...price,
        ...priceInLimit(price, question.maxPriceCurrency, prices),
        countries: route.countries,
        prefixes: route.prefixes,
        classes: route.classes,
        enabled: route.enabled && provider.enabled,
        connection: isUp(provider.number) ? 'up' : 'down',
        ...gateFacts(gateOf(route.number, country)),
        ...(paused.has(route.number) ? { draining: true } : {}),
        ...(believed === undefined ? {} : { signal: believed.signal }),
        ...(model === undefined ? {} : modelFactOf(model.used, { ...model, ...here }, believed?.signal)),
        ...(model !== undefined && weightsAt(route.tier)?.locked.has(route.id) ? { locked: true } : {}),
        ...(believed?.ejected === true ? { ejected: true } : {}),
        ...(knowledge.isConcentrated(environment, provider.number, country) ? { concentrated: true } : {}),
        ...(question.dlt === null ? {} : { dlt: carriageOf(config, workspace, provider, question.dlt) }),
      },
    ];
  });
  const { routes: facts, comparedIn } = compareCosts(judged, prices);
  const weights = firstOf(facts, channel, weightsAt);
  // Costs that are told in one currency can be compared.
  const currencies = facts.flatMap(({ signal, currency }) => (signal ? [comparedIn ?? currency] : []));
  return {
    configVersion: config.version,
    environment: question.environment,
    channel: question.channel,
    class: trafficClass,
    country,
    matchedPrefixes,
    ...(prices.network === undefined ? {} : { network: prices.network }),
    maxPriceMicrosPerPart: question.maxPriceMicrosPerPart,
    maxPriceCurrency: question.maxPriceCurrency,
    ...(question.dlt === null ? {} : { dltEntity: question.dlt.entityId }),
    triedRouteIds: routes.filter((route) => barred.has(route.number)).map((route) => route.id),
    // Without any signal there is nothing to score by: the facts stay as short as they were.
    ...(weights === undefined ? {} : { weightsVersion: weights.version, explorePpm: weights.explorePpm }),
    ...(trial === undefined ? {} : { experiment: { id: encodeId('experiment', trial.experiment.id), arm: trial.arm } }),
    ...(model === undefined ? {} : { model: modelStateOf(model.used, facts) }),
    ...(currencies.length === 0 ? {} : { objective: objectiveOf(trafficClass, currencies) }),
    ...(comparedIn === undefined ? {} : { comparedIn }),
    routes: facts,
  };
}

/** The weights of the first tier that has some: they are those the traffic goes by as a rule. */
function firstOf(
  routes: readonly RouteFact[],
  channel: Channel,
  weightsAt: (tier: number) => HeldWeights | undefined,
): HeldWeights | undefined {
  const tiers = new Set(routes.filter((route) => route.channel === channel).map(({ tier }) => tier));
  for (const tier of [...tiers].sort((a, b) => a - b)) {
    const weights = weightsAt(tier);
    if (weights !== undefined) return weights;
  }
  return undefined;
}

/** A closed breaker says no share, so that plans from before there were breakers have the same facts. */
const gateFacts = ({ breaker, admitPermille }: BreakerFact): Pick<RouteFact, 'breaker' | 'admitPermille'> =>
  breaker === 'closed' ? { breaker } : { breaker, admitPermille };

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
