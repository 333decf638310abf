import { askLookup, readLookup } from '@signalbox/channels/manifests';
import type { BreakerMemory } from '@signalbox/contracts';
import { BREAKER_SETTINGS, newBreaker, readBreaker, stepBreaker } from '@signalbox/core';
import {
  type Database,
  type LookedUpRow,
  type LookupPurse,
  passTurnstile,
  reserveLookups,
  settleLookups,
  storeLookedUp,
} from '@signalbox/db';
import type { Log, World } from '../clock.ts';
import type { ConfigStore } from '../config/config-store.ts';
import type { LookupBook } from '../config/lookup-book.ts';
import type { Outgoing } from '../outgoing.ts';
import type { Sealer } from '../secrets.ts';

/** A number (E.164) to ask for; `messageId` is the UUID of the message that goes there, null when somebody asks for the number itself. */
export interface LookupWish {
  address: string;
  messageId: string | null;
}

/** What came of a number: asked and answered, asked in vain, not asked in time or while the service fails, or not asked because the limit of the day is reached. */
export type LookupEnd = 'asked' | 'no_answer' | 'not_asked' | 'over_limit';

/** Asks the services of workspaces for the networks of numbers, and keeps what they say. */
export interface NumberLookups {
  /** Asks for numbers and resolves when what came is stored; no call begins after `untilMs`. Never rejects: what was not asked or answered says so. */
  ask(workspace: number, wishes: readonly LookupWish[], untilMs: number): Promise<Map<string, LookupEnd>>;
  /** Resolves when nothing is asked any more. */
  idle(): Promise<void>;
}

/** The place the secret of a workspace's service is bound to. */
export const lookupSecretPlace = (workspace: number): string => `number_lookup/${workspace}/secret`;

const CALLS_AT_ONCE = 8;
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
// A number of which the service knows nothing is not asked for at every text.
const NOTHING_KNOWN_MS = DAY_MS;

interface Parts {
  database: Database;
  config: ConfigStore;
  sealer: Sealer;
  outgoing: Outgoing;
  world: World;
  log: Log;
}

/** What is asked at once by one process: the book it goes by, and the purse it is paid from. */
interface Round extends Pick<LookupPurse, 'workspace'> {
  book: LookupBook;
  secret: string;
  purse: LookupPurse;
  untilMs: number;
}

/**
 * Every number is counted as paid before it is asked for, and given back only where it is proven that nothing was asked: a limit of the day is never passed, whatever processes do side by side. A service
 * that fails is left alone for a while by a breaker like that of a route. A number that is being asked for is not asked for again.
 */
