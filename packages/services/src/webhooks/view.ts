import { encodeId, uuidTimeMs, type WebhookDeliveryView, type WebhookView } from '@signalbox/contracts';
import type { AttemptRow, DeliveryRow, WebhookEndpointRow } from '@signalbox/db';
import { instantText } from '../instant-text.ts';
import { webhookHeaders } from './headers.ts';
import { eventIdOf } from './publish.ts';

/** An endpoint as the API shows it. */
export const viewWebhook = (row: WebhookEndpointRow): WebhookView => ({
  id: encodeId('webhook', row.id),
  url: row.url,
  description: row.description,
  environment: row.environment,
  event_types: row.eventTypes,
  enabled: row.enabled,
  off_reason: row.offReason,
  off_since: instantText(row.offSinceMs),
  failing_since: instantText(row.failingSinceMs),
  secret_rotated_at: instantText(row.rotatedAtMs),
  previous_secret_until: instantText(row.previousUntilMs),
  created_at: new Date(row.createdAtMs).toISOString(),
});

/** A delivery with its tries as the API shows it. */
export function viewDelivery(row: DeliveryRow, attempts: readonly AttemptRow[]): WebhookDeliveryView {
  const eventId = eventIdOf(row.eventId);
  return {
    id: encodeId('delivery', row.id),
    event_id: eventId,
    event_type: row.type,
    origin: row.origin,
    state: row.state,
    tries: row.tries,
    created_at: new Date(uuidTimeMs(row.id)).toISOString(),
    // A test stands before all that waits: its place in the line is no instant to show.
    next_try_at: row.state === 'pending' ? instantText(Math.max(row.nextAtMs, uuidTimeMs(row.id))) : null,
    settled_at: instantText(row.settledAtMs),
    last_status: row.lastStatus,
    last_failure: row.lastFailure,
    body: row.body,
    attempts: attempts.map((attempt) => ({
      n: attempt.n,
      at: new Date(attempt.atMs).toISOString(),
      duration_ms: attempt.durationMs,
      url: attempt.url,
      request_headers: webhookHeaders(eventId, Math.floor(attempt.atMs / 1000), attempt.signature),
      status: attempt.status,
      failure: attempt.failure,
      detail: attempt.detail,
      response: attempt.response,
    })),
  };
}
