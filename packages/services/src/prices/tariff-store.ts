import { TARIFFS_CHANNEL } from '@signalbox/contracts';
import { bookNetworks, bookPrices, bookRates, type NetworkBook, type PriceBook, type RateBook } from '@signalbox/core';
import {
  type Database,
  type ExchangeRateRow,
  type NetworkPrefixRow,
  type PriceRow,
  readExchangeRates,
  readNetworkPrefixes,
  readTariffMark,
  readTariffPrices,
} from '@signalbox/db';
import type { Log, World } from '../clock.ts';
import { oneAtATime } from '../one-at-a-time.ts';

/** Price lists, exchange rates and networks of numbers in memory. Replaced as a whole, never changed. */
export interface Tariffs {
  /** Grows with every reading: plans made under another number are stale. */
  readonly version: number;
  pricesOf(workspace: number): PriceBook;
  /** The networks of numbers by their ranges. */
  networksOf(workspace: number): NetworkBook;
  /** The rates of a workspace, told in `base`. */
  ratesOf(workspace: number, base: string): RateBook;
  /** The first instant after `atMs` at which some price or rate begins or ends: plans made before it are stale from there. */
  nextChangeMs(atMs: number): number;
}

/** Keeps price lists fresh: woken by NOTIFY when they change, with a slow look as the safety net. */
export interface TariffStore {
  current(): Tariffs;
  /** Reads them again now. */
  refresh(): Promise<void>;
  close(): Promise<void>;
}

const LOOK_MS = 60_000;
const NO_PRICES = bookPrices([]);
const NO_NETWORKS = bookNetworks([]);

function index(
  prices: readonly PriceRow[],
  rates: readonly ExchangeRateRow[],
  ranges: readonly NetworkPrefixRow[],
  version: number,
): Tariffs {
  const all = bookPrices(prices);
  const books = new Map(
    [...Map.groupBy(prices, ({ workspace }) => workspace)].map(([workspace, own]) => [workspace, bookPrices(own)]),
  );
  const networks = new Map(
    [...Map.groupBy(ranges, ({ workspace }) => workspace)].map(([workspace, own]) => [workspace, bookNetworks(own)]),
  );
  const byBase = Map.groupBy(rates, ({ workspace, base }) => `${workspace} ${base}`);
  const rateBooks = new Map<string, RateBook>();
  const starts = rates.map(({ fromMs }) => fromMs).sort((a, b) => a - b);
  return {
    version,
    pricesOf: (workspace) => books.get(workspace) ?? NO_PRICES,
    networksOf: (workspace) => networks.get(workspace) ?? NO_NETWORKS,
    ratesOf(workspace, base) {
      const name = `${workspace} ${base}`;
      let book = rateBooks.get(name);
      if (book === undefined) {
        book = bookRates(base, byBase.get(name) ?? []);
        rateBooks.set(name, book);
      }
      return book;
    },
    nextChangeMs: (atMs) =>
      Math.min(all.nextChangeMs(atMs), starts.find((fromMs) => fromMs > atMs) ?? Number.POSITIVE_INFINITY),
  };
}

/** Reads price lists and rates and listens for news. */
export async function openTariffStore(database: Database, world: World, log: Log): Promise<TariffStore> {
  let mark = '';
  const read = async (version: number) => {
    const [prices, rates, ranges, seen] = await database.sql.begin('isolation level repeatable read read only', (tx) =>
      Promise.all([
        readTariffPrices(tx, world.nowMs()),
        readExchangeRates(tx),
        readNetworkPrefixes(tx),
        readTariffMark(tx),
      ]),
    );
    mark = seen;
    return index(prices, rates, ranges, version);
  };
  let tariffs = await read(1);
  const refresh = oneAtATime(async () => {
    tariffs = await read(tariffs.version + 1);
  });
  const quietly = (work: () => Promise<void>) =>
    work().catch((error) =>
      log.warn('Prices could not be read again; those that are known stay in force.', { error: String(error) }),
    );
  const look = async () => {
    if ((await readTariffMark(database.sql)) !== mark) await refresh();
  };
  const listening = await database.sql.listen(
    TARIFFS_CHANNEL,
    () => void quietly(refresh),
    // Also called after a lost connection was made anew: changes may have been missed.
    () => void quietly(look),
  );
  const timer = setInterval(() => void quietly(look), LOOK_MS);
  timer.unref();
  return {
    current: () => tariffs,
    refresh,
    async close() {
      clearInterval(timer);
      await listening.unlisten().catch(() => undefined);
    },
  };
}
