import { randomFillSync } from 'node:crypto';
import { createUuidSource, LANE_QUEUES, type LaneJob, packUuids } from '@signalbox/contracts';
import { type Database, insertMessages, type NewMessage, openQueue } from '@signalbox/db';
import { familyMicros } from './processor-time.ts';

/** What a loop cost and gave; processor time in microseconds per message. */
export type LoopRound = { perSecond: number; nodeMicros: number; postgresMicros: number; totalMicros: number };

const ids = createUuidSource({ nowMs: Date.now, fillRandom: (bytes) => void randomFillSync(bytes) });
const makeIds = (count: number) => Array.from({ length: count }, () => ids.next());

/** Runs a loop over `messages` and adds up what it took here and in the server. */
export async function measureLoop(
  postgresPid: number,
  messages: number,
  work: () => Promise<void>,
): Promise<LoopRound> {
  const before = process.cpuUsage();
  const serverBefore = familyMicros(postgresPid);
  const startedAt = performance.now();
  await work();
  const seconds = (performance.now() - startedAt) / 1000;
  const { user, system } = process.cpuUsage(before);
  const nodeMicros = (user + system) / messages;
  const postgresMicros = (familyMicros(postgresPid) - serverBefore) / messages;
  return { perSecond: messages / seconds, nodeMicros, postgresMicros, totalMicros: nodeMicros + postgresMicros };
}

const FILL = 1000;
const CLAIM = 500;

/** A bare queue of one row per message: filled by a thousand, claimed with SKIP LOCKED and deleted by five hundred. */
export async function skipLockedLoop({ sql }: Database, messages: number): Promise<void> {
  await sql`create table if not exists bare_queue (id int8 generated always as identity primary key, message uuid not null, taken bool not null default false)`;
  for (let at = 0; at < messages; at += FILL) {
    await sql`insert into bare_queue (message) select * from unnest(${`{${makeIds(FILL).join(',')}}`}::uuid[])`;
  }
  for (let done = 0; done < messages; ) {
    const rows = await sql<{ id: string }[]>`
      update bare_queue set taken = true where id in (
        select id from bare_queue where not taken order by id limit ${CLAIM} for update skip locked) returning id`;
    await sql`delete from bare_queue where id = any(${`{${rows.map((row) => row.id).join(',')}}`}::int8[])`;
    done += rows.length;
  }
}

/** Our queue: a job of five hundred ids in the transaction of the accept, woken, claimed and completed by pg-boss. */
export async function openGroupLoop(database: Database, url: string) {
  const queue = await openQueue({
    url,
    role: 'worker',
    applicationName: 'signalbox-bench-queue',
    onError: () => undefined,
  });
  let seen = 0;
  let wake: () => void = () => undefined;
  await queue.work(LANE_QUEUES.marketing.crowded, { batchSize: 4, concurrency: 2 }, async (jobs) => {
    for (const job of jobs) seen += (job.data as LaneJob).ids.length / 32;
    wake();
  });
  return {
    async run(messages: number): Promise<void> {
      seen = 0;
      const done = new Promise<void>((resolve) => {
        wake = () => {
          if (seen >= messages) resolve();
        };
      });
      for (let at = 0; at < messages; at += CLAIM) {
        const job = { workspace: 1, environment: 'live', channel: 'sms', turn: 1, expires_at_ms: 0, deferred: 0 };
        const data = { ...job, ids: packUuids(makeIds(CLAIM)) };
        await database.sql.begin((tx) => queue.enqueue(tx, LANE_QUEUES.marketing.crowded, [{ data }]));
      }
      await done;
    },
    stop: () => queue.stop(2000),
  };
}

/** Nothing but our insert of the message row, a thousand a statement: the floor under every accept. */
export async function rawInsertLoop({ sql }: Database, messages: number): Promise<void> {
  for (let at = 0; at < messages; at += FILL) await insertMessages(sql, makeIds(FILL).map(rowOf));
}

function rowOf(id: string): NewMessage {
  return {
    id,
    workspace: 1,
    environment: 'live',
    class: 'transactional',
    channel: 'sms',
    apiKey: 1,
    address: '+4915112345678',
    country: 'DE',
    sender: null,
    subject: null,
    body: 'Your order has left our warehouse and will arrive on Tuesday before noon. Track it any time you'.padEnd(
      97,
      '.',
    ),
    html: null,
    parts: 1,
    clientRef: null,
    metadata: null,
    sendAtMs: null,
    expiresAtMs: Date.now() + 86_400_000,
    maxPriceMicros: null,
    maxPriceCurrency: null,
    sealedBody: null,
    sentFor: null,
    topic: null,
    locale: null,
    template: null,
  };
}
