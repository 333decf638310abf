import { type RunningPostgres, startPostgres } from '@signalbox/db/embedded';
import postgres from 'postgres';

const OLDEST_VERSION = 15;

/** The database of a system: the embedded one, or the server DATABASE_URL names. */
export type SystemDatabase = { url: string; embedded: RunningPostgres | undefined; stop: () => Promise<void> };

/** Opens the database a system runs on; throws one sentence when the named server cannot be used. */
export async function openSystemDatabase(options: {
  home: string;
  databaseUrl: string | undefined;
  postgresPort: number | undefined;
  throwAway: boolean;
  say: (sentence: string) => void;
}): Promise<SystemDatabase> {
  if (options.databaseUrl) {
    await refuseUnfitServer(options.databaseUrl);
    return { url: options.databaseUrl, embedded: undefined, stop: async () => {} };
  }
  const { home, postgresPort: port, throwAway, say } = options;
  const embedded = await startPostgres({ home, throwAway, log: say, ...(port !== undefined && { port }) });
  return { url: embedded.url, embedded, stop: embedded.stop };
}

async function refuseUnfitServer(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    const [row] = await sql<
      { version: number }[]
    >`SELECT current_setting('server_version_num')::int / 10000 AS version`;
    const version = row?.version ?? 0;
    if (version < OLDEST_VERSION) {
      throw new Error(`DATABASE_URL names a PostgreSQL ${version}; ${OLDEST_VERSION} or newer is needed.`);
    }
  } catch (cause) {
    if (cause instanceof Error && cause.message.startsWith('DATABASE_URL')) throw cause;
    const reason = cause instanceof Error ? cause.message || cause.name : String(cause);
    throw new Error(`DATABASE_URL names a server that cannot be used: ${reason}.`, { cause });
  } finally {
    await sql.end({ timeout: 1 });
  }
}
