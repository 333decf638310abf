import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { migrateDatabase, openDatabase, type Sql } from '@signalbox/db';
import { findFreePort } from '@signalbox/db/embedded';
import { root } from '../scripts/env.ts';
import type { SuiteContext } from '../scripts/suite/context.ts';
import { buildApps } from '../scripts/system/build.ts';
import { NODE_FLAGS } from '../scripts/system/node-flags.ts';
import { type CallbackSink, openCallbackSink } from './rig/callbacks.ts';
import { answersWell, type Child, startChild } from './rig/child.ts';
import { familyMicros, processMicros } from './rig/processor-time.ts';
import { type Seeded, seedWorkspace } from './rig/seed.ts';

/** Processor time spent so far, in microseconds. */
export type Micros = { api: number; worker: number; postgres: number; carrier: number };

/** What the load sink of the simulator counts; see apps/simulator/src/sink.ts. */
export type SinkStats = {
  submits: number;
  receipts_answered: number;
  receipts_failed: number;
  delay_us: Record<string, { count: number; p50: number; p99: number; max: number }>;
};

/** A whole system under test: durable embedded PostgreSQL, api, worker, and a carrier that answers at once. */
export type Rig = Seeded & {
  sql: Sql;
  apiPort: number;
  apiPid: number;
  /** 0 without a worker. */
  workerPid: number;
  postgresPid: number;
  micros: () => Micros;
  /** Messages that stand as delivered: the tally, which is kept in the transaction that stores the receipts. */
  delivered: () => Promise<number>;
  /** Resolves when that many more are delivered than `before`; throws when nothing moved for 30 s. */
  waitForDelivered: (count: number) => Promise<void>;
  sink: {
    stats: () => Promise<SinkStats>;
    reset: () => Promise<void>;
    settings: (change: { receipts?: string; latency_ms?: number; receipt_delay_ms?: number }) => Promise<void>;
    stop: () => Promise<void>;
    start: () => Promise<void>;
  };
  /** Who takes callbacks; nothing is sent there until somebody subscribes it. */
  callbacks: CallbackSink;
  /** Statements of the database are counted from now on, or no longer. Counting costs a few per cent. */
  countStatements: (on: boolean) => Promise<void>;
  topStatements: (messages: number) => Promise<string[]>;
};

/** How the carrier is reached. */
export type RigOptions = {
  window?: number;
  binds?: number;
  receipts?: 'off' | 'tlv' | 'text' | 'both';
  /** Leave the worker out: nothing is dispatched. */
  withoutWorker?: boolean;
};

const STALL_MS = 30_000;

/** Starts a system, runs `work` on it, and ends all of it whatever happens. */
export async function withRig<T>(
  context: SuiteContext,
  options: RigOptions,
  work: (rig: Rig) => Promise<T>,
): Promise<T> {
  const ends: (() => Promise<unknown>)[] = [];
  try {
    return await work(await startRig(context, options, ends));
  } finally {
    await endAll(context, ends);
  }
}

/** One that does not end must not keep the others running. */
async function endAll(context: SuiteContext, ends: (() => Promise<unknown>)[]): Promise<void> {
  for (const end of ends.reverse()) {
    await end().catch((error: unknown) => context.say(`Something did not end cleanly: ${String(error)}`));
  }
}

