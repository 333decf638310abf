import { type MessageState, packUuids, WEBHOOK_QUEUE, type WebhookJob } from '@signalbox/contracts';
import type { NewEvent, SqlRunner } from '@signalbox/db';
import type { Services } from '../context.ts';

/** Most events of one job: enough that its own cost is lost among them. */
const MOST_EVENTS = 500;

// A message that is still being sent has nothing new to tell.
const SILENT: ReadonlySet<MessageState> = new Set<MessageState>(['accepted', 'scheduled', 'sending']);

/**
 * Tells webhooks about events in the transaction that stores them: one job for each workspace that has an endpoint, and nothing at all,
 * not even a question, for the others. Which endpoints want which event is found out by the job, off the path of the messages.
 */
export async function announceEvents(tx: SqlRunner, services: Services, events: readonly NewEvent[]): Promise<void> {
  const { done } = await askToAnnounce(tx, services, events);
  await done;
}

/** The same for a caller that asks more in the same go: resolves when the job is on its way, `done` when it is stored. */
export async function askToAnnounce(
  tx: SqlRunner,
  services: Services,
  events: readonly NewEvent[],
): Promise<{ done: Promise<void> }> {
  const { hasWebhooks } = services.config.current();
  const told = events.filter((event) => hasWebhooks(event.workspace) && !SILENT.has(event.state));
  if (told.length === 0) return { done: Promise.resolve() };
  const groups = Map.groupBy(told, (event) => event.workspace);
  const jobs = [...groups].flatMap(([workspace, group]) => jobsOf(workspace, group));
  return services.queue.askToEnqueue(
    tx,
    WEBHOOK_QUEUE,
    jobs.map((data) => ({ data })),
  );
}

function jobsOf(workspace: number, events: readonly NewEvent[]): WebhookJob[] {
  const jobs: WebhookJob[] = [];
  for (let at = 0; at < events.length; at += MOST_EVENTS) {
    const chunk = events.slice(at, at + MOST_EVENTS);
    jobs.push({
      workspace,
      ids: packUuids(chunk.map((event) => event.messageId)),
      seqs: chunk.map((event) => event.seq),
    });
  }
  return jobs;
}
