import type { AuditPage, ListAuditQuery } from '@signalbox/contracts';
import { readAudit } from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { decodeCursor, pageOf } from '../cursor.ts';
import { readWithin } from '../tenant.ts';
import { assertLive, LOG_OF_BOTH } from './assert-live.ts';
import { viewEntry } from './spell.ts';

const msOf = (instant: string | undefined): number | null => (instant === undefined ? null : Date.parse(instant));

/** What was done in the workspace, in both environments, newest first. */
export async function listAudit({ ctx, input }: { ctx: RequestContext; input: ListAuditQuery }): Promise<AuditPage> {
  assertLive(ctx, LOG_OF_BOTH);
  const filter = {
    workspace: ctx.workspace.number,
    actorId: input.actor_id ?? null,
    action: input.action ?? null,
    objectKind: input.object_kind ?? null,
    objectId: input.object_id ?? null,
    sinceMs: msOf(input.since),
    untilMs: msOf(input.until),
    belowId: decodeCursor(input.cursor),
  };
  const found = await readWithin(ctx, 'The audit log takes too long to search; name the object or the time.', (tx) =>
    readAudit(tx, filter, input.limit + 1),
  );
  const { rows, next_cursor } = pageOf(found, input.limit);
  return { data: rows.map(viewEntry), next_cursor };
}
