import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateDatabase, openDatabase, type Sql } from '@signalbox/db';
import { findFreePort } from '@signalbox/db/embedded';
import type { SuiteContext } from '../scripts/suite/context.ts';
import { buildApps } from '../scripts/system/build.ts';
import { type Carriers, openCarriers } from './rig/carrier.ts';
import { type DatabaseServer, startDatabaseServer } from './rig/database-server.ts';
import { type Program, startProgram } from './rig/programs.ts';

/** A whole system to break: durable PostgreSQL, api, workers as processes of their own, and the simulator's carriers. */
export type Rig = {
  sql: Sql;
  database: DatabaseServer;
  api: Program;
  workers: Program[];
  carriers: Carriers;
  apiUrl: string;
  smppPort: number;
  /** Folder of the programs' logs and of the carriers' own log. */
  logs: string;
  /** Starts so many workers in all, or ends those that are too many. */
  haveWorkers: (count: number) => Promise<void>;
};

/** Starts a system with one worker, runs `work` on it, and ends all of it whatever happens. */
export async function withRig<T>(
  context: Pick<SuiteContext, 'seed' | 'signal'>,
  work: (rig: Rig) => Promise<T>,
): Promise<T> {
  const ends: (() => Promise<unknown>)[] = [];
  try {
    return await work(await startRig(context, ends));
  } finally {
    for (const end of ends.reverse()) await end();
  }
}

async function startRig(
  { seed, signal }: Pick<SuiteContext, 'seed' | 'signal'>,
  ends: (() => Promise<unknown>)[],
): Promise<Rig> {
  await buildApps(['simulator', 'api', 'worker'], { quiet: true });
  signal.throwIfAborted();
  const home = mkdtempSync(join(tmpdir(), 'signalbox-faults-'));
  ends.push(async () => rmSync(home, { recursive: true, force: true }));
  const logs = join(home, 'logs');
  mkdirSync(logs);
  const database = await startDatabaseServer();
  ends.push(database.stop);
  await migrateDatabase(database.url, Date.now());
  const { sql, close } = openDatabase({ url: database.url, maxConnections: 4, applicationName: 'signalbox-faults' });
  ends.push(close);
  const names = ['api', 'simulator', 'smpp', 'smtp', 'vendor'] as const;
  const ports = Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await findFreePort()] as const)),
  ) as Record<(typeof names)[number], number>;
  const start = async (name: string, entry: string, env: NodeJS.ProcessEnv, url: string) => {
    const program = await startProgram({
      name,
      entry,
      env,
      readyUrl: `${url}/readyz`,
      logFile: join(logs, `${name}.log`),
    });
    ends.push(program.stop);
    return program;
  };
  const controlUrl = `http://127.0.0.1:${ports.simulator}`;
  const logFile = join(logs, 'carriers.jsonl');
  const doors = {
    SIMULATOR_PORT: `${ports.simulator}`,
    SIMULATOR_SMPP_PORT: `${ports.smpp}`,
    SIMULATOR_SMTP_PORT: `${ports.smtp}`,
    SIMULATOR_VENDOR_PORT: `${ports.vendor}`,
  };
  await start(
    'simulator',
    'apps/simulator/dist/main.js',
    { ...doors, SIMULATOR_SEED: `${seed % 4_294_967_296}`, SIMULATOR_LOG_FILE: logFile },
    controlUrl,
  );
  const settings = { DATABASE_URL: database.url, SIGNALBOX_MASTER_KEY: randomBytes(32).toString('hex') };
  const apiUrl = `http://127.0.0.1:${ports.api}`;
  const api = await start('api', 'apps/api/dist/main.js', { ...settings, API_PORT: `${ports.api}` }, apiUrl);
  const workers: Program[] = [];
  const haveWorkers = async (count: number) => {
    while (workers.length < count) {
      const name = `worker-${workers.length + 1}`;
      const port = await findFreePort();
      const env = { ...settings, WORKER_PORT: `${port}`, WORKER_NAME: name };
      workers.push(await start(name, 'apps/worker/dist/main.js', env, `http://127.0.0.1:${port}`));
    }
    while (workers.length > count) await workers.pop()?.stop();
  };
  await haveWorkers(1);
  const carriers = openCarriers(controlUrl, logFile);
  return { sql, database, api, workers, carriers, apiUrl, smppPort: ports.smpp, logs, haveWorkers };
}
