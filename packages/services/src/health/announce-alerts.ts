import { encodeId, type RouteAlertEventType } from '@signalbox/contracts';
import type { AlertRow, SqlRunner } from '@signalbox/db';
import type { Services } from '../context.ts';
import { instantText } from '../instant-text.ts';
import { type Published, publishEvents } from '../webhooks/publish.ts';
import { WHOLE_ROUTE } from './breaker-book.ts';
import { noteMails } from './mail-alerts.ts';

/** Tells webhooks, and people by mail, of alerts that began and of those that ended, in the transaction that notes them. */
export async function announceAlerts(
  tx: SqlRunner,
  services: Services,
  { started, ended }: { started: readonly AlertRow[]; ended: readonly AlertRow[] },
): Promise<void> {
  await noteMails(tx, services, [...started, ...ended]);
  const { wantsEvent } = services.config.current();
  const events = [
    ...started.map((alert) => eventOf(services, 'route.alert_started', alert)),
    ...ended.map((alert) => eventOf(services, 'route.alert_ended', alert)),
  ].filter(({ workspace, environment, type }) => wantsEvent(workspace, environment, type));
  if (events.length > 0) await publishEvents(tx, services, events);
}

function eventOf({ config, ids }: Services, type: RouteAlertEventType, alert: AlertRow): Published {
  const { workspace, environment, route, country, kind, startedAtMs, endedAtMs, facts } = alert;
  const row = config.current().route(route);
  return {
    id: ids.next(),
    workspace,
    environment,
    type,
    atMs: endedAtMs ?? startedAtMs,
    data: {
      id: encodeId('alert', alert.id),
      kind,
      route: row === undefined ? null : { id: encodeId('route', row.id), name: row.name },
      country: country === WHOLE_ROUTE || country === '' ? null : country,
      reason: facts.reason ?? null,
      started_at: new Date(startedAtMs).toISOString(),
      ended_at: instantText(endedAtMs),
    },
  };
}
