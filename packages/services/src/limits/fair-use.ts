import { type Environment, SignalboxError } from '@signalbox/contracts';
import { type Database, leaseTokens, type RateLimitRow, type TokenWish } from '@signalbox/db';
import type { Log, World } from '../clock.ts';
import type { ConfigStore } from '../config/config-store.ts';
import type { Identity } from '../identity.ts';

/** Who calls, as far as limits know callers. */
export type Caller = Pick<Identity, 'workspace' | 'environment' | 'actor'>;

/** How a caller stands with the tightest of its limits: so many at once, so many left, and the seconds until all are there again. */
export interface Standing {
  limit: number;
  remaining: number;
  resetSeconds: number;
}

/**
 * Token buckets for each key, workspace and country, shared by all processes. A process leases tokens ahead and takes from its lease in
 * memory, so that a call under way needs the database a few times a second at most; a bucket that is known to be empty is not asked
 * again before it can have something. When the database cannot be asked, calls pass: a limit is no reason to lose a message.
 */
export interface FairUse {
  /** Throws `rate_limited` when a limit of the caller is known to be used up. Answers from memory: the cheapest way to refuse. */
  assertNotSpent(caller: Caller): void;
  /** Counts one call that sends nothing, or throws `rate_limited`. */
  countCall(caller: Caller): Promise<void>;
  /**
   * Counts messages by country (ISO 3166-1, '' without one). Throws `rate_limited` when the caller's own limits are used up; returns the
   * refusals of single countries, whose messages are not counted.
   */
  countMessages(caller: Caller, byCountry: ReadonlyMap<string, number>): Promise<Map<string, SignalboxError>>;
  /** How the caller stands; undefined when nothing limits it. */
  standingOf(caller: Caller): Standing | undefined;
}

/** The limits that a caller's calls meet: those on the caller itself, and those on countries by ISO 3166-1. */
interface LimitsMet {
  own: readonly RateLimitRow[];
  countries: ReadonlyMap<string, RateLimitRow>;
}

interface Cost {
  limit: RateLimitRow;
  tokens: number;
}

/** What a process holds of a bucket, and what it knows of the rest. */
interface Share {
  tokens: number;
  expiresAtMs: number;
  /** What was left for all when last asked, and when that was. */
  left: number;
  askedAtMs: number;
  /** Taken since the last lease: the next one is for as much again. */
  used: number;
}

// How far ahead a process leases: longer saves questions to the database, shorter keeps less from the other processes.
const AHEAD_MS = 250;
// A lease that is not used up by then is forgotten: what it took from the bucket has been refilled.
const LEASE_MS = 1000;
const LEAST_SPAN_MS = 10;
const LEAST_WAIT_SECONDS = 1;

const NO_LIMITS: LimitsMet = { own: [], countries: new Map() };

