import {
  decodeId,
  REPLAY_MAX,
  type ReplayView,
  type ReplayWebhookRequest,
  uuidFloor,
  uuidTimeMs,
} from '@signalbox/contracts';
import { findReplayable, insertPackets } from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { refuseField } from '../field-refusal.ts';
import { readWithin } from '../tenant.ts';
import { auditedWebhook } from './audited.ts';
import { findWebhook } from './endpoints.ts';
import { packetsOf } from './publish.ts';

const HOUR_MS = 3_600_000;

/**
 * Sends events again to one endpoint, each under the id it always had, so that a receiver can drop copies. What is on its way to it
 * already is left out, and so is what it received unless all are asked for. A dry run only counts.
 */
export async function replayWebhook({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: { id: string; replay: ReplayWebhookRequest };
}): Promise<ReplayView> {
  const { services, environment } = ctx;
  const { dry_run, only } = input.replay;
  const workspace = ctx.workspace.number;
  const span = spanOf(input.replay, services.world.nowMs());
  return readWithin(ctx, 'So many events take too long to search; replay a shorter time at once.', async (tx) => {
    const endpoint = await findWebhook(ctx, tx, input.id);
    if (!endpoint.enabled && !dry_run)
      throw refuseField('id', 'switched_off', 'The endpoint is switched off; switch it on, then replay.');
    const filter = {
      workspace,
      environment,
      endpoint: endpoint.number,
      // Who names an event wants it, whatever the endpoint subscribes to now.
      eventTypes: span.ids === null ? endpoint.eventTypes : [],
      missedOnly: span.ids === null && only === 'missed',
      ...span,
    };
    const events = await findReplayable(tx, filter, REPLAY_MAX + 1);
    if (events.length > REPLAY_MAX)
      throw refuseField('until', 'too_many', `A replay takes ${REPLAY_MAX} events at most; end it earlier and repeat.`);
    if (!dry_run) {
      await insertPackets(tx, packetsOf(services, { ...endpoint, workspace, origin: 'replay' }, events));
      const { event_ids, since, until } = input.replay;
      await recordAudit(tx, ctx, {
        action: 'webhook.replayed',
        object: auditedWebhook(endpoint).object,
        before: null,
        after: { count: events.length, only, ...(event_ids === undefined ? { since, until } : { event_ids }) },
      });
    }
    return { count: events.length, dry_run };
  });
}

function spanOf({ event_ids, since, until }: ReplayWebhookRequest, nowMs: number) {
  const ids = event_ids?.map((publicId, index) => {
    const id = decodeId('event', publicId);
    if (id !== undefined) return id;
    throw refuseField(
      `event_ids.${index}`,
      'format_invalid',
      'An event id is evt_ and 26 characters, as in webhook-id.',
    );
  });
  if (ids !== undefined) {
    const times = ids.map(uuidTimeMs);
    return { ids, ...between(Math.min(...times), Math.max(...times) + 1) };
  }
  const sinceMs = Date.parse(since ?? '');
  const untilMs = until === undefined ? nowMs + 1 : Date.parse(until);
  if (untilMs <= sinceMs) throw refuseField('until', 'too_early', 'The end must lie behind the beginning, since.');
  return { ids: null, ...between(sinceMs, untilMs) };
}

const between = (fromMs: number, belowMs: number) => ({
  fromId: uuidFloor(fromMs),
  belowId: uuidFloor(belowMs),
  // A delivery is made behind its event, by a machine whose clock may differ a little.
  deliveredFromId: uuidFloor(fromMs - HOUR_MS),
});
