import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProcess } from './processes.ts';
import { endLeftServer } from './server.ts';
import { startPostgres } from './start-postgres.ts';

const PREFIX = 'signalbox-test-';

/** A throw-away PostgreSQL; `url` signs in as the role that owns the database and may make databases and roles. */
export type TestCluster = { url: string; adminUrl: string | undefined; stop: () => Promise<void> };

/**
 * One PostgreSQL for a whole test run in a temporary folder, gone after `stop`. With `useUrl` that server is used
 * instead and nothing is started. Folders and servers of test runs that were killed are removed first.
 */
export async function startTestCluster(options: { useUrl?: string } = {}): Promise<TestCluster> {
  if (options.useUrl) return { url: options.useUrl, adminUrl: undefined, stop: async () => {} };
  await sweepDeadRuns();
  const home = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  // Root's database account must walk through it; what lies inside has modes of its own.
  chmodSync(home, 0o711);
  const server = await startPostgres({ home, throwAway: true });
  // A test runner that is interrupted leaves by process.exit and forgets to tear down.
  const leave = () => {
    endAtOnce(server.pid);
    rmSync(home, { recursive: true, force: true });
  };
  process.once('exit', leave);
  const stop = async () => {
    process.off('exit', leave);
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  };
  return { url: server.url, adminUrl: server.adminUrl, stop };
}

/** An immediate shutdown (postgres(1)) waited for without the event loop, which no longer turns while a process exits. */
function endAtOnce(pid: number): void {
  try {
    process.kill(pid, 'SIGQUIT');
  } catch {
    return;
  }
  const sleeper = new Int32Array(new SharedArrayBuffer(4));
  for (let round = 0; round < 100 && findProcess(pid); round += 1) Atomics.wait(sleeper, 0, 0, 20);
}

async function sweepDeadRuns(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1]);
    if (!pid || findProcess(pid)) continue;
    const home = join(tmpdir(), name);
    const dataDir = join(home, 'postgres', 'data');
    try {
      if (existsSync(dataDir)) await endLeftServer(dataDir);
      rmSync(home, { recursive: true, force: true });
    } catch {
      // Another user's run: theirs to clean.
    }
  }
}
