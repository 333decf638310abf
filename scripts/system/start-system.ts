import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findFreePort, type ProcessFacts } from '@signalbox/db/embedded';
import type { Ports } from '../env.ts';
import { showStep } from '../progress.mjs';
import { addressesOf, type Demo } from './addresses.ts';
import { type App, apps, buildApps } from './build.ts';
import { openSystemDatabase, type SystemDatabase } from './database.ts';
import { ensureMasterKey } from './master-key.ts';
import { planService } from './plans.ts';
import { refuseTakenPorts } from './port-holder.ts';
import { dropRecord, keepRecord, recoverFromLastRun } from './run-record.ts';
import { type Service, signalQuietly, startService } from './service.ts';

const READY_TIMEOUT_MS = 60_000;

/** How to start a whole system: simulator, api, worker and console on one database, all on 127.0.0.1. */
export type SystemOptions = {
  /** Data folder, absolute; made when absent. */
  home: string;
  ports: Ports;
  /** Use this server instead of the embedded PostgreSQL. */
  databaseUrl?: string | undefined;
  postgresPort?: number | undefined;
  masterKey?: string | undefined;
  /** Nothing printed; `say` still hears what went wrong. */
  quiet?: boolean;
  say?: (sentence: string) => void;
  /** For systems that are thrown away: the embedded database does not flush. */
  throwAway?: boolean;
  /** Further hosts inside that outgoing HTTP may reach, see EGRESS_ALLOW. */
  egressAllow?: readonly string[];
  /** Leave programs out, for tests and benchmarks that need only some. */
  apps?: readonly App[];
};

/** A system that is ready. `stop` ends all in order: doors and hands first, carriers next, the database last. */
export type RunningSystem = {
  demo: Demo;
  demoFile: string;
  databaseUrl: string;
  embeddedPort: number | undefined;
  services: Service[];
  stop: () => Promise<void>;
  /** Kills every process at once, for a process that must leave without waiting. */
  kill: () => void;
};

/** A start that can be given up at any moment: `stop` during the start ends what is up so far and makes it reject. */
export type SystemStart = {
  ready: Promise<RunningSystem>;
  stop: () => Promise<void>;
  /** Ends everything without waiting for work in hand. */
  stopNow: () => Promise<void>;
};

/** Starts a system and resolves when every program is ready; on failure everything started is ended again. */
export function startSystem(options: SystemOptions): Promise<RunningSystem> {
  return beginSystem(options).ready;
}

/** Seven free ports for a system beside others. */
export async function findFreePorts(): Promise<Ports> {
  const found = new Set<number>();
  while (found.size < 7) found.add(await findFreePort());
  const [api, console, worker, simulator, smpp, smtp, vendor] = [...found] as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return { api, console, worker, simulator, smpp, smtp, vendor };
}

/** Begins to start a system; see SystemStart. */
export function beginSystem(options: SystemOptions): SystemStart {
  const { home, ports, quiet = false, say = () => {} } = options;
  const demoFile = join(home, 'demo.json');
  const services: Service[] = [];
  let database: SystemDatabase | undefined;
  let claimed = false;
  let ending: Promise<void> | undefined;
  let giveUp = false;

  const step = async <T>(title: string, work: () => Promise<T>): Promise<T> => {
    if (giveUp) throw new Error('The start was given up.');
    return quiet ? work() : showStep(title, work);
  };
  const record = () => {
    const facts = services.flatMap(({ plan, facts: found }) =>
      found ? [[plan.name, found] as [string, ProcessFacts]] : [],
    );
    keepRecord(home, Object.fromEntries(facts));
  };

  const end = async (signal: NodeJS.Signals) => {
    giveUp = true;
    const carriers = services.filter(({ plan }) => plan.name === 'simulator');
    const others = services.filter(({ plan }) => plan.name !== 'simulator');
    await Promise.all(others.map((service) => service.stop(signal)));
    await Promise.all(carriers.map((service) => service.stop(signal)));
    await database?.stop();
    if (!claimed) return;
    rmSync(demoFile, { force: true });
    dropRecord(home);
  };
  const stop = () => (ending ??= end('SIGTERM'));
  const stopNow = async () => {
    await Promise.all(services.map((service) => service.stop('SIGKILL')));
    await end('SIGKILL');
  };

  const start = async (): Promise<RunningSystem> => {
    makeHome(home);
    await recoverFromLastRun(home, say);
    await refuseTakenPorts(ports);
    record();
    claimed = true;
    // Whoever waits for the file waits for this start, not for an earlier one.
    rmSync(demoFile, { force: true });
    const masterKey = options.masterKey ?? ensureMasterKey(home);
    const names = options.apps ?? apps;
    if (giveUp) throw new Error('The start was given up.');
    await buildApps(names, { quiet });
    database = await step('Starting PostgreSQL', () =>
      openSystemDatabase({
        home,
        databaseUrl: options.databaseUrl,
        postgresPort: options.postgresPort,
        throwAway: options.throwAway === true,
        say,
      }),
    );
    const { url: databaseUrl, embedded } = database;
    await step('Bringing the tables up to date', () => migrate(databaseUrl));
    const seeded = await step('Filling the demo workspace', () => seed({ databaseUrl, masterKey, ports }));
    await step(`Starting ${names.join(', ')}`, async () => {
      const { egressAllow } = options;
      const facts = { home, ports, databaseUrl, masterKey, signIn: seeded.sign_in, egressAllow };
      for (const name of names)
        services.push(startService(planService(name, facts), { say, onChange: () => queueMicrotask(record) }));
      record();
      await Promise.all(services.map((service) => service.waitUntilReady(READY_TIMEOUT_MS)));
    });
    const urls = addressesOf(ports);
    const demo: Demo = { console_url: urls.console, api_url: urls.api, simulator_url: urls.simulator, ...seeded };
    writeFileSync(demoFile, `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 });
    const kill = () => {
      for (const service of services) service.kill('SIGKILL');
      const server = embedded();
      if (server) signalQuietly(server.pid, 'SIGQUIT');
    };
    return { demo, demoFile, databaseUrl, embeddedPort: embedded()?.port, services, stop, kill };
  };

  const ready = start().catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { ready, stop, stopNow };
}

async function migrate(databaseUrl: string): Promise<void> {
  const { migrateDatabase } = await import('@signalbox/db');
  await migrateDatabase(databaseUrl, Date.now());
}

async function seed(input: { databaseUrl: string; masterKey: string; ports: Ports }) {
  const { seedDemo } = await import('@signalbox/services');
  const { simulator, smpp, smtp, vendor, api } = input.ports;
  return seedDemo({
    databaseUrl: input.databaseUrl,
    masterKey: input.masterKey,
    simulator: { host: '127.0.0.1', port: simulator, smppPort: smpp, smtpPort: smtp, vendorPort: vendor },
    apiUrl: `http://127.0.0.1:${api}`,
  });
}

function makeHome(home: string): void {
  try {
    if (!existsSync(home)) {
      mkdirSync(home, { recursive: true });
      // As root the database runs under another account, which must pass through; files inside keep modes of their own.
      chmodSync(home, process.getuid?.() === 0 ? 0o711 : 0o700);
    }
    mkdirSync(join(home, 'logs'), { recursive: true, mode: 0o700 });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`SIGNALBOX_HOME names ${home}, where nothing can be written (${reason}).`, { cause });
  }
}
