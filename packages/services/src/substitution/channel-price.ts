import { type Channel, isByPhone, type Money, type TrafficClass } from '@signalbox/contracts';
import { convert } from '@signalbox/core';
import type { Config } from '../config/config-store.ts';
import type { RequestContext } from '../context.ts';
import type { Gates } from '../dispatch/plan-book.ts';
import { baseOf } from '../prices/price-facts.ts';
import { placeOf, quoteCountry } from '../prices/quote-country.ts';
import { factsBy } from '../routing/decide-now.ts';

/** Where a message goes, as far as what it costs by a channel hangs on it. */
export interface PricedSend {
  channel: Channel;
  class: TrafficClass;
  country: string | null;
  parts: number;
}

/** A price is a matter of routes and lists and not of what is down for a moment: asked at an accept, which waits for no database. */
const ALL_OPEN: Gates = { isUp: () => true, gateOf: () => ({ breaker: 'closed', admitPermille: 1000 }) };

const MINUTE_MS = 60_000;
const KEPT_MAX = 5_000;
const NO_PRICE = -1;

/** What a part costs, by all that it hangs on; forgotten with the configuration. */
const kept = new WeakMap<Config, Map<string, number>>();

/** What a message is expected to cost by a channel, by the weights in force, in the currency of the workspace; null where no route carries it or a rate is missing. */
export function channelPrice(ctx: RequestContext, { parts, ...place }: PricedSend): Money | null {
  const { config: store, tariffs, knowledge, world } = ctx.services;
  const config = store.current();
  const minute = Math.floor(world.nowMs() / MINUTE_MS);
  const versions = `${tariffs.current().version} ${knowledge.current().version} ${minute}`;
  const name = `${ctx.workspace.number} ${ctx.environment} ${place.channel} ${place.class} ${place.country} ${versions}`;
  const prices = kept.get(config) ?? new Map<string, number>();
  kept.set(config, prices);
  if (prices.size > KEPT_MAX) prices.clear();
  const micros = prices.get(name) ?? partPrice(ctx, place);
  prices.set(name, micros);
  if (micros === NO_PRICE) return null;
  return { amount_micros: micros * Math.max(1, parts), currency: baseOf(config, ctx.workspace.number) };
}

function partPrice(ctx: RequestContext, { channel, class: trafficClass, country }: Omit<PricedSend, 'parts'>): number {
  const base = baseOf(ctx.services.config.current(), ctx.workspace.number);
  const rates = ctx.services.tariffs.current().ratesOf(ctx.workspace.number, base);
  const nowMs = ctx.services.world.nowMs();
  const facts = factsBy(ctx, placeOf(ctx, channel, trafficClass, isByPhone(channel) ? country : null), ALL_OPEN);
  let isTold = true;
  const quoted = quoteCountry(country, [{ country, count: 1, facts }], 1, ({ priceMicros, currency }) => {
    const micros = convert(rates, priceMicros, [currency, base], nowMs);
    isTold &&= micros !== undefined;
    return micros ?? 0;
  });
  return quoted === null || !isTold ? NO_PRICE : quoted.per_message.expected_micros;
}
