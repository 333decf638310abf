import { type AuditAction, encodeId } from '@signalbox/contracts';
import type { WebhookEndpointRow } from '@signalbox/db';
import type { AuditChange } from '../audit/record.ts';
import { viewWebhook } from './view.ts';

/** What the audit log says of an endpoint as it is: which, and what it was. */
export function auditedWebhook(row: WebhookEndpointRow): Pick<AuditChange, 'object' | 'before'> {
  const { id: _id, environment: _environment, failing_since: _failing, ...facts } = viewWebhook(row);
  const url = shownUrl(row.url);
  return { object: { kind: 'webhook', id: encodeId('webhook', row.id), name: url }, before: { ...facts, url } };
}

/** A change of an endpoint for the audit log. */
export function changeOfWebhook(
  action: AuditAction,
  before: WebhookEndpointRow | null,
  after: WebhookEndpointRow,
): AuditChange {
  const { object, before: facts } = auditedWebhook(after);
  const hidden = before !== null && before.url !== after.url && shownUrl(before.url) === shownUrl(after.url);
  return {
    action,
    object,
    before: before && auditedWebhook(before).before,
    after: hidden ? { ...facts, url: `${shownUrl(after.url)} (another query)` } : facts,
  };
}

// Queries of such addresses carry tokens, which are for those who may read webhooks.
function shownUrl(url: string): string {
  const { origin, pathname, search } = new URL(url);
  return `${origin}${pathname}${search === '' ? '' : '?…'}`;
}
