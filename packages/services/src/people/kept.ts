import {
  type DataRecipient,
  type KeptFor,
  type KeptTables,
  REQUEST_LOG_DAYS,
  TrafficClass,
} from '@signalbox/contracts';
import {
  type DataRecipientRow,
  RECIPIENT_TABLES,
  readDataRecipients,
  readListPurposes,
  readOldestDays,
  readWorkspaceSettings,
} from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { inWorkspace } from '../tenant.ts';

/** Days of what is dropped after a number of them that no setting changes. */
const DAYS: Partial<Record<KeptFor, number>> = { one_day: 1, request_log_days: REQUEST_LOG_DAYS };

/** Where somebody is reached: of a URL the host alone, for path and query may hold a secret. */
const viewRecipient = ({ kind, name, at }: DataRecipientRow): DataRecipient => ({
  ...{ kind, name },
  host: at === null ? null : (URL.parse(at)?.hostname ?? at),
});

/**
 * The record of processing: on whose behalf, for what, who outside gets data, and each table that holds something of recipients, with what erasure
 * does to it and how long it is kept.
 */
export async function readKept({ ctx }: { ctx: RequestContext; input: object }): Promise<KeptTables> {
  const { workspace, environment } = ctx;
  const tables = RECIPIENT_TABLES.map(({ table }) => table);
  const { oldest, settings, recipients, purposes } = await inWorkspace(ctx, async (tx) => ({
    oldest: await readOldestDays(tx, tables),
    settings: await readWorkspaceSettings(tx, workspace.number),
    recipients: await readDataRecipients(tx, workspace.number, environment),
    purposes: await readListPurposes(tx, workspace.number, environment),
  }));
  return {
    made_at: new Date(ctx.services.world.nowMs()).toISOString(),
    environment,
    ...{ organisation: settings.organisationName, workspace: settings.name, home_region: settings.homeRegion },
    purposes: [...new Set([...TrafficClass.options, ...purposes])],
    recipients: recipients.map(viewRecipient),
    data: RECIPIENT_TABLES.map(({ table, kind, columns, erasure, kept }) => ({
      table,
      kind,
      columns: [...columns],
      erasure,
      kept_for: kept,
      days: DAYS[kept] ?? null,
      oldest_day: oldest.get(table) ?? null,
    })),
  };
}
