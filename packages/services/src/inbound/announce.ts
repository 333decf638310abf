import { encodeId, type InboundEventsJob, WEBHOOK_QUEUE } from '@signalbox/contracts';
import { type InboundNote, type InboundRow, inboundAtMs, type QueuedJob } from '@signalbox/db';
import type { Services } from '../context.ts';

/** A text with what was done. */
export type Told = Omit<InboundRow, keyof InboundNote> & InboundNote;

/**
 * The jobs that tell webhooks of texts people sent, to commit with what was done: none where nobody wants them. Who wrote and what is not in
 * them: it is read with the id, and does not lie about in the logs of every receiver.
 */
export function inboundJobs(
  services: Services,
  workspace: number,
  told: readonly Told[],
): { definition: typeof WEBHOOK_QUEUE; jobs: QueuedJob[] }[] {
  const { wantsEvent } = services.config.current();
  const wanted = told.filter(({ environment }) => wantsEvent(workspace, environment, 'inbound.received'));
  if (wanted.length === 0) return [];
  const data: InboundEventsJob = {
    workspace,
    inbound: wanted.map((row) => ({
      id: services.ids.next(),
      environment: row.environment,
      type: 'inbound.received',
      at_ms: inboundAtMs(row),
      data: {
        id: encodeId('inbound', row.id),
        ...{ environment: row.environment, to: row.to, country: row.country, parts: row.parts },
        ...{ outcome: row.outcome, keyword: row.keyword, scope: row.scope },
        reply_id: row.reply === null ? null : encodeId('message', row.reply),
      },
    })),
  };
  return [{ definition: WEBHOOK_QUEUE, jobs: [{ data }] }];
}
