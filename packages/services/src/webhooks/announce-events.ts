import {
  type MessageEventKind,
  type MessageEventsJob,
  type MessageState,
  packUuids,
  WEBHOOK_QUEUE,
} from '@signalbox/contracts';
import type { MessageRow, NewEvent, SqlRunner, TouchedRow } from '@signalbox/db';
import type { Services } from '../context.ts';

/** An event that is stored, with what webhooks are told beside it. */
export interface Told {
  event: NewEvent;
  /** The state by the event before it; null for the first of a message. */
  before: MessageState | null;
  message: Omit<TouchedRow, 'id' | 'sentFor'>;
}

/** What is told of a message beside its events, from its row. */
export const toldOf = ({
  environment,
  channel,
  class: trafficClass,
  country,
  ...row
}: MessageRow): Told['message'] => ({
  environment,
  channel,
  class: trafficClass,
  country,
  labelled: row.clientRef !== null || row.metadata !== null,
});

/** Most events of one job: enough that its own cost is lost among them. */
const MOST_EVENTS = 500;

// A message that is still being sent has nothing new to tell.
const SILENT: ReadonlySet<MessageState> = new Set<MessageState>(['accepted', 'scheduled', 'sending']);

/**
 * Tells webhooks about changes in the transaction that stores them: a job for each workspace with an endpoint that wants them, and nothing at
 * all, not even a question, for the others. Which endpoints get which event is found out by the job, off the path of the messages; what it
 * tells goes along, so that nobody reads again what was just written.
 */
export async function announceEvents(tx: SqlRunner, services: Services, events: readonly Told[]): Promise<void> {
  const { done } = await askToAnnounce(tx, services, events);
  await done;
}

/** The same for a caller that asks more in the same go: resolves when the job is on its way, `done` when it is stored. */
export async function askToAnnounce(
  tx: SqlRunner,
  services: Services,
  events: readonly Told[],
): Promise<{ done: Promise<void> }> {
  const { wantsEvent } = services.config.current();
  const told = events.filter(
    ({ event: { state, workspace }, before, message }) =>
      state !== before && !SILENT.has(state) && wantsEvent(workspace, message.environment, `message.${state}`),
  );
  if (told.length === 0) return NOTHING;
  const jobs = [...Map.groupBy(told, ({ event }) => event.workspace)].flatMap(([workspace, group]) =>
    jobsOf(workspace, group),
  );
  return services.queue.askToEnqueue(
    tx,
    WEBHOOK_QUEUE,
    jobs.map((data) => ({ data })),
  );
}

const NOTHING = { done: Promise.resolve() };

function jobsOf(workspace: number, told: readonly Told[]): MessageEventsJob[] {
  const jobs: MessageEventsJob[] = [];
  for (let at = 0; at < told.length; at += MOST_EVENTS) jobs.push(jobOf(workspace, told.slice(at, at + MOST_EVENTS)));
  return jobs;
}

function jobOf(workspace: number, told: readonly Told[]): MessageEventsJob {
  const fromMs = told[0]?.event.atMs ?? 0;
  const kinds = new Map<string, { place: number; kind: MessageEventKind }>();
  const kindOf = told.map((one) => {
    const kind = kindOfEvent(one);
    const name = JSON.stringify(kind);
    const known = kinds.get(name);
    if (known !== undefined) return known.place;
    kinds.set(name, { place: kinds.size, kind });
    return kinds.size - 1;
  });
  return {
    workspace,
    ids: packUuids(told.map(({ event }) => event.messageId)),
    seqs: told.map(({ event }) => event.seq),
    from_ms: fromMs,
    after_ms: told.map(({ event }) => event.atMs - fromMs),
    kinds: [...kinds.values()].map(({ kind }) => kind),
    kind_of: kindOf,
  };
}

function kindOfEvent({ event, before, message }: Told): MessageEventKind {
  const { state, attempt, late, reason } = event;
  const { environment, channel, class: trafficClass, country, labelled } = message;
  const hold = state === 'held' ? (event.data as Record<string, unknown> | null) : null;
  return { state, before, attempt, late, reason, hold, environment, channel, class: trafficClass, country, labelled };
}
