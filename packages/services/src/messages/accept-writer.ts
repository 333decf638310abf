import { LANE_QUEUES, OTP_WAKE_CHANNEL, type QueueDefinition, SignalboxError } from '@signalbox/contracts';
import {
  commitBehind,
  copyMessages,
  type Database,
  findAnswers,
  insertAnswers,
  insertClientRefs,
  insertMessages,
  isKeyTaken,
  type NewMessage,
  type Queue,
  type QueuedJob,
  type StoredAnswer,
  type Transaction,
  withTenant,
} from '@signalbox/db';
import type { Log } from '../clock.ts';
import { laneJobs } from '../dispatch/lane-jobs.ts';

/** One call to store: all of its messages or none. */
export interface AcceptCall {
  workspace: number;
  messages: readonly NewMessage[];
  /** Builds the answer once it is known which messages keep their client_ref (ids of those that do not). */
  answer: (refused: ReadonlySet<string>) => AcceptAnswer;
  /** What a repeat is recognised by; null when the caller gave no key. */
  idempotency: Omit<StoredAnswer, 'status' | 'body'> | null;
  /** For a call whose messages follow from what is stored: asked inside the transaction, which such a call has to itself. Throws to refuse. */
  prepare?: (tx: Transaction) => Promise<PreparedCall>;
}

/** What a prepared call stores, beside what its preparation wrote. */
export interface PreparedCall extends Pick<AcceptCall, 'messages' | 'answer'> {
  /** Jobs that commit with the messages, besides those of their lanes. */
  jobs: readonly { definition: QueueDefinition; jobs: readonly QueuedJob[] }[];
}

/** What the caller is told: the text of the body is stored with the idempotency key, so a replay is equal byte for byte. */
export interface AcceptAnswer {
  status: number;
  body: string;
}

/** The outcome of a call: its own answer, or that of the call it repeats. */
export type AcceptOutcome =
  | { kind: 'first'; answer: AcceptAnswer }
  | { kind: 'replay'; answer: AcceptAnswer; requestId: string }
  | { kind: 'mismatch'; requestId: string };

/** Stores accepted calls, many in one transaction: the answer is given only after the commit. */
export interface AcceptWriter {
  write(call: AcceptCall): Promise<AcceptOutcome>;
  /** Resolves when nothing is being written any more. */
  idle(): Promise<void>;
}

const MAX_ROWS = 2000;
// Groups on their way to the disk at once. Bulk goes one after another: ids then reach the index in their order, and each group is as large
// as it can be. Codes do not wait for the group before them.
const MAX_FLUSHES = { urgent: 2, bulk: 1 } as const;
// The rest after a group of many small calls. Who calls alone never meets one.
const REST_MS = { urgent: 0, bulk: 4 } as const;
const CROWD = 16;
const CROWD_ROWS = 256;
// From here on the messages of a group are copied: that is two round trips more and half the work.
const MANY = 64;
// NOTIFY carries at most 8000 bytes: 200 ids.
const WAKE_CHUNK = 200;
const OTP_FALLBACK_SECONDS = 2;
// Another process may be storing the same key at this moment: its commit is waited for, but not for ever.
const LOCK_TIMEOUT_MS = 2000;
const LOCK_TIMEOUT = '55P03';
// Codes wait behind nobody: they have a writer of their own whose groups are small.
const WRITERS = ['urgent', 'bulk'] as const;

interface Waiting {
  call: AcceptCall;
  resolve: (outcome: AcceptOutcome) => void;
  reject: (error: Error) => void;
}

