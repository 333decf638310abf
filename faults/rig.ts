import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateDatabase, openDatabase, type Sql } from '@signalbox/db';
import { findFreePort } from '@signalbox/db/embedded';
import { buildApps } from '../scripts/system/build.ts';
import { type Carriers, openCarriers } from './rig/carrier.ts';
import { type DatabaseServer, startDatabaseServer } from './rig/database-server.ts';
import { type Program, startProgram } from './rig/programs.ts';

/** A whole system to break: durable PostgreSQL, api, workers as processes of their own, and the simulator's carriers. */
export type Rig = {
  sql: Sql;
  database: DatabaseServer;
  api: Program;
  workers: readonly Program[];
  carriers: Carriers;
  apiUrl: string;
  smppPort: number;
  /** Folder of the programs' logs and of the carriers' own log. */
  logs: string;
  /** Starts one more process of the api and returns its address. */
  startAnotherApi: () => Promise<string>;
};

const WORKERS = 2;

/** Starts a system with two workers; what must be ended is added to `ends`. */
export async function startRig(ends: (() => Promise<unknown>)[], seed: number): Promise<Rig> {
  await buildApps(['simulator', 'api', 'worker'], { quiet: true });
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
  const startAnotherApi = async () => {
    const port = await findFreePort();
    const url = `http://127.0.0.1:${port}`;
    await start(`api-${port}`, 'apps/api/dist/main.js', { ...settings, API_PORT: `${port}` }, url);
    return url;
  };
  const startWorker = async (name: string) => {
    const port = await findFreePort();
    const env = { ...settings, WORKER_PORT: `${port}`, WORKER_NAME: name };
    return start(name, 'apps/worker/dist/main.js', env, `http://127.0.0.1:${port}`);
  };
  const workers = await Promise.all(Array.from({ length: WORKERS }, (_, index) => startWorker(`worker-${index + 1}`)));
  const carriers = await openCarriers(controlUrl, logFile);
  return { sql, database, api, workers, carriers, apiUrl, smppPort: ports.smpp, logs, startAnotherApi };
}
