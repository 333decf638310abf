import { SignalboxError, type TrafficClass } from '@signalbox/contracts';
import type { Database, NewMessage } from '@signalbox/db';
import type { Log } from '../clock.ts';
import type { Lanes } from '../dispatch/lane-jobs.ts';
import type { QueueWait } from '../limits/queue-wait.ts';
import type { AcceptCall, AcceptOutcome, CallKey } from './accept-call.ts';
import { createGroupWriter, type GroupWriter } from './group-writer.ts';
import { LOCK_TIMEOUT_MS, storeCalls } from './store-calls.ts';

/** Stores accepted calls, many in one transaction: the answer is given only after the commit. */
export interface AcceptWriter {
  write(call: AcceptCall): Promise<AcceptOutcome>;
  /** How long the call has waited that has waited longest among those a call of such classes would join, in milliseconds. */
  waitedMs(workspace: number, classes: readonly TrafficClass[]): number;
  /** Resolves when nothing is being written any more. */
  idle(): Promise<void>;
}

const LOCK_TIMEOUT = '55P03';
// Codes wait behind nobody, and who sends little does not wait behind who sends a lot: each has a writer of its own. Bulk goes one group
// after another: ids then reach the index in their order, and each group is as large as it can be.
const FLUSHES = { urgent: 2, calm: 1, crowded: 1 } as const;
type WriterName = keyof typeof FLUSHES;
const NAMES = Object.keys(FLUSHES) as WriterName[];
// A group rests so many times as long as it took, at most, while dispatch is behind with what was accepted.
const LONGEST_REST_MS = 200;

// The messages of a call are of one lane as a rule: the first speaks for them.
const headOf = (call: AcceptCall): readonly NewMessage[] => call.messages.slice(0, 1);

/** Builds the writer: a call is written at once while nothing else is, else it joins the next group. */
export function createAcceptWriter(
  database: Database,
  lanes: Lanes & { queueWait: QueueWait },
  log: Log,
): AcceptWriter {
  const inFlight = new Map<string, Promise<unknown>>();
  const open = (name: WriterName) =>
    createGroupWriter<AcceptCall, AcceptOutcome>({
      flushes: FLUSHES[name],
      rowsOf: (call) => call.messages.length,
      write: (calls) => storeCalls(database, lanes, calls),
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
    const writing = storeCalls(database, lanes, [call]);
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

const isLockTimeout = (error: unknown): boolean => (error as { code?: string } | null)?.code === LOCK_TIMEOUT;

function refusalOf(error: unknown, log: Log): Error {
  if (error instanceof SignalboxError) return error;
  if (isLockTimeout(error)) return inProgress();
  log.error('Accepted messages could not be stored.', { error: String(error) });
  return new SignalboxError('overloaded', { retryAfterSeconds: 2, internal: String(error) });
}