/** Builds the writer: a call is written at once while nothing else is, else it joins the next group. */
export function createAcceptWriter(database: Database, queue: Queue, log: Log): AcceptWriter {
  const inFlight = new Map<string, Promise<unknown>>();
  const writers = Object.fromEntries(
    WRITERS.map((name) => [name, createGroupWriter(database, queue, log, MAX_FLUSHES[name], REST_MS[name])]),
  ) as Record<(typeof WRITERS)[number], ReturnType<typeof createGroupWriter>>;

  const alone = new Set<Promise<unknown>>();
  async function writeAlone(call: AcceptCall): Promise<AcceptOutcome> {
    const writing = writeGroup(database, queue, [call]);
    alone.add(writing);
    try {
      const [outcome] = await writing;
      if (outcome === undefined) throw new Error('a call was not answered');
      return outcome;
    } catch (error) {
      // What such a call waits for is another start of the same workspace, not only one with the same key.
      if (isLockTimeout(error))
        throw new SignalboxError('overloaded', { retryAfterSeconds: 1, internal: String(error) });
      throw refusalOf(error, log);
    } finally {
      alone.delete(writing);
    }
  }

  function submit(call: AcceptCall): Promise<AcceptOutcome> {
    if (call.prepare !== undefined) return writeAlone(call);
    const urgent = call.messages.some((message) => message.class === 'otp');
    return writers[urgent ? 'urgent' : 'bulk'].add(call);
  }

  return {
    async write(call) {
      if (call.idempotency === null) return submit(call);
      const { id } = call.idempotency;
      // Equal keys inside this process wait for the first; across processes the unique index decides.
      for (let earlier = inFlight.get(id); earlier !== undefined; earlier = inFlight.get(id)) {
        await earlier.catch(() => undefined);
      }
      const writing = submit(call);
      inFlight.set(id, writing);
      try {
        return await writing;
      } finally {
        inFlight.delete(id);
      }
    },
    async idle() {
      await Promise.all([...WRITERS.map((name) => writers[name].idle()), Promise.allSettled(alone)]);
    },
  };
}

const rowsOf = (group: readonly Waiting[]): number => group.reduce((rows, { call }) => rows + call.messages.length, 0);

function createGroupWriter(database: Database, queue: Queue, log: Log, maxFlushes: number, restMs: number) {
  let waiting: Waiting[] = [];
  let flushes = 0;
  let idleWaiters: (() => void)[] = [];

  function take(): Waiting[] {
    let rows = 0;
    let count = 0;
    while (count < waiting.length && (count === 0 || rows < MAX_ROWS)) {
      rows += waiting[count]?.call.messages.length ?? 0;
      count += 1;
    }
    const group = waiting.slice(0, count);
    waiting = waiting.slice(count);
    return group;
  }

  /** Callers that were answered together come back together: after a moment they are one group, else two that chase each other. */
  async function rest(group: readonly Waiting[]): Promise<void> {
    if (restMs === 0 || group.length < CROWD || rowsOf(group) > CROWD_ROWS) return;
    await new Promise((resolve) => setTimeout(resolve, restMs));
  }

  async function settle(group: Waiting[]): Promise<void> {
    try {
      const outcomes = await writeGroup(
        database,
        queue,
        group.map((entry) => entry.call),
      );
      group.forEach((entry, index) => {
        const outcome = outcomes[index];
        if (outcome) entry.resolve(outcome);
        else entry.reject(new Error('a call of the group was not answered'));
      });
    } catch (error) {
      if (group.length === 1) group[0]?.reject(refusalOf(error, log));
      // One bad call must not take its neighbours down: each is tried alone.
      else for (const entry of group) await settle([entry]);
    }
  }

  function pump(): void {
    while (waiting.length > 0 && flushes < maxFlushes) {
      flushes += 1;
      const group = take();
      void settle(group)
        .then(() => rest(group))
        .finally(() => {
          flushes -= 1;
          pump();
          if (flushes === 0 && waiting.length === 0) {
            for (const wake of idleWaiters) wake();
            idleWaiters = [];
          }
        });
    }
  }

  return {
    add(call: AcceptCall): Promise<AcceptOutcome> {
      return new Promise((resolve, reject) => {
        waiting.push({ call, resolve, reject });
        pump();
      });
    },
    idle(): Promise<void> {
      if (flushes === 0 && waiting.length === 0) return Promise.resolve();
      return new Promise((resolve) => idleWaiters.push(resolve));
    },
  };
}

