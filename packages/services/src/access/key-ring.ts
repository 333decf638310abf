import { encodeId, type Scope, scopesOf } from '@signalbox/contracts';
import { isInside, type Network, parseAddress, parseNetwork } from '@signalbox/core';
import { type Database, type KeyCredentialRow, noteKeyUses, readCredential } from '@signalbox/db';
import type { Log, World } from '../clock.ts';
import type { ConfigStore } from '../config/config-store.ts';
import type { Identity } from '../identity.ts';
import { hashKey, readKeyText } from './spell-key.ts';
import { isTokenText, type TokenClaims, type Tokens } from './tokens.ts';

const CACHE_MS = 30_000;
const CACHE_MAX = 10_000;
const USE_FLUSH_MS = 30_000;

/** Why a bearer is nobody. `elsewhere`: the key is good, but not from this address. */
export type KeyRefusal = 'unknown' | 'mistyped' | 'expired' | 'elsewhere';

/** Who a bearer is and what the key may do, or why nobody. */
export type KeyVerdict = { ok: true; identity: Identity; scopes: ReadonlySet<Scope> } | { ok: false; why: KeyRefusal };

/**
 * Tells who a bearer is. Answers from memory; a change of any key empties the memory of every process at its commit, and what was being
 * looked up meanwhile is not remembered.
 */
export interface KeyRing {
  /**
   * Judges a key, or an access token of one, that was sent from an address. What was never made, or was revoked, is `unknown`; what cannot
   * be looked up, because the database is away, is not said to be: the failure of the database is thrown.
   */
  authenticate(bearer: string, address: string): Promise<KeyVerdict>;
  close(): Promise<void>;
}

/** What is remembered of the text of a key or token: good until an instant of our clock, and what is said after it. */
interface Known {
  verdict: KeyVerdict;
  networks: readonly Network[] | null;
  number: number | null;
  readAgainAtMs: number;
  /** When the key expires or its secret gives way to the next one. */
  endsAtMs: number;
  afterwards: KeyRefusal;
}

const refused = (why: KeyRefusal): KeyVerdict => ({ ok: false, why });

/** Who holds a key, and what of it may be done by the bearer. */
function holderOf(row: KeyCredentialRow, scopes: readonly Scope[]): Pick<Known, 'verdict' | 'networks' | 'number'> {
  return {
    verdict: {
      ok: true,
      identity: {
        workspace: { number: row.workspace, id: row.workspaceId, name: row.workspaceName },
        environment: row.environment,
        actor: { kind: 'key', id: row.id, number: row.number, name: row.name },
      },
      scopes: new Set(scopes),
    },
    networks: row.allowedNetworks?.flatMap((text) => parseNetwork(text) ?? []) ?? null,
    number: row.number,
  };
}

/** Builds the key ring. */
export function createKeyRing(
  database: Database,
  config: ConfigStore,
  tokens: Tokens,
  world: World,
  log: Log,
): KeyRing {
  const known = new Map<string, Known>();
  const used = new Set<number>();
  let emptied = 0;
  config.onNotice((table) => {
    if (table !== 'api_key' && table !== 'workspace' && table !== '*') return;
    known.clear();
    emptied += 1;
  });

  const nobody = (nowMs: number): Known => ({
    verdict: refused('unknown'),
    networks: null,
    number: null,
    readAgainAtMs: nowMs + CACHE_MS,
    endsAtMs: Number.POSITIVE_INFINITY,
    afterwards: 'unknown',
  });

  async function lookUp(key: string, prefix: string): Promise<Known> {
    const nowMs = world.nowMs();
    const found = nobody(nowMs);
    const row = await readCredential(database.sql, prefix);
    if (row === undefined) return found;
    // Hashes of high-entropy secrets are compared, so the time of the comparison tells nothing.
    const hash = hashKey(key);
    const isCurrent = row.secretHash === hash;
    const previousForMs = row.previousHash === hash ? (row.previousForMs ?? 0) : 0;
    if (!isCurrent && previousForMs <= 0) return found;
    const expiresInMs = row.expiresInMs ?? Number.POSITIVE_INFINITY;
    if (expiresInMs <= 0) return { ...found, verdict: refused('expired') };
    const outlives = isCurrent || expiresInMs < previousForMs;
    return {
      ...found,
      ...holderOf(row, scopesOf(row.scopes)),
      endsAtMs: nowMs + (outlives ? expiresInMs : previousForMs),
      afterwards: outlives ? 'expired' : 'unknown',
    };
  }

  /** A token is judged by what it says and by how its key stands now: the less of the two. */
  async function lookUpToken({ prefix, keyId, scopes, expiresAtMs }: TokenClaims): Promise<Known> {
    const nowMs = world.nowMs();
    const found = nobody(nowMs);
    const row = await readCredential(database.sql, prefix);
    if (row === undefined || encodeId('apiKey', row.id) !== keyId) return found;
    const keyEndsAtMs = nowMs + (row.expiresInMs ?? Number.POSITIVE_INFINITY);
    const held = scopesOf(row.scopes);
    return {
      ...found,
      ...holderOf(row, scopes?.filter((scope) => held.includes(scope)) ?? held),
      endsAtMs: Math.min(expiresAtMs, keyEndsAtMs),
      afterwards: 'expired',
    };
  }

  async function recall(bearer: string): Promise<Known | KeyRefusal> {
    const remembered = known.get(bearer);
    if (remembered !== undefined && remembered.readAgainAtMs >= world.nowMs()) return remembered;
    const before = emptied;
    const found = await (isTokenText(bearer) ? findToken(bearer) : findKey(bearer));
    if (typeof found === 'string') return found;
    if (known.size >= CACHE_MAX) known.clear();
    // A key that was changed while it was looked up may have been read as it was before the change.
    if (before === emptied) known.set(bearer, found);
    return found;
  }

  async function findKey(key: string): Promise<Known | KeyRefusal> {
    const reading = readKeyText(key);
    if (reading.kind !== 'key') return reading.kind === 'mistyped' ? 'mistyped' : 'unknown';
    return lookUp(key, reading.prefix);
  }

  async function findToken(token: string): Promise<Known | KeyRefusal> {
    const claims = await tokens.read(token);
    if (claims === undefined) return 'unknown';
    return claims === 'expired' ? 'expired' : lookUpToken(claims);
  }

  async function flushUses(): Promise<void> {
    const numbers = [...used];
    used.clear();
    if (numbers.length > 0) await noteKeyUses(database.sql, numbers);
  }
  const timer = setInterval(() => {
    flushUses().catch((error) => log.warn('The last use of API keys could not be noted.', { error: String(error) }));
  }, USE_FLUSH_MS);
  timer.unref();

  return {
    async authenticate(bearer, address) {
      const found = await recall(bearer);
      if (typeof found === 'string') return refused(found);
      if (!found.verdict.ok) return found.verdict;
      if (found.endsAtMs <= world.nowMs()) return refused(found.afterwards);
      if (found.networks !== null) {
        const bytes = parseAddress(address);
        if (bytes === undefined || !isInside(found.networks, bytes)) return refused('elsewhere');
      }
      if (found.number !== null) used.add(found.number);
      return found.verdict;
    },
    async close() {
      clearInterval(timer);
      await flushUses().catch(() => undefined);
    },
  };
}