async function startRig(context: SuiteContext, options: RigOptions, ends: (() => Promise<unknown>)[]): Promise<Rig> {
  const { window = 1000, binds = 1, receipts = 'both', withoutWorker = false } = options;
  await buildApps(['simulator', 'api', 'worker'], { quiet: true });
  context.signal.throwIfAborted();
  const home = mkdtempSync(join(tmpdir(), 'signalbox-bench-'));
  ends.push(async () => rmSync(home, { recursive: true, force: true }));
  chmodSync(home, 0o711);
  mkdirSync(join(home, 'logs'));
  const postgres = await context.startPostgres({ shared_preload_libraries: 'pg_stat_statements' });
  ends.push(postgres.stop);
  await migrateDatabase(postgres.url, Date.now());
  const database = openDatabase({ url: postgres.url, maxConnections: 2, applicationName: 'signalbox-bench' });
  ends.push(() => database.close());
  const statements = await openStatements(postgres.adminUrl, ends);
  const ports = {
    api: await findFreePort(),
    worker: await findFreePort(),
    smpp: await findFreePort(),
    sink: await findFreePort(),
  };
  const seeded = await seedWorkspace(database.sql, { smppPort: ports.smpp, window, binds });
  const callbacks = await openCallbackSink();
  ends.push(async () => callbacks.stop());
  const secrets = {
    EGRESS_ALLOW: `127.0.0.1:${callbacks.port}`,
    DATABASE_URL: postgres.url,
    SIGNALBOX_MASTER_KEY: randomBytes(32).toString('hex'),
    LOG_LEVEL: 'warn',
  };
  const start = async (name: string, entry: string, env: Record<string, string>, readyUrl: string) => {
    const child = await startChild({
      name,
      file: process.execPath,
      args: [...NODE_FLAGS, join(root, entry)],
      env: { PATH: process.env.PATH, NODE_OPTIONS: process.env.NODE_OPTIONS, NODE_ENV: 'production', ...env },
      logFile: join(home, 'logs', `${name}.log`),
      isReady: () => answersWell(readyUrl),
    });
    ends.push(child.stop);
    return child;
  };
  const sinkUrl = `http://127.0.0.1:${ports.sink}`;
  const sinkEnv = { SINK_SMPP_PORT: `${ports.smpp}`, SINK_HTTP_PORT: `${ports.sink}`, SINK_RECEIPTS: receipts };
  const startSink = () => start('sink', 'apps/simulator/dist/sink.js', sinkEnv, `${sinkUrl}/livez`);
  let sink: Child = await startSink();
  const workerEnv = { ...secrets, WORKER_PORT: `${ports.worker}` };
  const workerUrl = `http://127.0.0.1:${ports.worker}/readyz`;
  const worker = withoutWorker ? { pid: 0 } : await start('worker', 'apps/worker/dist/main.js', workerEnv, workerUrl);
  const apiUrl = `http://127.0.0.1:${ports.api}`;
  const api = await start('api', 'apps/api/dist/main.js', { ...secrets, API_PORT: `${ports.api}` }, `${apiUrl}/readyz`);
  const delivered = () => readDelivered(database.sql, seeded.workspace);
  if (!withoutWorker) await waitForBind(sinkUrl);
  const complain = () => {
    for (const name of withoutWorker ? ['api'] : ['api', 'worker']) {
      const text = readFileSync(join(home, 'logs', `${name}.log`), 'utf8').trim();
      if (text !== '') context.say(`${name}: ${text.split('\n').slice(-3).join('\n')}`);
    }
  };
  ends.push(async () => complain());
  return {
    ...seeded,
    ...statements,
    sql: database.sql,
    apiPort: ports.api,
    apiPid: api.pid,
    workerPid: worker.pid,
    postgresPid: postgres.pid,
    micros: () => ({
      api: processMicros(api.pid),
      worker: processMicros(worker.pid),
      postgres: familyMicros(postgres.pid),
      carrier: processMicros(sink.pid),
    }),
    delivered,
    callbacks,
    waitForDelivered: (count) => waitForDelivered(delivered, count, context.signal),
    sink: {
      stats: async () => (await (await fetch(`${sinkUrl}/stats`)).json()) as SinkStats,
      reset: async () => void (await fetch(`${sinkUrl}/stats`, { method: 'DELETE' })),
      settings: async (change) => {
        const answer = await fetch(`${sinkUrl}/settings`, { method: 'PUT', body: JSON.stringify(change) });
        if (!answer.ok) throw new Error(`the sink refused its settings: ${await answer.text()}`);
      },
      stop: () => sink.stop(),
      start: async () => {
        sink = await startSink();
        await waitForBind(sinkUrl);
      },
    },
  };
}

async function waitForBind(sinkUrl: string): Promise<void> {
  const end = performance.now() + STALL_MS;
  while (performance.now() < end) {
    const stats = (await (await fetch(`${sinkUrl}/stats`)).json()) as { binds: number };
    if (stats.binds > 0) return;
    await sleep(50);
  }
  throw new Error('the worker did not bind to the carrier in time');
}

async function readDelivered(sql: Sql, workspace: number): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select coalesce(sum(count), 0)::float8 as count from tally where workspace = ${workspace} and state = 'delivered'`;
  return row?.count ?? 0;
}

async function waitForDelivered(read: () => Promise<number>, count: number, signal: AbortSignal): Promise<void> {
  let last = -1;
  let movedAt = performance.now();
  for (;;) {
    signal.throwIfAborted();
    const now = await read();
    if (now >= count) return;
    if (now !== last) movedAt = performance.now();
    else if (performance.now() - movedAt > STALL_MS)
      throw new Error(`${count - now} of ${count} messages were not delivered`);
    last = now;
    await sleep(15);
  }
}

/** Reads pg_stat_statements through a superuser's connection to the database under test. */
async function openStatements(adminUrl: string, ends: (() => Promise<unknown>)[]) {
  const url = new URL(adminUrl);
  url.pathname = '/signalbox';
  const admin = openDatabase({ url: url.toString(), maxConnections: 1, applicationName: 'signalbox-bench-admin' });
  ends.push(() => admin.close());
  await admin.sql`create extension if not exists pg_stat_statements`;
  const countStatements = async (on: boolean) => {
    await admin.sql.unsafe(`alter system set pg_stat_statements.track = '${on ? 'all' : 'none'}'`);
    await admin.sql`select pg_reload_conf()`;
    await sleep(100);
    if (on) await admin.sql`select pg_stat_statements_reset()`;
  };
  await countStatements(false);
  return {
    countStatements,
    async topStatements(messages: number) {
      const rows = await admin.sql<{ query: string; micros: number; calls: number; rows: number }[]>`
        select left(regexp_replace(query, '\\s+', ' ', 'g'), 70) as query, (total_exec_time * 1000)::float8 as micros,
          calls::float8 as calls, rows::float8 as rows
        from pg_stat_statements order by total_exec_time desc limit 14`;
      return rows.map(
        ({ query, micros, calls }) => `${(micros / messages).toFixed(2)} us/message in ${calls} calls: ${query}`,
      );
    },
  };
}
