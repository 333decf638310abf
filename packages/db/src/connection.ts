import net from 'node:net';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import * as schema from './schema/index.ts';

/** A pool of postgres.js connections for hand-written SQL. */
export type Sql = postgres.Sql;
/** One transaction of that pool. */
export type Transaction = postgres.TransactionSql;
/** Either: a repository function takes what its caller has. */
export type SqlRunner = Sql | Transaction;
/** drizzle over a pool of its own, for the tables people edit. */
export type Orm = ReturnType<typeof openOrm>;

/** How to reach the database and how many connections to hold. */
export interface DatabaseOptions {
  /** With `?host=/folder` the server is reached by its socket file there, as libpq does. */
  url: string;
  /** Connections for hand-written SQL. */
  maxConnections: number;
  /** Shown in pg_stat_activity. */
  applicationName: string;
  /** Called when the server sends a notice worth logging. */
  onNotice?: (text: string) => void;
}

/** The open database: a pool for hot SQL, drizzle for the rest. */
export interface Database {
  sql: Sql;
  orm: Orm;
  close(): Promise<void>;
}

// postgres.js leaves Nagle's algorithm on, which holds back the last small write of a statement for tens of milliseconds.
// The socket is handed over while it connects (what is written to it waits): postgres.js hears of a refused connection only through
// the socket's own events. Told by a rejected promise instead, it would never use that place of the pool again, nor listen again.
function openSocket(options: postgres.ParsedOptions<Record<string, never>>): net.Socket {
  const socket = options.path
    ? net.connect(options.path)
    : net.connect({ port: options.port[0] ?? 5432, host: options.host[0] ?? '127.0.0.1' });
  return socket.setNoDelay(true);
}

// Seconds before a place of the pool tries again after a lost or refused connection. All places count together, so the library's own
// growth (up to 20 s) would be reached at the first restart of a server; a second keeps a whole fleet harmless and back in time.
const reconnectDelay = (failures: number): number => (failures === 0 ? 0 : 0.25 + 0.75 * Math.min(1, failures / 20));

// A process that is put to sleep inside a transaction must not hold its locks for as long as it sleeps: others wait for the same counters.
// Shorter than the lease of a worker, so that whoever takes its claims over finds them free.
const LONGEST_PAUSE_MS = 10_000;

// How libpq is told the folder of a server's socket file: the driver takes the path of the file instead.
const SOCKET_FOLDER = /[?&]host=(\/|%2F)/i;

function placeOf(given: string): { url: string; path?: string } {
  if (!SOCKET_FOLDER.test(given)) return { url: given };
  const url = new URL(given);
  const folder = url.searchParams.get('host');
  url.searchParams.delete('host');
  return { url: url.toString(), path: `${folder}/.s.PGSQL.${url.port || 5432}` };
}

function openPool(options: DatabaseOptions, maxConnections: number): Sql {
  const { url, ...place } = placeOf(options.url);
  return postgres(url, {
    ...place,
    max: maxConnections,
    idle_timeout: 0,
    connect_timeout: 10,
    backoff: reconnectDelay,
    max_lifetime: null,
    // Without JIT: statements here are many and short, and compiling one costs more than running it.
    connection: {
      application_name: options.applicationName,
      jit: false,
      TimeZone: 'UTC',
      idle_in_transaction_session_timeout: LONGEST_PAUSE_MS,
    },
    onnotice: (notice) => options.onNotice?.(String(notice.message)),
    socket: openSocket,
  } as postgres.Options<Record<string, never>>);
}

// drizzle changes the parsers of the client it wraps (timestamps become text), hence a pool apart.
function openOrm(pool: Sql) {
  return drizzle(pool, { schema });
}

/** Opens the pools; connections are made on first use. Errors surface on the first statement. */
export function openDatabase(options: DatabaseOptions): Database {
  const sql = openPool(options, options.maxConnections);
  const ormPool = openPool(options, 4);
  return {
    sql,
    orm: openOrm(ormPool),
    async close() {
      await Promise.all([sql.end({ timeout: 5 }), ormPool.end({ timeout: 5 })]);
    },
  };
}

/**
 * Sends COMMIT behind all that was asked of the transaction so far without waiting for the answers: the server does it in one go, and
 * skips the COMMIT when anything before it fails. For the last statements of a transaction, which must be on their way by then
 * (`.execute()`): whatever is asked afterwards is refused.
 */
export function commitBehind(tx: Transaction): void {
  // From our patch of the driver, of which its types know nothing.
  (tx as Transaction & { commit(): void }).commit();
}

/**
 * From here on to the end of the transaction a statement is planned once a connection. For statements about a few rows, whose planning
 * costs more than running them.
 */
export async function planOnce(tx: Transaction): Promise<void> {
  await tx`select set_config('plan_cache_mode', 'force_generic_plan', true)`.execute();
}

/** The role without rights of its own that tenant statements run under; row-level security applies to it and to nobody else. */
export const TENANT_ROLE = 'signalbox_tenant';

/**
 * Runs `work` in one transaction that sees and writes only rows of the given workspaces (internal numbers).
 * `asOwner` inside it steps back to the connecting user, for the queue's tables. Who waits for a lock longer than `lockTimeoutMs` fails.
 */
export async function withTenant<T>(
  sql: Sql,
  workspaces: readonly number[],
  work: (tx: Transaction, asOwner: () => Promise<unknown>) => Promise<T>,
  options: { lockTimeoutMs?: number } = {},
): Promise<T> {
  const result = await sql.begin((tx) => {
    // Not waited for: statements run in order, and none runs after this one has failed.
    enterTenant(tx, workspaces, options.lockTimeoutMs ?? 0).catch(() => undefined);
    return work(tx, () => tx`select set_config('role', 'none', true)`.execute());
  });
  return result as T;
}

function enterTenant(tx: Transaction, workspaces: readonly number[], lockTimeoutMs: number) {
  return tx`select set_config('role', ${TENANT_ROLE}, true), set_config('lock_timeout', ${`${lockTimeoutMs}`}, true),
    set_config('signalbox.workspaces', ${`{${workspaces.join(',')}}`}, true)`;
}
