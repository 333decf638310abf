import {
  encodeId,
  type ImportPricesRequest,
  type ImportPricesResult,
  isByPhone,
  type PriceFault,
} from '@signalbox/contracts';
import {
  areaOf,
  convert,
  type GivenPrice,
  holdsAt,
  mergePrices,
  overlap,
  type PriceDifference,
  type PriceMerge,
} from '@signalbox/core';
import { lockPrices, type PriceRow, type Transaction } from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { writeErrorCsv } from '../csv/read-csv.ts';
import { FAULTS_SHOWN, refuseRows } from '../csv/refuse-rows.ts';
import { refuseField } from '../field-refusal.ts';
import { inWorkspace } from '../tenant.ts';
import { baseOf } from './price-facts.ts';
import { type NamedRoute, type PriceFile, type PriceFileRow, readPriceFile } from './read-prices.ts';
import { countMarks, storeChange } from './store-change.ts';

const LINES_SHOWN = 200;

/**
 * Brings in a price list. A dry run reads it and compares it with what holds all the same. A file with a faulty row changes nothing unless those shall
 * be left out; all of it is applied in one transaction with its audit entry and stands in the history. Throws `request_invalid` for what is no such file.
 */
export async function importPrices({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: ImportPricesRequest;
}): Promise<ImportPricesResult> {
  const nowMs = ctx.services.world.nowMs();
  const routes = routesOf(ctx);
  const file = readPriceFile(input.csv, { routes, route: routeOf(routes, input), currency: input.currency, nowMs });
  if (file.fault !== null) throw refuseField('csv', 'unreadable', file.fault);
  const result = await inWorkspace(ctx, async (tx) => {
    const merge = await compareFile(tx, ctx, file, input.whole_list, nowMs);
    const isRight = file.rows.every(({ faults }) => faults.length === 0);
    if (!input.dry_run && !isRight && !input.skip_faulty) throw refuseRows(allFaults(file));
    const changeId = input.dry_run ? null : await storeChange(tx, ctx, { merge, fileName: input.file_name, nowMs });
    return resultOf(file, merge, new Map(routes.map((route) => [route.number, route])), changeId);
  });
  if (result.change_id !== null) await ctx.services.tariffs.refresh();
  return result;
}

/** The routes of the environment that carry texts: a mail costs the same wherever it goes. */
function routesOf(ctx: RequestContext): NamedRoute[] {
  const config = ctx.services.config.current();
  return config
    .routesOf(ctx.workspace.number)
    .filter(({ environment, channel }) => environment === ctx.environment && isByPhone(channel))
    .map(({ number, id, name, provider, currency }) => ({
      number,
      id: encodeId('route', id),
      name,
      providerName: config.providers.get(provider)?.name ?? '',
      currency,
    }));
}

function routeOf(routes: readonly NamedRoute[], { route_id: id }: ImportPricesRequest): NamedRoute | null {
  if (id === null) return null;
  const route = routes.find((one) => one.id === id);
  if (route !== undefined) return route;
  throw refuseField(
    'route_id',
    'unknown',
    'No route for texts of this environment has this id; read the routes again.',
  );
}

/** Lays the file over the prices that hold, and blames rows that cannot be laid: those that overlap, end nothing, or lack a rate. */
async function compareFile(
  tx: Transaction,
  ctx: RequestContext,
  file: PriceFile,
  isWhole: boolean,
  nowMs: number,
): Promise<PriceMerge> {
  blameOverlaps(file.rows);
  const given = () => file.rows.flatMap(({ faults, prices }) => (faults.length === 0 ? prices : []));
  const place = { workspace: ctx.workspace.number, environment: ctx.environment };
  const current = await lockPrices(tx, place, [...new Set(given().map(({ route }) => route))], nowMs);
  blameMissingRates(ctx, file.rows, current, nowMs);
  const byLine = new Map(file.rows.map((row) => [row.line, row]));
  const first = mergePrices(current, given(), comparerOf(ctx, nowMs), isWhole);
  for (const line of first.orphans)
    blame(byLine.get(line), 'price', 'The row has no price, which ends the one in force, and none is in force then.');
  return first.orphans.length === 0 ? first : mergePrices(current, given(), comparerOf(ctx, nowMs), isWhole);
}

function blame(row: PriceFileRow | undefined, column: string, message: string): void {
  if (row?.faults.some((fault) => fault.message === message) === false)
    row.faults.push({ line: row.line, column, message });
}

