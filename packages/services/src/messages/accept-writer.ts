import {
  LANE_QUEUES,
  NEXT_CHANNEL_QUEUE,
  type NextChannelJob,
  OTP_WAKE_CHANNEL,
  type QueueDefinition,
  SignalboxError,
  type TrafficClass,
} from '@signalbox/contracts';
import {
  commitBehind,
  copyMessages,
  type Database,
  findAnswers,
  insertAnswers,
  insertClientRefs,
  insertGroups,
  insertMessages,
  isKeyTaken,
  type NewGroup,
  type NewMessage,
  type Queue,
  type QueuedJob,
  type StoredAnswer,
  type Transaction,
  withTenant,
} from '@signalbox/db';
import type { Log } from '../clock.ts';
import type { Crowding } from '../dispatch/crowding.ts';
import { laneEntries, laneJobs } from '../dispatch/lane-jobs.ts';
import type { QueueWait } from '../limits/queue-wait.ts';
import { createGroupWriter, type GroupWriter } from './group-writer.ts';

/** One call to store: all of its messages or none. */
export interface AcceptCall {
  workspace: number;
  messages: readonly NewMessage[];
  /** Sends over several channels among the messages. */
  groups?: readonly NewGroup[];
  /** Builds the answer once it is known which messages are left out. */
  answer: (left: LeftOut) => AcceptAnswer;
  /** What a repeat is recognised by; null when the caller gave no key. */
  idempotency: CallKey | null;
  /** Keys of single items: an item whose key is stored is not stored again. */
  items?: readonly ItemCall[];
  /** For a call whose messages follow from what is stored: asked inside the transaction, which such a call has to itself. Throws to refuse. */
  prepare?: (tx: Transaction) => Promise<PreparedCall>;
}

/** What a repeat of a call or of an item is recognised by. */
export type CallKey = Omit<StoredAnswer, 'status' | 'body'>;

/** An item of a call with a key of its own. */
export interface ItemCall {
  key: CallKey;
  /** UUID of its first message. */
  messageId: string;
  /** What is kept for a repeat. */
  body: string;
}

