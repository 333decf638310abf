import { existsSync, renameSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chooseAccount, chooseStateDir } from './account.ts';
import { placeBinaries } from './binaries.ts';
import { ensureDataDir, makeDir, sweepLeftovers } from './cluster.ts';
import { ensureDatabase } from './database.ts';
import { type ClusterKeys, keepKeys, makeKeys, readKeys } from './keys.ts';
import { findProcess, isSameProcess } from './processes.ts';
import {
  endLeftServer,
  findFreePort,
  isPortFree,
  removeSockets,
  type Server,
  startServer,
  stopServer,
} from './server.ts';
import { durableSettings, type PostgresSettings, throwAwaySettings } from './settings.ts';

/** How to start the embedded PostgreSQL; `home` is the folder of one Signalbox installation. */
export type PostgresOptions = {
  home: string;
  /** 127.0.0.1 port; default: the one used last when still free, else any free one. */
  port?: number;
  /** Told in plain sentences what takes time or was repaired. */
  log?: (sentence: string) => void;
  /** Added to, and winning over, the settings chosen for this machine. */
  settings?: PostgresSettings;
  /** For clusters that are thrown away: nothing is flushed to disk. */
  throwAway?: boolean;
};

/** A running embedded PostgreSQL: `url` signs in as the owner of the database, `adminUrl` as superuser. */
export type RunningPostgres = {
  url: string;
  /** `url` for the programs of this installation (see `DatabaseOptions`): by the socket file, which costs less than TCP. */
  localUrl: string;
  adminUrl: string;
  port: number;
  pid: number;
  /** Resolves with the exit code or signal when the server ends, asked or not. */
  ended: Promise<number | string>;
  stop: () => Promise<void>;
};

/**
 * Starts PostgreSQL 18 from the npm platform package for this home folder: makes the cluster on first use, recovers from
 * a killed earlier run, and resolves once role and database `signalbox` are there. Throws one sentence that names the cure.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const home = resolve(options.home);
  const log = options.log ?? (() => {});
  const account = chooseAccount();
  if (!existsSync(home)) makeDir(home, account ? 0o711 : 0o700);
  const stateDir = chooseStateDir(home, account);
  makeDir(stateDir, 0o700, account);
  const dataDir = join(stateDir, 'data');
  const kept = readKeys(home);
  refuseSecondOwner(home, kept);
  if (!kept && existsSync(dataDir)) setAside(dataDir, log);
  const keys = kept ?? makeKeys();
  keepKeys(home, { ...keys, owner: ownProcess() });

  const binaries = placeBinaries(stateDir, account);
  sweepLeftovers(stateDir, basename(dirname(dirname(binaries.postgres))));
  const flush = options.throwAway !== true;
  const fresh = await ensureDataDir({
    stateDir,
    dataDir,
    binaries,
    account,
    adminPassword: keys.admin_password,
    flush,
  });
  if (!fresh && (await endLeftServer(dataDir))) log('Stopped the PostgreSQL that an interrupted run had left behind.');
  removeSockets(stateDir);

  makeDir(join(home, 'logs'), 0o700);
  const socketDir = canHoldSocket(stateDir) ? stateDir : '';
  const settings = {
    ...durableSettings(),
    unix_socket_directories: socketDir,
    ...(options.throwAway && throwAwaySettings),
    ...options.settings,
  };
  const start = (port: number) =>
    startServer({
      postgres: binaries.postgres,
      dataDir,
      port,
      logFile: join(home, 'logs', 'postgres.log'),
      settings,
      account,
    });
  const { server, port } = await startOnPort(start, options.port, keys.port);
  keepKeys(home, { ...keys, port, owner: ownProcess() });

  const urlOf = (user: string, password: string, database: string) =>
    `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
  const url = urlOf('signalbox', keys.password, 'signalbox');
  const localUrl = socketDir === '' ? url : `${url}?host=${encodeURIComponent(socketDir)}`;
  const adminUrl = urlOf('postgres', keys.admin_password, 'postgres');
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= stopServer(server).then(() => keepKeys(home, { ...keys, port }));
    return stopping;
  };
  try {
    await ensureDatabase({ url, adminUrl, password: keys.password });
  } catch (error) {
    await stop();
    throw error;
  }
  const ended = new Promise<number | string>((done) => {
    if (server.child.exitCode !== null || server.child.signalCode !== null)
      done(server.child.exitCode ?? server.child.signalCode ?? 0);
    server.child.once('exit', (code, signal) => done(code ?? signal ?? 0));
  });
  return { url, localUrl, adminUrl, port, pid: server.pid, ended, stop };
}

// An address of a socket has 104 bytes or more, by system; the server takes a list of folders, split at commas.
const LONGEST_SOCKET_PATH = 100;
const canHoldSocket = (folder: string): boolean =>
  Buffer.byteLength(join(folder, '.s.PGSQL.65535')) <= LONGEST_SOCKET_PATH && !/[",\s]/.test(folder);

function ownProcess(): ClusterKeys['owner'] {
  const facts = findProcess(process.pid);
  return facts && { pid: facts.pid, birth: facts.birth };
}

function refuseSecondOwner(home: string, keys: ClusterKeys | undefined): void {
  const owner = keys?.owner;
  if (owner && owner.pid !== process.pid && isSameProcess(owner.pid, owner.birth)) {
    throw new Error(
      `The database in ${home} is already run by process ${owner.pid}: stop that one, or set SIGNALBOX_HOME to another folder.`,
    );
  }
}

/** Without its password nobody can open the old cluster; it is kept under another name, never deleted. */
function setAside(dataDir: string, log: (sentence: string) => void): void {
  const aside = `${dataDir}-without-password-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`;
  renameSync(dataDir, aside);
  log(`The database's password file is gone, so the old data was set aside as ${aside} and a fresh database is made.`);
}

async function startOnPort(
  start: (port: number) => Promise<Server>,
  wanted: number | undefined,
  last: number | undefined,
): Promise<{ server: Server; port: number }> {
  if (wanted !== undefined) {
    if (!(await isPortFree(wanted))) throw new Error(`Port ${wanted} for PostgreSQL is already in use.`);
    return { server: await start(wanted), port: wanted };
  }
  for (let attempt = 1; ; attempt += 1) {
    const reuse = attempt === 1 && last !== undefined && (await isPortFree(last));
    const port = reuse ? last : await findFreePort();
    try {
      return { server: await start(port), port };
    } catch (error) {
      // Between our look and the server's bind somebody else may take the port; and the children of a server that
      // was killed need a moment to notice and let go of its shared memory.
      if (attempt === 5 || !/could not bind|could not create any TCP|shared memory block/.test(String(error)))
        throw error;
      await sleep(attempt * 100);
    }
  }
}
