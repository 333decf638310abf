import { encodeId, uuidTimeMs, type WebhookDeliveryView, type WebhookView } from '@signalbox/contracts';
import type { DeliveryRow, OutcomeRow, WebhookEndpointRow } from '@signalbox/db';
import { instantText } from '../instant-text.ts';
import { webhookHeaders } from './headers.ts';
import { eventIdOf, groupIdOf } from './publish.ts';

/** An endpoint as the API shows it. */
export const viewWebhook = (row: WebhookEndpointRow): WebhookView => ({
  id: encodeId('webhook', row.id),
  url: row.url,
  description: row.description,
  environment: row.environment,
  event_types: row.eventTypes,
  events_per_request: row.eventsPerRequest,
  enabled: row.enabled,
  off_reason: row.offReason,
  off_since: instantText(row.offSinceMs),
  failing_since: instantText(row.failingSinceMs),
  secret_rotated_at: instantText(row.rotatedAtMs),
  previous_secret_until: instantText(row.previousUntilMs),
  created_at: new Date(row.createdAtMs).toISOString(),
});

/** A delivery with all that came of it as the API shows it. */
export function viewDelivery(row: DeliveryRow, outcomes: readonly OutcomeRow[]): WebhookDeliveryView {
  const eventId = eventIdOf(row.eventId);
  const groupId = row.together === null ? null : groupIdOf(row.together);
  const tries = outcomes.filter((outcome) => outcome.state !== 'canceled');
  const lastTry = tries.at(-1);
  const end = row.state === 'pending' ? undefined : outcomes.at(-1);
  return {
    id: encodeId('delivery', row.id),
    event_id: eventId,
    group_id: groupId,
    event_type: row.type,
    origin: row.origin,
    state: row.state,
    tries: tries.length,
    created_at: new Date(uuidTimeMs(row.id)).toISOString(),
    // A test stands before all that waits: its place in the line is no instant to show.
    next_try_at: row.nextAtMs === null ? null : instantText(Math.max(row.nextAtMs, uuidTimeMs(row.id))),
    settled_at: end === undefined ? null : instantText(end.atMs + (end.durationMs ?? 0)),
    last_status: lastTry?.status ?? null,
    last_failure: lastTry?.failure ?? null,
    body: row.body,
    attempts: tries.map((outcome) => ({
      n: outcome.n,
      at: new Date(outcome.atMs).toISOString(),
      duration_ms: outcome.durationMs ?? 0,
      url: outcome.url ?? '',
      request_headers: webhookHeaders(groupId ?? eventId, Math.floor(outcome.atMs / 1000), outcome.signature ?? ''),
      status: outcome.status,
      failure: outcome.failure,
      detail: outcome.detail,
      response: outcome.response,
    })),
  };
}