const isLockTimeout = (error: unknown): boolean => (error as { code?: string } | null)?.code === LOCK_TIMEOUT;

function refusalOf(error: unknown, log: Log): Error {
  if (error instanceof SignalboxError) return error;
  if (isLockTimeout(error)) {
    return new SignalboxError('idempotency_in_progress', { retryAfterSeconds: 1 });
  }
  log.error('Accepted messages could not be stored.', { error: String(error) });
  return new SignalboxError('overloaded', { retryAfterSeconds: 2, internal: String(error) });
}

async function writeGroup(database: Database, queue: Queue, calls: readonly AcceptCall[]): Promise<AcceptOutcome[]> {
  const workspaces = [...new Set(calls.map((call) => call.workspace))];
  for (let tries = 0; ; tries += 1) {
    try {
      return await withTenant(
        database.sql,
        workspaces,
        // Repeats are rare: only when an answer turns out to be stored already are the stored ones looked for.
        // A prepared call looks first: a repeat of it must not be counted against a limit.
        (tx, asOwner) => writeInTransaction(tx, asOwner, queue, calls, tries > 0 || calls.some((call) => call.prepare)),
        { lockTimeoutMs: LOCK_TIMEOUT_MS },
      );
    } catch (error) {
      // Somebody stored an answer before our insert, now or long ago: look (again), it is committed.
      if (!isKeyTaken(error) || tries > 3) throw error;
    }
  }
}

async function writeInTransaction(
  tx: Transaction,
  asOwner: () => Promise<unknown>,
  queue: Queue,
  given: readonly AcceptCall[],
  lookForReplays: boolean,
): Promise<AcceptOutcome[]> {
  const outcomes = lookForReplays ? await findReplays(tx, given) : [];
  const calls: readonly AnyCall[] = given.some((call) => call.prepare) ? await prepareAll(tx, given, outcomes) : given;
  const first = calls.filter((_, index) => outcomes[index] === undefined);
  const refused = await refuseTakenRefs(tx, first);
  const answers = new Map(first.map((call) => [call, call.answer(refused)]));
  const messages = first.flatMap((call) => call.messages.filter((message) => !refused.has(message.id)));
  // Sent one after another without waiting in between: one round trip for all of them. When one fails none of the later ones runs.
  if (messages.length >= MANY) {
    assertOwn(calls);
    await Promise.all([storeAnswers(tx, first, answers), asOwner()]);
    await copyMessages(tx, messages);
    await Promise.all(await enqueueAll(tx, queue, calls, messages));
  } else {
    const stored = Promise.all([storeAnswers(tx, first, answers), insertMessages(tx, messages), asOwner()]);
    // Its failure is that of the transaction, heard of below.
    stored.catch(() => undefined);
    const queued = await enqueueAll(tx, queue, calls, messages);
    commitBehind(tx);
    await Promise.all([stored, ...queued]);
  }
  return calls.map((call, index) => {
    const earlier = outcomes[index];
    if (earlier !== undefined) return earlier;
    const answer = answers.get(call);
    if (answer === undefined) throw new Error('a call has no answer');
    return { kind: 'first', answer };
  });
}

/** Asks the calls that follow from what is stored, but those that repeat an earlier one. */
function prepareAll(
  tx: Transaction,
  calls: readonly AcceptCall[],
  outcomes: readonly (AcceptOutcome | undefined)[],
): Promise<readonly AnyCall[]> {
  return Promise.all(
    calls.map(async (call, index) =>
      call.prepare === undefined || outcomes[index] !== undefined ? call : { ...call, ...(await call.prepare(tx)) },
    ),
  );
}

type AnyCall = AcceptCall & Partial<PreparedCall>;

/** Puts messages into their lanes and the jobs of prepared calls beside them, as `enqueueLanes` does. */
async function enqueueAll(
  tx: Transaction,
  queue: Queue,
  calls: readonly AnyCall[],
  messages: readonly NewMessage[],
): Promise<Promise<unknown>[]> {
  const queued = await enqueueLanes(tx, queue, messages);
  for (const { definition, jobs } of calls.flatMap((call) => call.jobs ?? [])) {
    queued.push((await queue.askToEnqueue(tx, definition, jobs)).done);
  }
  return queued;
}

