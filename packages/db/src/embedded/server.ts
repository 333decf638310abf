import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Account } from './account.ts';
import { serverEnvironment } from './cluster.ts';
import { endProcess, findProcess } from './processes.ts';
import type { PostgresSettings } from './settings.ts';

const READY_TIMEOUT_MS = 60_000;
const LOG_LIMIT_BYTES = 10 * 1024 * 1024;

/** Signals of a PostgreSQL shutdown (postgres(1)): fast, then immediate, then none can refuse; waits in milliseconds. */
export const SHUTDOWN_STEPS: { signal: NodeJS.Signals; waitMs: number }[] = [
  { signal: 'SIGINT', waitMs: 30_000 },
  { signal: 'SIGQUIT', waitMs: 5_000 },
  { signal: 'SIGKILL', waitMs: 5_000 },
];

/**
 * Ends a server that an earlier, killed supervisor left running on this data folder, and removes a pid file whose
 * process is gone or belongs to somebody else. Answers whether one was running.
 */
export async function endLeftServer(dataDir: string): Promise<boolean> {
  const pidFile = join(dataDir, 'postmaster.pid');
  const pid = Number(readLine(pidFile, 1));
  const left = findProcess(pid);
  const ours = left?.command.includes(dataDir) === true;
  if (left && ours && !(await endProcess(left, SHUTDOWN_STEPS))) {
    throw new Error(`PostgreSQL of an earlier run (process ${pid}) does not end: end it by hand.`);
  }
  rmSync(pidFile, { force: true });
  return ours;
}

/** Removes the socket file of a server that was killed and the lock beside it, which a process of the same number would hold against us. */
export function removeSockets(stateDir: string): void {
  for (const name of readdirSync(stateDir)) if (name.startsWith('.s.PGSQL.')) rmSync(join(stateDir, name));
}

/** A server process that accepts connections. */
export type Server = { child: ChildProcess; pid: number };

/** Starts `postgres` on the data folder and resolves when it accepts connections; its messages go to the log file. */
export async function startServer(input: {
  postgres: string;
  dataDir: string;
  port: number;
  logFile: string;
  settings: PostgresSettings;
  account: Account | undefined;
}): Promise<Server> {
  const { dataDir, account } = input;
  rotate(input.logFile);
  const output = openSync(input.logFile, 'a', 0o600);
  const from = statSync(input.logFile).size;
  const options = Object.entries(input.settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(input.postgres, ['-D', dataDir, '-p', String(input.port), ...options], {
    cwd: dataDir,
    env: serverEnvironment(),
    // A group of its own: Ctrl-C in the terminal must reach the supervisor alone, the database ends last.
    detached: true,
    stdio: ['ignore', output, output],
    ...(account && { uid: account.uid, gid: account.gid }),
  });
  closeSync(output);
  const { promise: failure, reject } = Promise.withResolvers<never>();
  const fail = (code: number | null, signal: NodeJS.Signals | null) =>
    reject(startFailure(input.logFile, from, code ?? signal));
  child.once('error', reject).once('exit', fail);
  await Promise.race([waitUntilReady(dataDir, child), failure]);
  // Later its end is no failed start, and its log may be gone with the folder.
  child.off('exit', fail);
  return { child, pid: child.pid ?? 0 };
}

async function waitUntilReady(dataDir: string, child: ChildProcess): Promise<void> {
  const end = performance.now() + READY_TIMEOUT_MS;
  while (performance.now() < end) {
    if (child.exitCode !== null || child.signalCode !== null) return;
    // Line 8 of postmaster.pid is the server's own word on its state, as pg_ctl reads it.
    const pidFile = join(dataDir, 'postmaster.pid');
    if (readLine(pidFile, 1) === String(child.pid) && readLine(pidFile, 8) === 'ready') return;
    await sleep(10);
  }
  child.kill('SIGINT');
  throw new Error(
    `PostgreSQL was not ready after ${READY_TIMEOUT_MS / 1000} s: set DATABASE_URL to another server or look into its log.`,
  );
}

function startFailure(logFile: string, from: number, ending: number | string | null): Error {
  const lines = readFileSync(logFile).subarray(from).toString('utf8').trim().split('\n');
  const reasons = lines.filter((line) => /FATAL|PANIC|ERROR|could not|cannot/.test(line)).slice(-3);
  const said = (reasons.length > 0 ? reasons : lines.slice(-3)).join(' | ');
  return new Error(`PostgreSQL ended at once (${ending}): ${said || 'it said nothing'}`);
}

/** Ends the server by a fast shutdown; open transactions are rolled back, committed rows are safe. */
export async function stopServer(server: Server): Promise<void> {
  const facts = findProcess(server.pid);
  if (facts) await endProcess(facts, SHUTDOWN_STEPS);
}

/** A TCP port on 127.0.0.1 that nobody listens on now. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** True when a server could listen on this port of 127.0.0.1 now. */
export function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

function rotate(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT_BYTES) renameSync(file, `${file}.1`);
}

function readLine(file: string, line: number): string | undefined {
  try {
    return readFileSync(file, 'utf8').split('\n')[line - 1]?.trim();
  } catch {
    return undefined;
  }
}
