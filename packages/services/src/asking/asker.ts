import type { AskedService, BreakerMemory } from '@signalbox/contracts';
import { BREAKER_SETTINGS, newBreaker, readBreaker, stepBreaker } from '@signalbox/core';
import {
  type Database,
  type LookupPurse,
  passTurnstile,
  reserveLookups,
  type SqlRunner,
  settleLookups,
} from '@signalbox/db';
import type { Log, World } from '../clock.ts';
import type { Outgoing, OutgoingRequest } from '../outgoing.ts';
import type { Sealer } from '../secrets.ts';

/** An address (E.164, or of mail) to ask for, or the name of what is asked where that is no person; `messageId` is the UUID of the message that goes there, null when somebody asks for the address itself. */
export interface AskWish {
  address: string;
  messageId: string | null;
}

/** What came of an address: asked and answered, asked in vain, not asked in time or while the service fails, or not asked because the limit of the day is reached. */
export type AskEnd = 'asked' | 'no_answer' | 'not_asked' | 'over_limit';

/** An address with what a service said of it, and when. */
export interface Found<Finding> extends AskWish {
  finding: Finding;
  atMs: number;
}

/** How long a call may take and what it asks for at most, what that costs, and how much of it a day may take. */
export type AskedTerms = Pick<
  AskedService,
  'max_numbers' | 'timeout_ms' | 'price_micros' | 'currency' | 'daily_numbers' | 'daily_micros'
>;

/** A question as it goes to a service. */
export type WrittenQuestion = Pick<OutgoingRequest, 'url' | 'headers'> & { method: string; body: string | undefined };

/** One service of a workspace: how it is asked, how its answers are read, and how they are kept. */
export interface Asked<Finding> {
  workspace: number;
  /** Its name in the workspace, and in what is counted of it. */
  name: string;
  service: AskedTerms;
  /** Sealed, and the place it is bound to. */
  secret: string | null;
  secretPlace: string;
  write(addresses: readonly string[], secret: string): WrittenQuestion;
  read(addresses: readonly string[], answer: { status: number; body: string }): Map<string, Finding> | null;
  keep(tx: SqlRunner, found: readonly Found<Finding>[]): Promise<void>;
}

/** Asks services of others for what they know of addresses. */
export interface Asker {
  /** Asks and resolves when what came is stored; no call begins after `untilMs`. Never rejects: what was not asked or answered says so. */
  ask<Finding>(of: Asked<Finding>, wishes: readonly AskWish[], untilMs: number): Promise<Map<string, AskEnd>>;
  /** Resolves when nothing is asked any more. */
  idle(): Promise<void>;
}

const CALLS_AT_ONCE = 8;

interface Parts {
  database: Database;
  sealer: Sealer;
  outgoing: Outgoing;
  world: World;
  log: Log;
}

/** What is asked at once by one process: of whom, and the purse it is paid from. */
interface Round<Finding> extends Asked<Finding> {
  opened: string;
  purse: LookupPurse;
  untilMs: number;
}

type Named = Pick<Asked<unknown>, 'workspace' | 'name'>;

/**
 * Every number is counted as paid before it is asked for, and given back only where it is proven that nothing was asked: a limit of the day is never passed, whatever processes do side by side. A service
 * that fails is left alone for a while by a breaker like that of a route. A number that is being asked for is not asked for again.
 */
