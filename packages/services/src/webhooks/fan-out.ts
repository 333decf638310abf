import { hash } from 'node:crypto';
import { encodeId, unpackUuids, uuidFloor, type WebhookJob } from '@signalbox/contracts';
import { type MessageChange, readMessageChanges } from '@signalbox/db';
import type { Services } from '../context.ts';
import { holdIn } from '../dispatch/hold.ts';
import { instantText } from '../instant-text.ts';
import { type Published, publishEvents } from './publish.ts';

/** Turns events of messages and verifications into deliveries to the endpoints that want them. Running twice for the same events changes nothing. */
export async function fanOutEvents({
  ctx,
  input,
}: {
  ctx: { services: Services };
  input: readonly WebhookJob[];
}): Promise<void> {
  const { services } = ctx;
  const groups = Map.groupBy(input, (job) => job.workspace);
  await services.database.sql.begin(async (tx) => {
    for (const [workspace, jobs] of groups) {
      const events = jobs.flatMap((job) =>
        'ids' in job ? unpackUuids(job.ids).map((messageId, index) => ({ messageId, seq: job.seqs[index] ?? 0 })) : [],
      );
      const changes = events.length === 0 ? [] : await readMessageChanges(tx, workspace, events);
      const ready = jobs.flatMap((job) => ('ids' in job ? [] : job.verifications));
      await publishEvents(tx, services, [
        ...changes.map((change) => eventOf(workspace, change)),
        ...ready.map(({ at_ms: atMs, ...event }): Published => ({ ...event, workspace, atMs })),
      ]);
    }
  });
}

/**
 * The event of a change. Who got the message is not in it: the address is read with the id, `client_ref` or `metadata`, and does not
 * lie about in the logs of every receiver.
 */
function eventOf(workspace: number, change: MessageChange): Published {
  return {
    id: idOf(change),
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
function idOf({ messageId, seq, atMs }: MessageChange): string {
  const digits = hash('sha256', `${messageId} ${seq}`, 'hex');
  const variant = ((Number.parseInt(digits.slice(3, 4), 16) & 0x3) | 0x8).toString(16);
  const time = uuidFloor(atMs).slice(0, 13);
  return `${time}-7${digits.slice(0, 3)}-${variant}${digits.slice(4, 7)}-${digits.slice(7, 19)}`;
}
