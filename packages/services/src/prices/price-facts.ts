import { encodeId, type NetworkFact, type RouteFact } from '@signalbox/contracts';
import {
  convert,
  type LearnedNetwork,
  matchPrefixes,
  type PriceBook,
  type PricedPlace,
  type RateBook,
  toBase,
} from '@signalbox/core';
import type { RouteRow } from '@signalbox/db';
import type { Config } from '../config/config-store.ts';
import type { Tariffs } from './tariff-store.ts';

/** Where a message goes, as far as its price hangs on it. */
export interface PriceQuestion {
  workspace: number;
  country: string | null;
  /** E.164, or a mail address. */
  address: string;
  /** What was learned of the network of the number, beyond its range. */
  learned?: LearnedNetwork | null;
}

/** The prices of a workspace for where a message goes, as of one instant. */
export interface PriceStand {
  book: PriceBook;
  rates: RateBook;
  /** The network of the number; undefined where it is not known. */
  network: NetworkFact | undefined;
  place: PricedPlace;
  atMs: number;
}

/** What a part costs by a route. */
export interface RoutePrice extends Pick<RouteFact, 'priceMicros' | 'currency' | 'pricedBy'> {}

/** The prices that count for where a message goes. */
export function pricesFor(tariffs: Tariffs, config: Config, question: PriceQuestion, atMs: number): PriceStand {
  const { workspace, country, address, learned } = question;
  const book = tariffs.pricesOf(workspace);
  const network = tariffs.networksOf(workspace).of(address, learned);
  return {
    book,
    rates: tariffs.ratesOf(workspace, baseOf(config, workspace)),
    network,
    place: { country, network: network?.code ?? null, prefixes: matchPrefixes(address, book.prefixes) },
    atMs,
  };
}

/** The currency costs are compared in. */
export const baseOf = (config: Config, workspace: number): string =>
  config.workspaces.get(workspace)?.defaultCurrency ?? 'USD';

/** The price in force: by the price list, else the one of the route itself. */
export function priceOf(route: RouteRow, { book, place, atMs }: PriceStand): RoutePrice {
  const listed = book.at(route.number, place, atMs);
  return listed === undefined
    ? { priceMicros: route.priceMicros, currency: route.currency }
    : { priceMicros: listed.priceMicros, currency: listed.currency, pricedBy: encodeId('price', listed.id) };
}

/** The price in the currency of a limit; nothing where it is the same one, where there is no limit, or where a rate is missing. */
export function priceInLimit(
  { priceMicros, currency }: RoutePrice,
  limitCurrency: string | null,
  { rates, atMs }: PriceStand,
): Pick<RouteFact, 'priceInLimitMicros'> {
  if (limitCurrency === null || limitCurrency === currency) return {};
  const priceInLimitMicros = convert(rates, priceMicros, [currency, limitCurrency], atMs);
  return priceInLimitMicros === undefined ? {} : { priceInLimitMicros };
}

/** How prices are compared: as they are while all are in one currency, else in that of the workspace where a rate is known for each. */
export interface Comparison {
  /** The currency compared in, where it is not the one of the prices; undefined too where they cannot be compared. */
  comparedIn: string | undefined;
  microsOf(price: RoutePrice): number;
}

/** How these prices are compared. */
export function comparisonOf(prices: readonly Pick<RoutePrice, 'currency'>[], { rates, atMs }: PriceStand): Comparison {
  const currencies = new Set(prices.map(({ currency }) => currency));
  const areTold = [...currencies].every((currency) => rates.nanosAt(currency, atMs) !== undefined);
  if (currencies.size < 2 || !areTold) return { comparedIn: undefined, microsOf: ({ priceMicros }) => priceMicros };
  return {
    comparedIn: rates.base,
    microsOf: ({ priceMicros, currency }) => toBase(priceMicros, rates.nanosAt(currency, atMs) ?? 0),
  };
}

/** Gives each signal the cost of now, compared. */
export function compareCosts(
  routes: readonly RouteFact[],
  stand: PriceStand,
): Pick<Comparison, 'comparedIn'> & { routes: RouteFact[] } {
  const { comparedIn, microsOf } = comparisonOf(
    routes.filter(({ signal }) => signal),
    stand,
  );
  return {
    routes: routes.map((route) =>
      route.signal ? { ...route, signal: { ...route.signal, costMicros: microsOf(route) } } : route,
    ),
    comparedIn,
  };
}
