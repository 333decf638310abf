import { hash } from 'node:crypto';
import {
  encodeId,
  type InboundEventsJob,
  type MessageEventKind,
  type MessageEventsJob,
  type NamedEventsJob,
  type ReasonCode,
  unpackUuids,
  uuidFloor,
  type VerificationEventsJob,
  type WebhookJob,
} from '@signalbox/contracts';
import {
  type MessageChange,
  readMessageChanges,
  readMessageLabels,
  type SqlRunner,
  type StoredWebhookEvent,
} from '@signalbox/db';
import type { Services } from '../context.ts';
import { holdIn } from '../dispatch/hold.ts';
import { instantText } from '../instant-text.ts';
import { type Published, publishEvents } from './publish.ts';

/**
 * Turns events of messages, verifications and texts of people into deliveries to the endpoints that want them, and returns the events once they are stored.
 * Running twice for the same events changes nothing.
 */
export async function fanOutEvents({
  ctx,
  input,
}: {
  ctx: { services: Services };
  input: readonly WebhookJob[];
}): Promise<StoredWebhookEvent[]> {
  const { services } = ctx;
  const groups = Map.groupBy(input, (job) => job.workspace);
  return services.database.sql.begin(async (tx) => {
    const stored: StoredWebhookEvent[] = [];
    for (const [workspace, jobs] of groups) {
      const changes = [
        ...(await changesOf(tx, workspace, jobs.filter(isTold))),
        ...(await readMessageChanges(tx, workspace, jobs.filter(isNamed).flatMap(placesOf))),
      ];
      const ready = [
        ...jobs.filter(isOfVerifications).flatMap((job) => job.verifications),
        ...jobs.filter(isOfTexts).flatMap((job) => job.inbound),
      ];
      const events = await publishEvents(tx, services, [
        ...changes.map((change) => eventOf(workspace, change)),
        ...ready.map(({ at_ms: atMs, ...event }): Published => ({ ...event, workspace, atMs })),
      ]);
      stored.push(...events);
    }
    return stored;
  });
}

const isTold = (job: WebhookJob): job is MessageEventsJob => 'kinds' in job;
const isOfVerifications = (job: WebhookJob): job is VerificationEventsJob => 'verifications' in job;
const isOfTexts = (job: WebhookJob): job is InboundEventsJob => 'inbound' in job;
const isNamed = (job: WebhookJob): job is NamedEventsJob => !isTold(job) && !isOfVerifications(job) && !isOfTexts(job);

const placesOf = ({ ids, seqs }: NamedEventsJob): { messageId: string; seq: number }[] =>
  unpackUuids(ids).map((messageId, index) => ({ messageId, seq: seqs[index] ?? 0 }));

/** The changes that jobs tell of, with the labels of the messages that carry any. */
async function changesOf(
  tx: SqlRunner,
  workspace: number,
  jobs: readonly MessageEventsJob[],
): Promise<MessageChange[]> {
  const told = jobs.flatMap((job) =>
    placesOf(job).map((place, index) => ({
      ...place,
      atMs: job.from_ms + (job.after_ms[index] ?? 0),
      kind: job.kinds[job.kind_of[index] ?? 0] as MessageEventKind,
    })),
  );
  const labelled = told.flatMap(({ messageId, kind }) => (kind.labelled ? [messageId] : []));
  const labels = new Map((await readMessageLabels(tx, workspace, labelled)).map((row) => [row.id, row]));
  return told.map(({ kind, ...place }) => ({
    ...place,
    ...kind,
    reason: kind.reason as ReasonCode | null,
    clientRef: labels.get(place.messageId)?.clientRef ?? null,
    metadata: labels.get(place.messageId)?.metadata ?? null,
  }));
}

/**
 * The event of a change. Who got the message is not in it: the address is read with the id, `client_ref` or `metadata`, and does not
 * lie about in the logs of every receiver.
 */
function eventOf(workspace: number, change: MessageChange): Published {
  return {
    id: webhookEventId(change),
    workspace,
    environment: change.environment,
    type: `message.${change.state}`,
    atMs: change.atMs,
    data: {
      id: encodeId('message', change.messageId),
      sequence: change.seq,
      state: change.state,
      previous_state: change.before,
      reason: change.reason,
      eligible_again_at: instantText(holdIn(change.hold)?.untilMs ?? null),
      late: change.late,
      attempt: change.attempt,
      channel: change.channel,
      class: change.class,
      environment: change.environment,
      country: change.country,
      client_ref: change.clientRef,
      metadata: change.metadata,
    },
  };
}

/** A UUIDv7 that follows from the event: its instant, then 74 bits of the hash of the message and the place in its history. */
export function webhookEventId({ messageId, seq, atMs }: Pick<MessageChange, 'messageId' | 'seq' | 'atMs'>): string {
  const digits = hash('sha256', `${messageId} ${seq}`, 'hex');
  const variant = ((Number.parseInt(digits.slice(3, 4), 16) & 0x3) | 0x8).toString(16);
  const time = uuidFloor(atMs).slice(0, 13);
  return `${time}-7${digits.slice(0, 3)}-${variant}${digits.slice(4, 7)}-${digits.slice(7, 19)}`;
}
