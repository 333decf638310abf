import { encodeId, type PersonRequestPage, type PersonRequestView } from '@signalbox/contracts';
import { type PersonRequestRow, readPersonRequests } from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { decodeCursor, pageOf } from '../cursor.ts';
import { instantText } from '../instant-text.ts';
import { inWorkspace } from '../tenant.ts';
import { viewActor } from './person-of.ts';

/** An entry of the register as it is told. */
export const viewRequest = (row: PersonRequestRow): PersonRequestView => ({
  id: encodeId('personRequest', row.id),
  kind: row.kind,
  state: row.state,
  environment: row.environment,
  channel: row.channel,
  address: row.masked,
  person: row.person,
  reason: row.reason,
  asked_by: viewActor(row.asked),
  decided_by: row.decided === null ? null : viewActor(row.decided),
  created_at: new Date(row.createdAtMs).toISOString(),
  due_at: new Date(row.dueAtMs).toISOString(),
  ended_at: instantText(row.endedAtMs),
  changes: [...(row.changes ?? [])],
});

/** The register of what people asked, newest first. */
export async function listPersonRequests({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: { limit: number; cursor?: string | undefined };
}): Promise<PersonRequestPage> {
  const filter = {
    workspace: ctx.workspace.number,
    environment: ctx.environment,
    belowId: decodeCursor(input.cursor),
  };
  const found = await inWorkspace(ctx, (tx) => readPersonRequests(tx, filter, input.limit + 1));
  const { rows, next_cursor } = pageOf(found, input.limit);
  return { data: rows.map(viewRequest), next_cursor };
}
