import { NEXT_CHANNEL_QUEUE, type NextChannelJob } from '@signalbox/contracts';
import { channelEnd } from '@signalbox/core';
import type { NewEvent, SqlRunner } from '@signalbox/db';
import type { Services } from '../context.ts';

/** A message and the event that changed its state. */
export interface Changed {
  message: { sentFor: string | null };
  event: NewEvent;
}

/**
 * Asks what follows messages that ended without delivery, or are held beyond their validity, in the transaction that stores it: the next
 * channel, or the end of the send or the verification. One job each; nothing is asked for messages that stand alone, which the row at hand
 * tells. Resolves when the jobs are on their way, `done` when they are stored.
 */
export async function askNextChannels(
  tx: SqlRunner,
  services: Services,
  changes: readonly Changed[],
): Promise<{ done: Promise<void> }> {
  const jobs = changes.flatMap(({ message, event }): { data: NextChannelJob }[] => {
    if (message.sentFor === null || event.late || !isOver(event)) return [];
    return [{ data: { workspace: event.workspace, owner: message.sentFor, message: event.messageId } }];
  });
  return jobs.length === 0 ? NOTHING : services.queue.askToEnqueue(tx, NEXT_CHANNEL_QUEUE, jobs);
}

/** Whether something follows: whoever cancels a message ends its send with it, and one that is held is given only when it comes too late. */
const isOver = ({ state, reason }: NewEvent): boolean =>
  state === 'held' || (state !== 'canceled' && ['goes_on', 'stops'].includes(channelEnd(state, reason)));

const NOTHING = { done: Promise.resolve() };