/** The wall in front of the COPY, which row-level security cannot stand behind: a call writes into its own workspace only. */
function assertOwn(calls: readonly AcceptCall[]): void {
  for (const { workspace, messages } of calls) {
    if (messages.some((message) => message.workspace !== workspace))
      throw new Error('a message of one workspace came with a call of another');
  }
}

async function findReplays(tx: Transaction, calls: readonly AcceptCall[]): Promise<(AcceptOutcome | undefined)[]> {
  const ids = calls.flatMap((call) => (call.idempotency ? [call.idempotency.id] : []));
  if (ids.length === 0) return calls.map(() => undefined);
  const stored = new Map((await findAnswers(tx, ids)).map((answer) => [answer.id, answer]));
  return calls.map((call) => {
    const answer = call.idempotency ? stored.get(call.idempotency.id) : undefined;
    if (answer === undefined) return undefined;
    if (answer.fingerprint !== call.idempotency?.fingerprint) return { kind: 'mismatch', requestId: answer.requestId };
    return { kind: 'replay', answer: { status: answer.status, body: answer.body }, requestId: answer.requestId };
  });
}

async function refuseTakenRefs(tx: Transaction, calls: readonly AcceptCall[]): Promise<Set<string>> {
  const refs = calls.flatMap((call) =>
    call.messages.flatMap((message) =>
      message.clientRef === null
        ? []
        : [
            {
              workspace: message.workspace,
              environment: message.environment,
              ref: message.clientRef,
              messageId: message.id,
            },
          ],
    ),
  );
  if (refs.length === 0) return new Set();
  const free = await insertClientRefs(tx, refs);
  return new Set(refs.filter((ref) => !free.has(ref.messageId)).map((ref) => ref.messageId));
}

async function storeAnswers(
  tx: Transaction,
  calls: readonly AcceptCall[],
  answers: ReadonlyMap<AcceptCall, AcceptAnswer>,
): Promise<void> {
  const rows = calls.flatMap((call) => {
    const answer = answers.get(call);
    return call.idempotency && answer ? [{ ...call.idempotency, ...answer }] : [];
  });
  if (rows.length > 0) await insertAnswers(tx, rows);
}

/** Resolves when the jobs of all lanes are on their way, with what tells that they are stored. */
export async function enqueueLanes(
  tx: Transaction,
  queue: Queue,
  messages: readonly NewMessage[],
): Promise<Promise<unknown>[]> {
  const groups = Map.groupBy(
    messages,
    (m) => `${m.workspace} ${m.environment} ${m.channel} ${m.class} ${m.sendAtMs ?? ''}`,
  );
  return (await Promise.all([...groups.values()].map((group) => enqueueGroup(tx, queue, group)))).flat();
}

async function enqueueGroup(tx: Transaction, queue: Queue, group: readonly NewMessage[]): Promise<Promise<unknown>[]> {
  const [head] = group;
  if (head === undefined) return [];
  const jobs = laneJobs({ ...head, turn: 1, deferred: 0 }, group, head.class === 'otp' ? WAKE_CHUNK : undefined);
  const startAt = head.sendAtMs === null ? {} : { startAtMs: head.sendAtMs };
  // A code does not wait for the queue's own wake-up: the ids travel with the commit. The job stays behind as the durable hint.
  const wake = head.class === 'otp' && head.sendAtMs === null;
  const wakes = wake
    ? jobs.map((job) => tx`select pg_notify(${OTP_WAKE_CHANNEL}, ${JSON.stringify(job)})`.execute())
    : [];
  const { done } = await queue.askToEnqueue(
    tx,
    LANE_QUEUES[head.class],
    jobs.map((data) => ({ data, ...startAt, ...(wake ? { startAfterSeconds: OTP_FALLBACK_SECONDS } : {}) })),
  );
  return [done, ...wakes];
}