/** Messages of a call that are not stored, by the UUID of the message, or of the first of its group. */
export interface LeftOut {
  /** Their client_ref is taken. */
  refused: ReadonlySet<string>;
  /** The key of their item is: what is kept under it. */
  repeats: ReadonlyMap<string, Repeat>;
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

/** The outcome of a call or an item that an earlier one has stored. */
export type Repeat = Exclude<AcceptOutcome, { kind: 'first' }>;

/** Stores accepted calls, many in one transaction: the answer is given only after the commit. */
export interface AcceptWriter {
  write(call: AcceptCall): Promise<AcceptOutcome>;
  /** How long the call has waited that has waited longest among those a call of such classes would join, in milliseconds. */
  waitedMs(workspace: number, classes: readonly TrafficClass[]): number;
  /** Resolves when nothing is being written any more. */
  idle(): Promise<void>;
}

// From here on the messages of a group are copied: that is two round trips more and half the work.
const MANY = 64;
// NOTIFY carries at most 8000 bytes: 200 ids.
const WAKE_CHUNK = 200;
const OTP_FALLBACK_SECONDS = 2;
// Another process may be storing the same key at this moment: its commit is waited for, but not for ever.
const LOCK_TIMEOUT_MS = 2000;
const LOCK_TIMEOUT = '55P03';
// Codes wait behind nobody, and who sends little does not wait behind who sends a lot: each has a writer of its own. Bulk goes one group
// after another: ids then reach the index in their order, and each group is as large as it can be.
const WRITERS = {
  urgent: { flushes: 2, restMs: 0 },
  calm: { flushes: 1, restMs: 4 },
  crowded: { flushes: 1, restMs: 4 },
} as const;
type WriterName = keyof typeof WRITERS;
const NAMES = Object.keys(WRITERS) as WriterName[];
// A group rests so many times as long as it took, at most, while dispatch is behind with what was accepted.
const LONGEST_REST_MS = 200;

// The messages of a call are of one lane as a rule: the first speaks for them.
const headOf = (call: AcceptCall): readonly NewMessage[] => call.messages.slice(0, 1);

/** What brings messages into their lanes. */
interface Lanes {
  queue: Queue;
  crowding: Crowding;
  queueWait: QueueWait;
}

/** Builds the writer: a call is written at once while nothing else is, else it joins the next group. */
export function createAcceptWriter(database: Database, lanes: Lanes, log: Log): AcceptWriter {
  const inFlight = new Map<string, Promise<unknown>>();
  const open = (name: WriterName) =>
    createGroupWriter<AcceptCall, AcceptOutcome>({
      ...WRITERS[name],
      rowsOf: (call) => call.messages.length,
      write: (calls) => writeGroup(database, lanes, calls),
      restAfter: (calls, tookMs) =>
        name === 'crowded' ? Math.min(LONGEST_REST_MS, tookMs * lanes.queueWait.surplusOf(calls.flatMap(headOf))) : 0,
      refusalOf: (error) => refusalOf(error, log),
    });
  const writers: Record<WriterName, GroupWriter<AcceptCall, AcceptOutcome>> = {
    urgent: open('urgent'),
    calm: open('calm'),
    crowded: open('crowded'),
  };
  const nameFor = (workspace: number, classes: readonly TrafficClass[]): WriterName => {
    if (classes.includes('otp')) return 'urgent';
    return classes.some((lane) => lanes.crowding.levelOf(workspace, lane) > 0) ? 'crowded' : 'calm';
  };

  const alone = new Set<Promise<unknown>>();
  async function writeAlone(call: AcceptCall): Promise<AcceptOutcome> {
    const writing = writeGroup(database, lanes, [call]);
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
    const classes = [...new Set(call.messages.map((message) => message.class))];
    return writers[nameFor(call.workspace, classes)].add(call);
  }

  return {
    async write(call) {
      const ids = keysOf(call).map(({ id }) => id);
      if (ids.length === 0) return submit(call);
      // Equal keys inside this process wait for the first; across processes the unique index decides. No longer here than there.
      const untilMs = performance.now() + LOCK_TIMEOUT_MS;
      for (let earlier = findIn(inFlight, ids); earlier !== undefined; earlier = findIn(inFlight, ids)) {
        if (!(await endsBy(earlier, untilMs))) throw inProgress();
      }
      const writing = submit(call);
      for (const id of ids) inFlight.set(id, writing);
      try {
        return await writing;
      } finally {
        for (const id of ids) inFlight.delete(id);
      }
    },
    waitedMs: (workspace, classes) => writers[nameFor(workspace, classes)].waitedMs(),
    async idle() {
      await Promise.all([...NAMES.map((name) => writers[name].idle()), Promise.allSettled(alone)]);
    },
  };
}

/** Every key of a call: its own, and those of its items. */
const keysOf = ({ idempotency, items = [] }: AcceptCall): CallKey[] => [
  ...(idempotency === null ? [] : [idempotency]),
  ...items.map(({ key }) => key),
];

function findIn<Value>(map: ReadonlyMap<string, Value>, keys: readonly string[]): Value | undefined {
  for (const key of keys) {
    const value = map.get(key);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Whether something ends, well or badly, before an instant of the process's own clock. */
async function endsBy(work: Promise<unknown>, untilMs: number): Promise<boolean> {
  const tooLong = Promise.withResolvers<false>();
  const timer = setTimeout(() => tooLong.resolve(false), Math.max(0, untilMs - performance.now()));
  const ended = work.then(
    () => true,
    () => true,
  );
  const inTime = await Promise.race([ended, tooLong.promise]);
  clearTimeout(timer);
  return inTime;
}

const inProgress = (): SignalboxError => new SignalboxError('idempotency_in_progress', { retryAfterSeconds: 1 });

const NO_REPEATS: LeftOut['repeats'] = new Map();

const isLockTimeout = (error: unknown): boolean => (error as { code?: string } | null)?.code === LOCK_TIMEOUT;

function refusalOf(error: unknown, log: Log): Error {
  if (error instanceof SignalboxError) return error;
  if (isLockTimeout(error)) return inProgress();
  log.error('Accepted messages could not be stored.', { error: String(error) });
  return new SignalboxError('overloaded', { retryAfterSeconds: 2, internal: String(error) });
}

/** A call is refused for what the call it repeats has taken, maybe: the transaction begins again with a look at the stored answers. */
class MayRepeat extends Error {}

async function writeGroup(database: Database, lanes: Lanes, calls: readonly AcceptCall[]): Promise<AcceptOutcome[]> {
  const workspaces = [...new Set(calls.map((call) => call.workspace))];
  for (let tries = 0; ; tries += 1) {
    try {
      return await withTenant(
        database.sql,
        workspaces,
        // Repeats are rare: only when an answer turns out to be stored already are the stored ones looked for.
        (tx, asOwner) => writeInTransaction(tx, asOwner, lanes, calls, tries > 0 || calls.some(looksFirst)),
        { lockTimeoutMs: LOCK_TIMEOUT_MS },
      );
    } catch (error) {
      // Somebody stored an answer before our insert, now or long ago: look (again), it is committed.
      if (!(isKeyTaken(error) || error instanceof MayRepeat) || tries > 3) throw error;
    }
  }
}

/** A repeat of a prepared call must not be counted against a limit, and one of an item is what its key is there for. */
const looksFirst = ({ prepare, items }: AcceptCall): boolean => prepare !== undefined || items !== undefined;

async function writeInTransaction(
  tx: Transaction,
  asOwner: () => Promise<unknown>,
  lanes: Lanes,
  given: readonly AcceptCall[],
  lookForReplays: boolean,
): Promise<AcceptOutcome[]> {
  const outcomes = lookForReplays ? await findReplays(tx, given) : [];
  const calls: readonly AnyCall[] = given.some((call) => call.prepare) ? await prepareAll(tx, given, outcomes) : given;
  const first = calls.filter((_, index) => outcomes[index] === undefined);
  const repeats = lookForReplays ? await findRepeats(tx, first) : NO_REPEATS;
  const refused = await refuseTakenRefs(tx, first, repeats);
  const left: LeftOut = { refused, repeats };
  const answers = new Map(first.map((call) => [call, call.answer(left)]));
  if (!lookForReplays && first.some((call) => call.idempotency !== null && answers.get(call)?.status === 409)) {
    throw new MayRepeat('a client_ref of a call with a key is taken');
  }
  const isKept = (sendId: string) => !refused.has(sendId) && !repeats.has(sendId);
  const messages = first.flatMap((call) => call.messages.filter((message) => isKept(message.sentFor ?? message.id)));
  const groups = first.flatMap((call) => call.groups?.filter((group) => isKept(group.id)) ?? []);
  // Sent one after another without waiting in between: one round trip for all of them. When one fails none of the later ones runs.
  if (messages.length >= MANY) {
    assertOwn(calls);
    await Promise.all([storeAnswers(tx, first, answers, isKept), insertGroups(tx, groups), asOwner()]);
    await copyMessages(tx, messages);
    await Promise.all(await enqueueAll(tx, lanes, calls, messages, groups));
  } else {
    const stored = Promise.all([
      storeAnswers(tx, first, answers, isKept),
      insertGroups(tx, groups),
      insertMessages(tx, messages),
      asOwner(),
    ]);
    // Its failure is that of the transaction, heard of below.
    stored.catch(() => undefined);
    const queued = await enqueueAll(tx, lanes, calls, messages, groups);
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

/** The jobs that look whether the first message of a group was delivered in time. */
async function enqueueWaits(
  tx: Transaction,
  queue: Queue,
  messages: readonly NewMessage[],
  groups: readonly NewGroup[],
): Promise<Promise<unknown>[]> {
  const sendAt = new Map(messages.map(({ id, sendAtMs }) => [id, sendAtMs]));
  const jobs = groups.flatMap(({ id, workspace, timeoutSeconds }): QueuedJob[] => {
    if (timeoutSeconds === null) return [];
    const data: NextChannelJob = { workspace, owner: id, message: id };
    const sendAtMs = sendAt.get(id) ?? null;
    if (sendAtMs === null) return [{ data, startAfterSeconds: timeoutSeconds }];
    return [{ data, startAtMs: sendAtMs + timeoutSeconds * 1000 }];
  });
  return jobs.length === 0 ? [] : [(await queue.askToEnqueue(tx, NEXT_CHANNEL_QUEUE, jobs)).done];
}

/** Puts messages into their lanes and the jobs of prepared calls beside them, as `enqueueLanes` does. */
async function enqueueAll(
  tx: Transaction,
  lanes: Lanes,
  calls: readonly AnyCall[],
  messages: readonly NewMessage[],
  groups: readonly NewGroup[],
): Promise<Promise<unknown>[]> {
  const queued = await enqueueLanes(tx, lanes, messages);
  if (groups.length > 0) queued.push(...(await enqueueWaits(tx, lanes.queue, messages, groups)));
  for (const { definition, jobs } of calls.flatMap((call) => call.jobs ?? [])) {
    queued.push((await lanes.queue.askToEnqueue(tx, definition, jobs)).done);
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
  return calls.map(({ idempotency: key }) => (key === null ? undefined : repeatOf(key, stored.get(key.id))));
}

/** The items whose keys are stored, by the UUID of their first message. */
async function findRepeats(tx: Transaction, calls: readonly AcceptCall[]): Promise<LeftOut['repeats']> {
  const items = calls.flatMap((call) => call.items ?? []);
  if (items.length === 0) return NO_REPEATS;
  const repeats = new Map<string, Repeat>();
  const found = await findAnswers(
    tx,
    items.map(({ key }) => key.id),
  );
  const stored = new Map(found.map((answer) => [answer.id, answer]));
  for (const { key, messageId } of items) {
    const repeat = repeatOf(key, stored.get(key.id));
    if (repeat !== undefined) repeats.set(messageId, repeat);
  }
  return repeats;
}

function repeatOf(key: CallKey, stored: StoredAnswer | undefined): Repeat | undefined {
  if (stored === undefined) return undefined;
  const { fingerprint, requestId, status, body } = stored;
  if (fingerprint !== key.fingerprint) return { kind: 'mismatch', requestId };
  return { kind: 'replay', answer: { status, body }, requestId };
}

async function refuseTakenRefs(
  tx: Transaction,
  calls: readonly AcceptCall[],
  repeats: LeftOut['repeats'],
): Promise<Set<string>> {
  const refs = calls.flatMap((call) =>
    call.messages.flatMap((message) =>
      message.clientRef === null || repeats.has(message.id)
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
  isKept: (sendId: string) => boolean,
): Promise<void> {
  const rows = calls.flatMap((call) => {
    const answer = answers.get(call);
    // A conflict is not kept: the caller may mend it under the same key.
    const own = call.idempotency && answer && answer.status !== 409 ? [{ ...call.idempotency, ...answer }] : [];
    const items = call.items?.filter(({ messageId }) => isKept(messageId)) ?? [];
    return [...own, ...items.map(({ key, body }) => ({ ...key, status: 202, body }))];
  });
  if (rows.length > 0) await insertAnswers(tx, rows);
}

/** Resolves when the jobs of all lanes are on their way, with what tells that they are stored. */
export async function enqueueLanes(
  tx: Transaction,
  lanes: Lanes,
  messages: readonly NewMessage[],
): Promise<Promise<unknown>[]> {
  const groups = Map.groupBy(
    messages,
    (m) => `${m.workspace} ${m.environment} ${m.channel} ${m.class} ${m.sendAtMs ?? ''}`,
  );
  return (await Promise.all([...groups.values()].map((group) => enqueueGroup(tx, lanes, group)))).flat();
}

async function enqueueGroup(tx: Transaction, lanes: Lanes, group: readonly NewMessage[]): Promise<Promise<unknown>[]> {
  const [head] = group;
  if (head === undefined) return [];
  const jobs = laneJobs({ ...head, turn: 1, deferred: 0 }, group, head.class === 'otp' ? WAKE_CHUNK : undefined);
  const crowded = lanes.crowding.note(head.workspace, head.class, group.length);
  const startAt = head.sendAtMs === null ? {} : { startAtMs: head.sendAtMs };
  // A code does not wait for the queue's own wake-up: the ids travel with the commit. The job stays behind as the durable hint.
  const wake = head.class === 'otp' && head.sendAtMs === null;
  const wakes = wake
    ? jobs.map((job) => tx`select pg_notify(${OTP_WAKE_CHANNEL}, ${JSON.stringify(job)})`.execute())
    : [];
  const { done } = await lanes.queue.askToEnqueue(
    tx,
    LANE_QUEUES[head.class],
    laneEntries(jobs, crowded, wake ? { startAfterSeconds: OTP_FALLBACK_SECONDS } : startAt),
  );
  return [done, ...wakes];
}