const areaKey = (price: Pick<GivenPrice, 'route' | 'country' | 'network' | 'prefix'>): string =>
  `${price.route} ${areaOf(price)}`;

/** Two rows for one area must not hold at once: nobody could say which one counts. */
function blameOverlaps(rows: readonly PriceFileRow[]): void {
  const seen = new Map<string, GivenPrice[]>();
  for (const row of rows) {
    if (row.faults.length > 0) continue;
    for (const price of row.prices) {
      const own = seen.get(areaKey(price)) ?? [];
      const other = own.find((one) => overlap(one, price));
      if (other !== undefined)
        blame(row, '', `Line ${other.line} has a price for the same area and time; keep one of the two.`);
      seen.set(areaKey(price), [...own, price]);
    }
  }
}

/** A price can only be compared in another currency by a rate. */
function blameMissingRates(
  ctx: RequestContext,
  rows: readonly PriceFileRow[],
  current: readonly PriceRow[],
  nowMs: number,
): void {
  const config = ctx.services.config.current();
  const base = baseOf(config, ctx.workspace.number);
  const rates = ctx.services.tariffs.current().ratesOf(ctx.workspace.number, base);
  const lacks = (currency: string) => rates.nanosAt(currency, nowMs) === undefined;
  const held = Map.groupBy(current, areaKey);
  for (const row of rows) {
    for (const given of row.prices) {
      const { route, price, fromMs } = given;
      if (price === null) continue;
      const before = held.get(areaKey(given))?.find((one) => holdsAt(one, fromMs))?.currency;
      const compared = [before, config.route(route)?.currency].filter((currency) => currency !== undefined);
      const against = compared.find((currency) => currency !== price.currency);
      if (against === undefined) continue;
      const missing = [price.currency, against].find(lacks);
      if (missing !== undefined)
        blame(
          row,
          'currency',
          `There is no exchange rate from ${missing} to ${base}, so ${price.currency} cannot be compared with ${against}; set one under Prices first.`,
        );
    }
  }
}

/** Compares in the currency of the workspace; prices without a rate are only ever compared with their own currency. */
function comparerOf(ctx: RequestContext, nowMs: number): (price: { micros: number; currency: string }) => number {
  const base = baseOf(ctx.services.config.current(), ctx.workspace.number);
  const rates = ctx.services.tariffs.current().ratesOf(ctx.workspace.number, base);
  return ({ micros, currency }) => convert(rates, micros, [currency, base], nowMs) ?? micros;
}

const allFaults = (file: PriceFile): PriceFault[] => file.rows.flatMap(({ faults }) => faults);

function resultOf(
  file: PriceFile,
  { differences }: PriceMerge,
  routes: ReadonlyMap<number, NamedRoute>,
  changeId: string | null,
): ImportPricesResult {
  const faults = allFaults(file);
  const faulty = file.rows.filter((row) => row.faults.length > 0);
  const changes = differences.filter(({ mark }) => mark !== 'unchanged');
  const shown = [...changes, ...differences.filter(({ mark }) => mark === 'unchanged')].slice(0, LINES_SHOWN);
  return {
    rows: file.rows.length,
    right: file.rows.length - faulty.length,
    columns: file.columns,
    counts: countMarks(differences),
    lines: shown.map((difference) => lineOf(difference, routes)),
    line_count: differences.length,
    faults: faults.slice(0, FAULTS_SHOWN),
    fault_count: faults.length,
    error_csv: faulty.length === 0 ? null : writeErrorCsv(file.header, faulty),
    change_id: changeId === null ? null : encodeId('priceChange', changeId),
  };
}

function lineOf(
  { line, mark, before, after, route, country, network, prefix, fromMs, change }: PriceDifference,
  routes: ReadonlyMap<number, NamedRoute>,
): ImportPricesResult['lines'][number] {
  const told = (price: { priceMicros: number; currency: string } | null) =>
    price && { price_micros: price.priceMicros, currency: price.currency };
  return {
    line,
    verdict: mark,
    route_id: routes.get(route)?.id ?? '',
    route_name: routes.get(route)?.name ?? '',
    country,
    network,
    prefix,
    before: told(before),
    after: told(after),
    change_percent: change === null ? null : Math.round(change * 1000) / 10,
    from: new Date(fromMs).toISOString(),
    until: after?.untilMs == null ? null : new Date(after.untilMs).toISOString(),
  };
}
