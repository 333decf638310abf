import { indexPrefixes, type PrefixIndex } from '../routing/index.ts';

/** A price of one route in one area for a span of time. Empty texts mean any. */
export interface PriceSpan {
  id: string;
  /** Internal number of the route. */
  route: number;
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** MCC and MNC as digits. */
  network: string;
  /** Digits without "+". */
  prefix: string;
  priceMicros: number;
  currency: string;
  /** Milliseconds since 1970; the end is outside, null is open. */
  fromMs: number;
  untilMs: number | null;
}

/** Where a message goes, as prices need it: the prefixes are those of prices that its number begins with, longest first. */
export interface PricedPlace {
  country: string | null;
  network: string | null;
  prefixes: readonly string[];
}

/** The prices of routes, arranged for look-up. */
export interface PriceBook {
  /** The price in force: that of the network, else of the longest prefix, else of the country, else of everywhere; undefined where none holds. */
  at(route: number, place: PricedPlace, atMs: number): PriceSpan | undefined;
  /** Every price of a route that holds at an instant, wherever it holds. */
  inForce(route: number, atMs: number): PriceSpan[];
  /** The first instant after `atMs` at which some price begins or ends; infinite when none does. */
  nextChangeMs(atMs: number): number;
  /** Prefixes that prices are told for. */
  prefixes: PrefixIndex;
}

/** Whether a span holds at an instant. */
export const holdsAt = ({ fromMs, untilMs }: Pick<PriceSpan, 'fromMs' | 'untilMs'>, atMs: number): boolean =>
  fromMs <= atMs && (untilMs === null || atMs < untilMs);

/** Whether two spans have an instant in common. */
export const overlap = (
  one: Pick<PriceSpan, 'fromMs' | 'untilMs'>,
  other: Pick<PriceSpan, 'fromMs' | 'untilMs'>,
): boolean =>
  (one.untilMs === null || one.untilMs > other.fromMs) && (other.untilMs === null || other.untilMs > one.fromMs);

/** The name of the area of a price on its route. */
export const areaOf = ({ country, network, prefix }: Pick<PriceSpan, 'country' | 'network' | 'prefix'>): string =>
  network !== '' ? `n${network}` : prefix !== '' ? `p${prefix}` : `c${country}`;

/** Arranges prices in any order. */
export function bookPrices(spans: readonly PriceSpan[]): PriceBook {
  const routes = new Map<number, Map<string, PriceSpan[]>>();
  for (const span of spans) {
    let areas = routes.get(span.route);
    if (areas === undefined) {
      areas = new Map();
      routes.set(span.route, areas);
    }
    const own = areas.get(areaOf(span));
    if (own === undefined) areas.set(areaOf(span), [span]);
    else own.push(span);
  }
  const edges = Float64Array.from(
    spans.flatMap(({ fromMs, untilMs }) => (untilMs === null ? [fromMs] : [fromMs, untilMs])),
  ).sort();
  return {
    at(route, { country, network, prefixes }, atMs) {
      const areas = routes.get(route);
      if (areas === undefined) return undefined;
      const inForce = (area: string) => areas.get(area)?.find((span) => holdsAt(span, atMs));
      const byNetwork = network === null ? undefined : inForce(`n${network}`);
      if (byNetwork !== undefined) return byNetwork;
      for (const prefix of prefixes) {
        const byPrefix = inForce(`p${prefix}`);
        if (byPrefix !== undefined) return byPrefix;
      }
      return (country === null ? undefined : inForce(`c${country}`)) ?? inForce('c');
    },
    inForce: (route, atMs) =>
      [...(routes.get(route)?.values() ?? [])].flatMap((own) => own.filter((span) => holdsAt(span, atMs))),
    nextChangeMs(atMs) {
      let low = 0;
      let high = edges.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((edges[middle] as number) <= atMs) low = middle + 1;
        else high = middle;
      }
      return edges[low] ?? Number.POSITIVE_INFINITY;
    },
    prefixes: indexPrefixes(spans.map(({ prefix }) => prefix)),
  };
}
