import { setTimeout as sleep } from 'node:timers/promises';
import { QUEUES, type QueueDefinition } from '@signalbox/contracts';
import { type Db, type Job, PgBoss } from 'pg-boss';
import type { SqlRunner } from './connection.ts';

/** One job to put into a queue, to run at once, after a delay, or at an instant (milliseconds since 1970). */
export interface QueuedJob {
  data: object;
  /** Higher runs earlier; 0 unless told, at most 0 for lanes. */
  priority?: number;
  startAfterSeconds?: number;
  startAtMs?: number;
}

/** The queue: pg-boss in the same database, so that a job and the rows it belongs to commit together. */
export interface Queue {
  /** Puts jobs into a queue inside the caller's transaction; workers are woken when it commits. */
  enqueue(tx: SqlRunner, definition: QueueDefinition, jobs: readonly QueuedJob[]): Promise<void>;
  /** The same for a caller that asks more in the same go: resolves when the statement is on its way, `done` when it is through. */
  askToEnqueue(
    tx: SqlRunner,
    definition: QueueDefinition,
    jobs: readonly QueuedJob[],
  ): Promise<{ done: Promise<void> }>;
  /** Runs `handle` for batches of jobs until stop; a handler that throws gives its jobs back for a retry. */
  work(
    definition: QueueDefinition,
    options: WorkOptions,
    handle: (jobs: readonly Job<unknown>[]) => Promise<void>,
  ): Promise<void>;
  /** True when one of the queues holds a job that runs, could run now, or was put off by a worker; jobs scheduled for later do not count. */
  hasWork(definitions: readonly QueueDefinition[]): Promise<boolean>;
  /** Jobs of a workspace that a worker had put off run now. */
  hasten(definitions: readonly QueueDefinition[], workspace: number): Promise<void>;
  /** Jobs of a workspace that are held run within the next minute, spread over it: all, or those that bring one of these messages (UUIDs). */
  release(definitions: readonly QueueDefinition[], workspace: number, messages?: readonly string[]): Promise<void>;
  /** Repeats a job by cron (UTC); the newest definition wins. */
  schedule(definition: QueueDefinition, cron: string): Promise<void>;
  /** Stops fetching, waits for running handlers at most the time given, and gives the rest back. */
  stop(withinMs: number): Promise<void>;
}

/** How a worker takes jobs. */
export interface WorkOptions {
  batchSize: number;
  concurrency: number;
  /** How often is looked for work where nothing wakes, a second unless told. */
  pollSeconds?: number;
}

/** How to open the queue: the api enqueues and mails, the worker runs all else, schedules and supervises. */
export interface QueueOptions {
  url: string;
  role: 'api' | 'worker' | 'migrate';
  applicationName: string;
  onError: (error: Error) => void;
}

// As long as a worker's lease: the jobs of a dead one are taken up when its claims are.
const JOB_HEARTBEAT_SECONDS = 15;
const ASK_AGAIN_MS = 250;

// pg-boss hands its statement over as text with values; prepared, because the text is large and always the same.
function runnerOf(tx: SqlRunner, onAsked: () => void): Db {
  return {
    async executeSql(text: string, values: unknown[] = []) {
      const asking = tx.unsafe(text, values as never[], { prepare: true }).execute();
      onAsked();
      const rows = await asking;
      return { rows: [...rows], rowCount: rows.count };
    },
  } as Db;
}