/** Builds the counters of a process. */
export function createFairUse(database: Database, config: ConfigStore, world: World, log: Log): FairUse {
  const shares = new Map<number, Share>();
  const wishes = new Map<number, TokenWish>();
  // By the limits of a workspace as they were read, which are new ones after each change, then by environment and key.
  const met = new WeakMap<readonly RateLimitRow[], Record<Environment, Map<number | null, LimitsMet>>>();
  let leasing: Promise<void> | undefined;
  config.onChange((table) => {
    if (table === 'rate_limit' || table === '*') forgetLifted();
  });

  function forgetLifted(): void {
    const { workspaces, limitsOf } = config.current();
    const standing = new Set([...workspaces.keys()].flatMap((one) => limitsOf(one).map(({ number }) => number)));
    for (const number of shares.keys()) if (!standing.has(number)) shares.delete(number);
  }

  const shareOf = ({ number, burst }: RateLimitRow): Share => {
    let share = shares.get(number);
    if (share === undefined) {
      share = { tokens: 0, expiresAtMs: 0, left: burst, askedAtMs: 0, used: 0 };
      shares.set(number, share);
    }
    return share;
  };

  function limitsFor({ workspace, environment, actor }: Caller): LimitsMet {
    const rows = config.current().limitsOf(workspace.number);
    if (rows.length === 0) return NO_LIMITS;
    let callers = met.get(rows);
    if (callers === undefined) {
      callers = { live: new Map(), sandbox: new Map() };
      met.set(rows, callers);
    }
    const number = actor.kind === 'key' ? actor.number : null;
    const known = callers[environment].get(number) ?? meet(rows, environment, number);
    callers[environment].set(number, known);
    return known;
  }

  const held = (share: Share, nowMs: number): number => (share.expiresAtMs > nowMs ? share.tokens : 0);

  /** What the bucket may hold by now: less when other processes took of it meanwhile. */
  const expected = ({ perSecond, burst }: RateLimitRow, share: Share, nowMs: number): number =>
    share.askedAtMs === 0 ? burst : Math.min(burst, share.left + ((nowMs - share.askedAtMs) / 1000) * perSecond);

  /** Seconds until the bucket can have what a call costs at the earliest; 0 when it may have it now. */
  function waitFor({ limit, tokens }: Cost, nowMs: number): number {
    const share = shareOf(limit);
    if (held(share, nowMs) >= tokens) return 0;
    const lacking = Math.min(tokens, limit.burst) - expected(limit, share, nowMs);
    return lacking <= 0 ? 0 : lacking / limit.perSecond;
  }

  async function runLease(): Promise<void> {
    const asked = [...wishes.values()];
    wishes.clear();
    leasing = undefined;
    const nowMs = world.nowMs();
    try {
      const leases = await leaseTokens(database.sql, asked);
      for (const { rule, granted, left } of leases) {
        const share = shares.get(rule);
        if (share === undefined) continue;
        Object.assign(share, {
          tokens: held(share, nowMs) + granted,
          expiresAtMs: nowMs + LEASE_MS,
          left,
          askedAtMs: nowMs,
          used: 0,
        });
      }
    } catch (error) {
      log.warn('Rate limits could not be counted; calls pass for now.', { error: String(error) });
      for (const { limit, want } of asked) {
        const share = shares.get(limit.number);
        if (share !== undefined)
          Object.assign(share, { tokens: held(share, nowMs) + want, expiresAtMs: nowMs + LEASE_MS });
      }
    }
  }

  /** Asks for what calls lack; those of one turn of the event loop, and those that come while one is asked for, are one question. */
  function lease(costs: readonly Cost[], nowMs: number): Promise<void> {
    for (const { limit, tokens } of costs) {
      const share = shareOf(limit);
      const wish = wishes.get(limit.number) ?? { limit, must: 0, want: ahead(limit, share, nowMs) };
      wish.must = Math.max(wish.must, tokens);
      wish.want += tokens;
      wishes.set(limit.number, wish);
    }
    leasing ??= Promise.resolve().then(runLease);
    return leasing;
  }

  /** What will be used in the time a lease is for, going on as since the last; never more than the limit gives in that time. */
  function ahead({ perSecond }: RateLimitRow, { used, askedAtMs }: Share, nowMs: number): number {
    const goingOn = (used * AHEAD_MS) / Math.max(LEAST_SPAN_MS, nowMs - askedAtMs);
    return Math.floor(Math.min(goingOn, (perSecond * AHEAD_MS) / 1000));
  }

  /** Takes so many of each limit from what is held of them; false when one of them lacks some, and nothing is taken. */
  function takeHeld(limits: readonly RateLimitRow[], tokens: number): boolean {
    const nowMs = world.nowMs();
    for (const limit of limits) if (held(shareOf(limit), nowMs) < tokens) return false;
    put(limits, -tokens);
    return true;
  }

  /** Takes all or nothing; returns the limit that refuses. */
  async function take(costs: readonly Cost[]): Promise<{ limit: RateLimitRow; waitSeconds: number } | undefined> {
    for (;;) {
      const nowMs = world.nowMs();
      for (const cost of costs) {
        const waitSeconds = waitFor(cost, nowMs);
        if (waitSeconds > 0) return { limit: cost.limit, waitSeconds };
      }
      const lacking = costs.filter(({ limit, tokens }) => held(shareOf(limit), nowMs) < tokens);
      if (lacking.length === 0) break;
      await lease(lacking, nowMs);
    }
    for (const { limit, tokens } of costs) {
      const share = shareOf(limit);
      share.tokens -= tokens;
      share.used += tokens;
    }
    return undefined;
  }

  /** Puts tokens back into what is held of each limit; takes them out of it where there are less than none. */
  function put(limits: readonly RateLimitRow[], tokens: number): void {
    for (const limit of limits) {
      const share = shareOf(limit);
      share.tokens += tokens;
      share.used -= tokens;
    }
  }

  return {
    assertNotSpent(caller) {
      const nowMs = world.nowMs();
      for (const limit of limitsFor(caller).own) {
        const waitSeconds = waitFor({ limit, tokens: 1 }, nowMs);
        if (waitSeconds > 0) throw refusalOf(limit, waitSeconds);
      }
    },
    async countCall(caller) {
      const refused = await take(limitsFor(caller).own.map((limit) => ({ limit, tokens: 1 })));
      if (refused !== undefined) throw refusalOf(refused.limit, refused.waitSeconds);
    },
    async countMessages(caller, byCountry) {
      const { own, countries } = limitsFor(caller);
      const closed = new Map<string, SignalboxError>();
      let total = 0;
      for (const count of byCountry.values()) total += count;
      if (!takeHeld(own, total)) {
        const refused = await take(own.map((limit) => ({ limit, tokens: total })));
        if (refused !== undefined) throw refusalOf(refused.limit, refused.waitSeconds);
      }
      const lacking: Promise<void>[] = [];
      for (const [country, tokens] of byCountry) {
        const limit = countries.get(country);
        if (limit === undefined || takeHeld([limit], tokens)) continue;
        const asked = take([{ limit, tokens }]).then((full) => {
          if (full === undefined) return;
          closed.set(country, refusalOf(limit, full.waitSeconds));
          put(own, tokens);
        });
        lacking.push(asked);
      }
      if (lacking.length > 0) await Promise.all(lacking);
      return closed;
    },
    standingOf(caller) {
      const nowMs = world.nowMs();
      let tightest: Standing | undefined;
      for (const limit of limitsFor(caller).own) {
        const { burst, perSecond } = limit;
        const share = shareOf(limit);
        const there = Math.max(0, held(share, nowMs) + expected(limit, share, nowMs));
        const remaining = Math.min(burst, Math.floor(there));
        if (tightest !== undefined && tightest.remaining / tightest.limit <= remaining / burst) continue;
        tightest = { limit: burst, remaining, resetSeconds: Math.ceil(Math.max(0, burst - there) / perSecond) };
      }
      return tightest;
    },
  };
}

function meet(rows: readonly RateLimitRow[], environment: Environment, key: number | null): LimitsMet {
  const here = rows.filter((limit) => limit.environment === environment);
  return {
    own: here.filter(({ kind, apiKey }) => kind === 'workspace' || (kind === 'key' && key !== null && key === apiKey)),
    countries: new Map(here.flatMap((limit) => (limit.country === null ? [] : [[limit.country, limit] as const]))),
  };
}

function refusalOf(limit: RateLimitRow, waitSeconds: number): SignalboxError {
  const { perSecond, burst } = limit;
  const who = { key: 'This API key', workspace: 'This workspace', country: `Messages to ${limit.country}` }[limit.kind];
  return new SignalboxError('rate_limited', {
    detail: `${who} ${limit.kind === 'country' ? 'are' : 'is'} limited to ${perSecond} a second, ${burst} at once.`,
    retryAfterSeconds: Math.max(LEAST_WAIT_SECONDS, Math.ceil(waitSeconds)),
  });
}