export function createNumberLookups({ database, config, sealer, outgoing, world, log }: Parts): NumberLookups {
  const underway = new Map<string, Promise<LookupEnd>>();
  const breakers = new Map<number, BreakerMemory>();

  const breakerOf = (workspace: number) => breakers.get(workspace) ?? newBreaker(world.nowMs());
  function step(workspace: number, seen: { good: number; faultMilli: number; slow: number; sent: number }): boolean {
    const { memory, event } = stepBreaker(
      breakerOf(workspace),
      { atMs: world.nowMs(), ...seen },
      BREAKER_SETTINGS,
      `lookup ${workspace}`,
    );
    breakers.set(workspace, memory);
    if (event?.kind === 'opened')
      log.warn('A lookup service fails; its numbers go by their ranges meanwhile.', { workspace });
    return readBreaker(memory, BREAKER_SETTINGS).admitPermille > 0;
  }
  const isOpenTo = (workspace: number) => step(workspace, { good: 0, faultMilli: 0, slow: 0, sent: 0 });

  /** One call: what it said, or that nothing can be known of it. `left` is false where no byte of it left. */
  async function call(round: Round, wishes: readonly LookupWish[]): Promise<{ rows: LookedUpRow[]; left: boolean }> {
    const { book, secret, workspace } = round;
    const numbers = wishes.map(({ address }) => address);
    const { url, method, headers, body } = askLookup(book.service, secret, numbers);
    const sinceMs = world.nowMs();
    step(workspace, { good: 0, faultMilli: 0, slow: 0, sent: 1 });
    try {
      const answer = await outgoing.request({
        url,
        method: method === 'GET' ? 'GET' : 'POST',
        headers,
        ...(body === undefined ? {} : { body }),
        signal: AbortSignal.timeout(book.service.timeout_ms),
      });
      const found = readLookup(book.service, numbers, answer);
      // What the service refuses of us is its fault here: every text would pay for the same refusal.
      step(workspace, { good: found === null ? 0 : 1, faultMilli: found === null ? 1000 : 0, slow: 0, sent: 0 });
      if (found === null)
        log.warn('A lookup service gave no answer that can be read.', { workspace, status: answer.status });
      const atMs = world.nowMs();
      const rows = wishes.flatMap((wish) => {
        const finding = found?.get(wish.address);
        return finding === undefined ? [] : [{ ...finding, ...wish, ...lifeOf(book, finding, atMs), workspace, atMs }];
      });
      return { rows, left: true };
    } catch (error) {
      step(workspace, { good: 0, faultMilli: 1000, slow: 0, sent: 0 });
      const { stage } = error as { stage?: string };
      // The message of the error may carry the address, and the address the number.
      log.warn('A lookup service was not reached or gave no answer.', {
        workspace,
        stage,
        afterMs: world.nowMs() - sinceMs,
      });
      return { rows: [], left: stage !== 'refused' && stage !== 'connect' };
    }
  }

  async function askAll(round: Round, wishes: readonly LookupWish[]): Promise<Map<string, LookupEnd>> {
    const { book, purse, workspace, untilMs } = round;
    const ends = new Map(wishes.map(({ address }): [string, LookupEnd] => [address, 'not_asked']));
    if (!isOpenTo(workspace)) return ends;
    const granted = await database.sql.begin((tx) => reserveLookups(tx, purse, wishes.length));
    for (const { address } of wishes.slice(granted)) ends.set(address, 'over_limit');
    const size = book.service.max_numbers;
    const calls = Array.from({ length: Math.ceil(granted / size) }, (_, n) =>
      wishes.slice(n * size, Math.min(granted, (n + 1) * size)),
    );
    let asked = 0;
    let answered = 0;
    try {
      for (let at = 0; at < calls.length && world.nowMs() <= untilMs && isOpenTo(workspace); at += CALLS_AT_ONCE) {
        const group = calls.slice(at, at + CALLS_AT_ONCE);
        const said = await Promise.all(group.map((some) => call(round, some)));
        asked += said.reduce((sum, { left }, n) => sum + (left ? (group[n]?.length ?? 0) : 0), 0);
        const rows = said.flatMap((one) => one.rows);
        answered += rows.length;
        await keep(workspace, rows);
        for (const [n, { left }] of said.entries())
          if (left) for (const { address } of group[n] ?? []) ends.set(address, 'no_answer');
        for (const { address } of rows) ends.set(address, 'asked');
      }
    } finally {
      await settleLookups(database.sql, purse, { asked: asked - granted, answered });
    }
    return ends;
  }

  /** Beside others behind the turnstile, so that an erasure is seen or waits. */
  async function keep(workspace: number, rows: readonly LookedUpRow[]): Promise<void> {
    if (rows.length === 0) return;
    await database.sql.begin(async (tx) => {
      await passTurnstile(tx, workspace, false);
      await storeLookedUp(tx, rows);
    });
  }

  function begin(workspace: number, wishes: readonly LookupWish[], untilMs: number): Promise<Map<string, LookupEnd>> {
    const book = config.current().lookupOf(workspace);
    if (book === undefined || wishes.length === 0) return Promise.resolve(new Map());
    const { service, secret } = book;
    const purse: LookupPurse = {
      workspace,
      day: new Date(world.nowMs()).toISOString().slice(0, 10),
      currency: service.currency,
      priceMicros: service.price_micros,
      numbersMax: service.daily_numbers,
      microsMax: service.daily_micros,
    };
    const open = async () => (secret === null ? '' : sealer.open(secret, lookupSecretPlace(workspace)));
    return open()
      .then((opened) => askAll({ workspace, book, secret: opened, purse, untilMs }, wishes))
      .catch((error) => {
        log.warn('Numbers could not be looked up; they go by their ranges.', { workspace, error: String(error) });
        return new Map();
      });
  }

  return {
    async ask(workspace, wishes, untilMs) {
      const nameOf = (address: string) => `${workspace} ${address}`;
      const own = [...new Map(wishes.map((wish) => [wish.address, wish])).values()];
      const fresh = own.filter(({ address }) => !underway.has(nameOf(address)));
      const asking = begin(workspace, fresh, untilMs);
      for (const { address } of fresh) {
        const name = nameOf(address);
        underway.set(
          name,
          asking.then((ends) => ends.get(address) ?? 'not_asked').finally(() => underway.delete(name)),
        );
      }
      const ends = own.map(
        async ({ address }): Promise<[string, LookupEnd]> => [
          address,
          (await underway.get(nameOf(address))) ?? 'not_asked',
        ],
      );
      return new Map(await Promise.all(ends));
    },
    async idle() {
      await Promise.all(underway.values());
    },
  };
}

/** How long what was found of a number is believed. */
function lifeOf(
  { service }: LookupBook,
  { network, reach }: Pick<LookedUpRow, 'network' | 'reach'>,
  atMs: number,
): Pick<LookedUpRow, 'reachUntilMs' | 'untilMs'> {
  const reachUntilMs = reach === null ? null : atMs + service.reach_minutes * MINUTE_MS;
  return {
    reachUntilMs,
    untilMs:
      network === null ? Math.max(reachUntilMs ?? 0, atMs + NOTHING_KNOWN_MS) : atMs + service.network_days * DAY_MS,
  };
}