/** Opens the queue. With role `migrate` it also brings the queue's own schema up to date and creates the queues. */
export async function openQueue(options: QueueOptions): Promise<Queue> {
  const worker = options.role === 'worker';
  const boss = new PgBoss({
    connectionString: options.url,
    application_name: options.applicationName,
    max: worker ? 6 : 2,
    migrate: options.role === 'migrate',
    supervise: worker,
    schedule: worker,
    useListenNotify: worker,
    superviseIntervalSeconds: 15,
  } as ConstructorParameters<typeof PgBoss>[0]);
  boss.on('error', options.onError);
  await boss.start();
  if (options.role === 'migrate') await createQueues(boss);
  const askToEnqueue: Queue['askToEnqueue'] = async (tx, definition, jobs) => {
    const rows = jobs.map((job) => ({ data: job.data, priority: job.priority ?? 0, ...startOf(job) }));
    const asked = Promise.withResolvers<void>();
    const done = boss
      .insert(definition.name, rows, { db: runnerOf(tx, asked.resolve), returnId: false } as never)
      .then(() => undefined);
    await Promise.race([asked.promise, done]);
    return { done };
  };
  let stopping = false;
  const untilBack = async (): Promise<void> => {
    while (!stopping) {
      try {
        await boss.getDb().executeSql('select 1', []);
        return;
      } catch {
        await sleep(ASK_AGAIN_MS);
      }
    }
  };
  return {
    askToEnqueue,
    async enqueue(tx, definition, jobs) {
      const { done } = await askToEnqueue(tx, definition, jobs);
      await done;
    },
    async work(definition, work, handle) {
      await boss.work(
        definition.name,
        {
          batchSize: work.batchSize,
          localConcurrency: work.concurrency,
          pollingIntervalSeconds: work.pollSeconds ?? 1,
          // A NOTIFY tells of jobs that may run at once. One that was put off (a retry, a scheduled send, the hint behind a code) is only
          // found by looking, which pg-boss would do every 30 s while it listens.
          notifyPollingIntervalSeconds: work.pollSeconds ?? 1,
          burstWhenBatchFull: true,
        },
        async (jobs) => {
          try {
            await handle(jobs);
          } catch (error) {
            // Given back while the database is away, a job would be nobody's until its heartbeat is missed, a minute later.
            await untilBack();
            throw error;
          }
        },
      );
    },
    async hasWork(definitions) {
      const { rows } = await boss.getDb().executeSql(
        `select exists (select from pgboss.job where name = any($1) and (state = 'active' or (state in ('created', 'retry')
           and (start_after <= now() + interval '5 seconds' or coalesce((data->>'deferred')::int, 0) > 0)))) as busy`,
        [definitions.map(({ name }) => name)],
      );
      return (rows[0] as { busy?: boolean } | undefined)?.busy === true;
    },
    async hasten(definitions, workspace) {
      await boss.getDb().executeSql(
        `update pgboss.job set start_after = now() where name = any($1) and state in ('created', 'retry')
           and start_after > now() and (data->>'deferred')::int > 0 and (data->>'workspace')::int = $2`,
        [definitions.map(({ name }) => name), workspace],
      );
    },
    async release(definitions, workspace, messages) {
      // Not at once: another worker that has not heard of the change yet would hold them again for what is over.
      await boss.getDb().executeSql(
        `update pgboss.job set start_after = now() + interval '2 seconds' + random() * interval '58 seconds'
         where name = any($1) and state in ('created', 'retry') and start_after > now() + interval '1 minute'
           and (data->>'held')::bool and (data->>'workspace')::int = $2
           and ($3::text[] is null or exists (select from unnest($3::text[]) as one where position(one in data->>'ids') > 0))`,
        [definitions.map(({ name }) => name), workspace, messages?.map((id) => id.replaceAll('-', '')) ?? null],
      );
    },
    async schedule(definition, cron) {
      await boss.schedule(definition.name, cron, {}, { tz: 'UTC' });
    },
    async stop(withinMs) {
      stopping = true;
      await boss.stop({ graceful: withinMs > 0, timeout: Math.max(withinMs, 1), close: true });
    },
  };
}

function startOf(job: QueuedJob): { startAfter?: number | string } {
  if (job.startAtMs !== undefined) return { startAfter: new Date(job.startAtMs).toISOString() };
  if (job.startAfterSeconds !== undefined) return { startAfter: job.startAfterSeconds };
  return {};
}

async function createQueues(boss: PgBoss): Promise<void> {
  for (const definition of QUEUES) {
    const settings = {
      retryLimit: definition.retryLimit,
      retryDelay: definition.retryDelaySeconds,
      retryBackoff: true,
      // What makes a job fail is nearly always a database that was away: when it is back its messages must not wait a minute.
      retryDelayMax: 10,
      expireInSeconds: definition.expireInSeconds,
      heartbeatSeconds: JOB_HEARTBEAT_SECONDS,
      deleteAfterSeconds: 60,
      retentionSeconds: 120 * 86_400,
      notify: definition.notify,
    };
    const existing = await boss.getQueue(definition.name);
    if (existing) await boss.updateQueue(definition.name, settings);
    else await boss.createQueue(definition.name, settings);
  }
  // The ids in a payload are random digits: trying to squeeze them costs more than all else about a job.
  // Asked first: the change locks the table, and the next start must not stop the workers of this one for nothing.
  await boss.getDb().executeSql(
    `do $$ begin
       if exists (select from pg_attribute where attrelid = 'pgboss.job_common'::regclass and attname = 'data' and attstorage <> 'e')
       then alter table pgboss.job_common alter column data set storage external; end if;
     end $$`,
    [],
  );
}
