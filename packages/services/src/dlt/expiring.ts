import { type DltExpiring, encodeId } from '@signalbox/contracts';
import { readDltExpiring } from '@signalbox/db';
import { dayInIndia } from '../config/dlt.ts';
import type { RequestContext } from '../context.ts';
import { inWorkspace } from '../tenant.ts';
import { nameOf } from './entries.ts';

const DAY_MS = 86_400_000;

/** The active registrations whose last day comes within so many days, the soonest first. */
export async function listDltExpiring({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: { within_days: number };
}): Promise<DltExpiring> {
  const nowMs = ctx.services.world.nowMs();
  const today = dayInIndia(nowMs);
  const until = dayInIndia(nowMs + input.within_days * DAY_MS);
  const rows = await inWorkspace(ctx, (tx) => readDltExpiring(tx, ctx.workspace.number, today, until));
  return {
    data: rows.flatMap((row) => {
      if (row.expiresOn === null) return [];
      const daysLeft = Math.round((Date.parse(row.expiresOn) - Date.parse(today)) / DAY_MS);
      return [
        {
          kind: row.kind,
          id: encodeId('dltEntry', row.id),
          name: nameOf(row),
          expires_on: row.expiresOn,
          days_left: daysLeft,
        },
      ];
    }),
  };
}
