import { NEXT_CHANNEL_QUEUE, type NextChannelJob, OTP_WAKE_CHANNEL } from '@signalbox/contracts';
import type { NewGroup, NewMessage, Queue, QueuedJob, Transaction } from '@signalbox/db';
import { type Lanes, laneEntries, laneJobs, laneQueue } from '../dispatch/lane-jobs.ts';

// NOTIFY carries at most 8000 bytes: 200 ids.
const WAKE_CHUNK = 200;
const OTP_FALLBACK_SECONDS = 2;

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
    laneQueue(head.class, crowded),
    laneEntries(jobs, crowded, wake ? { startAfterSeconds: OTP_FALLBACK_SECONDS } : startAt),
  );
  return [done, ...wakes];
}

/** The jobs that look whether the first message of a group was delivered in time. */
export async function enqueueWaits(
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
