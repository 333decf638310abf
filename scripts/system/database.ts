import { setTimeout as sleep } from 'node:timers/promises';
import { type RunningPostgres, startPostgres } from '@signalbox/db/embedded';
import postgres from 'postgres';

const OLDEST_VERSION = 15;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 10_000;

/** The database of a system: the embedded one, or the server DATABASE_URL names. */
export type SystemDatabase = {
  url: string;
  /** The embedded server of this moment (it is started again when it ends unasked). */
  embedded: () => RunningPostgres | undefined;
  stop: () => Promise<void>;
};

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
    return { url: options.databaseUrl, embedded: () => undefined, stop: async () => {} };
  }
  const { home, postgresPort, throwAway, say } = options;
  const start = (port: number | undefined) =>
    startPostgres({ home, throwAway, log: say, ...(port !== undefined && { port }) });
  return keepRunning(await start(postgresPort), start, say);
}

/** Starts the server again on the same port, with growing pauses, whenever it ends by itself. */
function keepRunning(
  first: RunningPostgres,
  start: (port: number) => Promise<RunningPostgres>,
  say: (sentence: string) => void,
): SystemDatabase {
  let current = first;
  let stopping = false;
  let pauseMs = FIRST_PAUSE_MS;
  const again = async () => {
    while (!stopping) {
      const ending = await current.ended;
      if (stopping) return;
      say(`PostgreSQL ended unasked (${ending}); it starts again.`);
      try {
        current = await start(first.port);
        pauseMs = FIRST_PAUSE_MS;
      } catch (error) {
        say(error instanceof Error ? error.message : String(error));
        pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
        await sleep(pauseMs);
      }
    }
    await current.stop();
  };
  const watching = again();
  const stop = async () => {
    stopping = true;
    await current.stop();
    await watching;
  };
  return { url: first.localUrl, embedded: () => current, stop };
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
