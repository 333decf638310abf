import type { TemplatePreview, TrafficClass } from '@signalbox/contracts';
import { convert } from '@signalbox/core';
import type { RouteRow } from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { baseOf } from './price-facts.ts';

/**
 * What one part of a text costs by the routes that carry a class live, from the cheapest to the dearest, by the price lists in force and where nothing is sent left out. In the
 * currency of the workspace; null when no price can be told in it.
 */
export function partPriceRange(
  ctx: Pick<RequestContext, 'services' | 'workspace'>,
  trafficClass: TrafficClass,
): TemplatePreview['price_per_part'] {
  const { services, workspace } = ctx;
  const config = services.config.current();
  const tariffs = services.tariffs.current();
  const currency = baseOf(config, workspace.number);
  const rates = tariffs.ratesOf(workspace.number, currency);
  const nowMs = services.world.nowMs();
  const prices = config
    .routesOf(workspace.number)
    .filter(
      (route) =>
        route.enabled &&
        route.environment === 'live' &&
        route.channel === 'sms' &&
        (route.classes.length === 0 || route.classes.includes(trafficClass)),
    )
    .flatMap((route) => pricesOf(ctx, route, nowMs))
    .flatMap((price) => convert(rates, price.priceMicros, [price.currency, currency], nowMs) ?? []);
  if (prices.length === 0) return null;
  const [lowest, highest] = prices.reduce(
    ([low, high], price) => [Math.min(low, price), Math.max(high, price)],
    [Number.POSITIVE_INFINITY, 0],
  );
  return { currency, lowest_micros: lowest, highest_micros: highest };
}

/** The listed prices of where a route may carry, and its own for where nothing is listed. */
function pricesOf(
  { services, workspace }: Pick<RequestContext, 'services' | 'workspace'>,
  route: RouteRow,
  nowMs: number,
): Pick<RouteRow, 'priceMicros' | 'currency'>[] {
  const regions = services.config.current().regionsOf(workspace.number);
  const isServed = (country: string): boolean => {
    if (country === '') return true;
    if (route.countries.length > 0 && !route.countries.includes(country)) return false;
    const region = regions?.(country);
    return region === undefined || (region.enabled && (region.channels?.includes('sms') ?? true));
  };
  const listed = services.tariffs.current().pricesOf(workspace.number).inForce(route.number, nowMs);
  const isWhole = ({ network, prefix }: (typeof listed)[number]) => network === '' && prefix === '';
  const whole = new Set(listed.filter(isWhole).map(({ country }) => country));
  const isAllListed =
    whole.has('') || (route.countries.length > 0 && route.countries.every((country) => whole.has(country)));
  return [...listed.filter(({ country }) => isServed(country)), ...(isAllListed ? [] : [route])];
}