export function createAsker({ database, sealer, outgoing, world, log }: Parts): Asker {
  const underway = new Map<string, Promise<AskEnd>>();
  const breakers = new Map<string, BreakerMemory>();

  function step(
    { workspace, name }: Named,
    seen: { good: number; faultMilli: number; slow: number; sent: number },
  ): boolean {
    const key = `${name} ${workspace}`;
    const before = breakers.get(key) ?? newBreaker(world.nowMs());
    const { memory, event } = stepBreaker(before, { atMs: world.nowMs(), ...seen }, BREAKER_SETTINGS, key);
    breakers.set(key, memory);
    if (event?.kind === 'opened')
      log.warn('A service of others that is asked fails; it is left alone for a while.', {
        workspace,
        service: name,
      });
    return readBreaker(memory, BREAKER_SETTINGS).admitPermille > 0;
  }
  const isOpenTo = (named: Named) => step(named, { good: 0, faultMilli: 0, slow: 0, sent: 0 });

  /** One call: what it said, or that nothing can be known of it. `left` is false where no byte of it left. */
  async function call<Finding>(
    round: Round<Finding>,
    wishes: readonly AskWish[],
  ): Promise<{ found: Found<Finding>[]; left: boolean }> {
    const { service, opened, workspace, name } = round;
    const addresses = wishes.map(({ address }) => address);
    const { url, method, headers, body } = round.write(addresses, opened);
    const sinceMs = world.nowMs();
    step(round, { good: 0, faultMilli: 0, slow: 0, sent: 1 });
    try {
      const answer = await outgoing.request({
        ...{ url, method: method === 'GET' ? 'GET' : 'POST', headers },
        ...(body === undefined ? {} : { body }),
        signal: AbortSignal.timeout(service.timeout_ms),
      });
      const said = round.read(addresses, answer);
      // What the service refuses of us is its fault here: every text would pay for the same refusal.
      step(round, { good: said === null ? 0 : 1, faultMilli: said === null ? 1000 : 0, slow: 0, sent: 0 });
      if (said === null)
        log.warn('A service of others that is asked gave no answer that can be read.', {
          workspace,
          service: name,
          status: answer.status,
        });
      const atMs = world.nowMs();
      const found = wishes.flatMap((wish) => {
        const finding = said?.get(wish.address);
        return finding === undefined ? [] : [{ ...wish, finding, atMs }];
      });
      return { found, left: true };
    } catch (error) {
      step(round, { good: 0, faultMilli: 1000, slow: 0, sent: 0 });
      const { stage } = error as { stage?: string };
      // The message of the error may carry the address, and the address the number.
      log.warn('A service of others that is asked was not reached or gave no answer.', {
        workspace,
        service: name,
        stage,
        afterMs: world.nowMs() - sinceMs,
      });
      return { found: [], left: stage !== 'refused' && stage !== 'connect' };
    }
  }

  async function askAll<Finding>(round: Round<Finding>, wishes: readonly AskWish[]): Promise<Map<string, AskEnd>> {
    const { service, purse, untilMs } = round;
    const ends = new Map(wishes.map(({ address }): [string, AskEnd] => [address, 'not_asked']));
    if (!isOpenTo(round)) return ends;
    const granted = await database.sql.begin((tx) => reserveLookups(tx, purse, wishes.length));
    for (const { address } of wishes.slice(granted)) ends.set(address, 'over_limit');
    const size = service.max_numbers;
    const calls = Array.from({ length: Math.ceil(granted / size) }, (_, n) =>
      wishes.slice(n * size, Math.min(granted, (n + 1) * size)),
    );
    let asked = 0;
    let answered = 0;
    try {
      for (let at = 0; at < calls.length && world.nowMs() <= untilMs && isOpenTo(round); at += CALLS_AT_ONCE) {
        const group = calls.slice(at, at + CALLS_AT_ONCE);
        const said = await Promise.all(group.map((some) => call(round, some)));
        asked += said.reduce((sum, { left }, n) => sum + (left ? (group[n]?.length ?? 0) : 0), 0);
        const found = said.flatMap((one) => one.found);
        answered += found.length;
        await keep(round, found);
        for (const [n, { left }] of said.entries())
          if (left) for (const { address } of group[n] ?? []) ends.set(address, 'no_answer');
        for (const { address } of found) ends.set(address, 'asked');
      }
    } finally {
      await settleLookups(database.sql, purse, { asked: asked - granted, answered });
    }
    return ends;
  }

  /** Beside others behind the turnstile, so that an erasure is seen or waits. */
  async function keep<Finding>(round: Round<Finding>, found: readonly Found<Finding>[]): Promise<void> {
    if (found.length === 0) return;
    await database.sql.begin(async (tx) => {
      await passTurnstile(tx, round.workspace, false);
      await round.keep(tx, found);
    });
  }

  function begin<Finding>(
    of: Asked<Finding>,
    wishes: readonly AskWish[],
    untilMs: number,
  ): Promise<Map<string, AskEnd>> {
    if (wishes.length === 0) return Promise.resolve(new Map());
    const { workspace, name, service, secret, secretPlace } = of;
    const purse: LookupPurse = {
      workspace,
      service: name,
      day: new Date(world.nowMs()).toISOString().slice(0, 10),
      currency: service.currency,
      priceMicros: service.price_micros,
      numbersMax: service.daily_numbers,
      microsMax: service.daily_micros,
    };
    const open = async () => (secret === null ? '' : sealer.open(secret, secretPlace));
    return open()
      .then((opened) => askAll({ ...of, opened, purse, untilMs }, wishes))
      .catch((error) => {
        log.warn('A service of others could not be asked.', { workspace, service: name, error: String(error) });
        return new Map();
      });
  }

  return {
    async ask(of, wishes, untilMs) {
      const nameOf = (address: string) => `${of.name} ${of.workspace} ${address}`;
      const own = [...new Map(wishes.map((wish) => [wish.address, wish])).values()];
      const fresh = own.filter(({ address }) => !underway.has(nameOf(address)));
      const asking = begin(of, fresh, untilMs);
      for (const { address } of fresh) {
        const name = nameOf(address);
        underway.set(
          name,
          asking.then((ends) => ends.get(address) ?? 'not_asked').finally(() => underway.delete(name)),
        );
      }
      const ends = own.map(
        async ({ address }): Promise<[string, AskEnd]> => [
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
