import { createHash } from 'node:crypto';
import type { Database } from '@signalbox/db';
import type { Log, World } from '../clock.ts';
import type { ConfigStore } from '../config/config-store.ts';
import type { Identity } from '../identity.ts';

/** Shape of an API key: `sb_live_` or `sb_test_`, a public prefix of 8, an underscore, and the secret. */
const KEY_PATTERN = /^sb_(live|test)_([0-9a-z]{8})_[0-9A-Za-z_-]{43}$/;
const CACHE_MS = 30_000;
const CACHE_MAX = 10_000;
const USE_FLUSH_MS = 30_000;

/** The public part of a key, or undefined when the text cannot be one. */
export function keyPrefixOf(key: string): string | undefined {
  return KEY_PATTERN.exec(key)?.[2];
}

/** What is stored of a key: the SHA-256 of the whole text in hex. The secret has 256 random bits, so no slow hash is needed. */
export function hashKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

/** Tells who a bearer is. Answers from memory; a change of any key empties the memory of every process at its commit. */
export interface KeyRing {
  /** The identity behind a key, or undefined when it is unknown, malformed or revoked. */
  authenticate(key: string): Promise<Identity | undefined>;
  close(): Promise<void>;
}

interface KeyRow {
  number: number;
  id: string;
  secretHash: string;
  environment: Identity['environment'];
  workspace: number;
  workspaceId: string;
  workspaceName: string;
}

/** Builds the key ring. */
export function createKeyRing(database: Database, config: ConfigStore, world: World, log: Log): KeyRing {
  const known = new Map<string, { identity: Identity | undefined; untilMs: number }>();
  const used = new Map<number, number>();
  config.onChange((table) => {
    if (table === 'api_key' || table === 'workspace' || table === '*') known.clear();
  });

  async function lookUp(key: string): Promise<Identity | undefined> {
    const prefix = keyPrefixOf(key);
    if (prefix === undefined) return undefined;
    const [row] = await database.sql<KeyRow[]>`
      select k.number, k.id, k.secret_hash as "secretHash", k.environment, k.workspace, w.id as "workspaceId", w.name as "workspaceName"
      from api_key k join workspace w on w.number = k.workspace
      where k.prefix = ${prefix} and k.revoked_at is null`;
    // The hash of a high-entropy secret is compared, so the time of the comparison tells nothing.
    if (row === undefined || row.secretHash !== hashKey(key)) return undefined;
    return {
      workspace: { number: row.workspace, id: row.workspaceId, name: row.workspaceName },
      environment: row.environment,
      actor: { kind: 'key', id: row.id, number: row.number },
    };
  }

  async function flushUses(): Promise<void> {
    const numbers = [...used.keys()];
    used.clear();
    if (numbers.length === 0) return;
    await database.sql`update api_key set last_used_at = now() where number = any(${`{${numbers.join(',')}}`}::int4[])`;
  }
  const timer = setInterval(() => {
    flushUses().catch((error) => log.warn('The last use of API keys could not be noted.', { error: String(error) }));
  }, USE_FLUSH_MS);
  timer.unref();

  return {
    async authenticate(key) {
      const nowMs = world.nowMs();
      const cached = known.get(key);
      let identity = cached?.identity;
      if (cached === undefined || cached.untilMs < nowMs) {
        identity = await lookUp(key);
        if (known.size >= CACHE_MAX) known.clear();
        known.set(key, { identity, untilMs: nowMs + CACHE_MS });
      }
      if (identity?.actor.kind === 'key') used.set(identity.actor.number, nowMs);
      return identity;
    },
    async close() {
      clearInterval(timer);
      await flushUses().catch(() => undefined);
    },
  };
}
