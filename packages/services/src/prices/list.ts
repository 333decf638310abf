import { decodeId, encodeId, type ListPricesQuery, type PricePage, type PriceView } from '@signalbox/contracts';
import { convert, holdsAt, type RateBook } from '@signalbox/core';
import { type ListedPrice, readPricePage } from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { decodeCursor, pageOf } from '../cursor.ts';
import { instantText } from '../instant-text.ts';
import { readWithin } from '../tenant.ts';
import { baseOf } from './price-facts.ts';

/** The prices of the environment by list, the newest first, each beside what it is in the currency of the workspace. */
export async function listPrices({ ctx, input }: { ctx: RequestContext; input: ListPricesQuery }): Promise<PricePage> {
  const { config, tariffs, world } = ctx.services;
  const nowMs = world.nowMs();
  const routeId = input.route_id === undefined ? null : decodeId('route', input.route_id);
  // An id that is none names no route, and so no price.
  if (routeId === undefined) return { data: [], next_cursor: null };
  const ask = {
    workspace: ctx.workspace.number,
    environment: ctx.environment,
    routeId,
    country: input.country ?? null,
    aliveAtMs: input.state === 'current' ? nowMs : null,
    belowId: decodeCursor(input.cursor),
  };
  const found = await readWithin(ctx, 'The prices take too long to read; ask for those of one route.', (tx) =>
    readPricePage(tx, ask, input.limit + 1),
  );
  const { rows, next_cursor } = pageOf(found, input.limit);
  const rates = tariffs.current().ratesOf(ctx.workspace.number, baseOf(config.current(), ctx.workspace.number));
  return { data: rows.map((row) => viewOf(row, rates, nowMs)), next_cursor };
}

function viewOf(row: ListedPrice, rates: RateBook, nowMs: number): PriceView {
  const compared = convert(rates, row.priceMicros, [row.currency, rates.base], nowMs);
  return {
    id: encodeId('price', row.id),
    route: { id: encodeId('route', row.routeId), name: row.routeName },
    country: row.country,
    network: row.network,
    prefix: row.prefix,
    price_micros: row.priceMicros,
    currency: row.currency,
    from: new Date(row.fromMs).toISOString(),
    until: instantText(row.untilMs),
    state: holdsAt(row, nowMs) ? 'in_force' : row.fromMs > nowMs ? 'to_come' : 'over',
    compared: compared === undefined ? null : { price_micros: compared, currency: rates.base },
  };
}
